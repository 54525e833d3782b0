import type { FeedCard } from '../../lib/domain/first-screen.ts';
import { Icon } from '../ui/Icon.tsx';
import { usePictureUrl } from '../ui/use-picture-url.ts';
import './Picture.css';

/** The stored picture of an item, or a drawn one by kind: nothing is ever fetched from here. */
export function Picture({ card }: { card: Pick<FeedCard, 'picture' | 'pictureAlt' | 'kind'> }) {
  const url = usePictureUrl(card.picture);
  if (url !== null) {
    return <img class="picture" src={url} alt={card.pictureAlt} width={72} height={72} decoding="async" />;
  }
  return (
    <div class={`picture picture-${card.kind}`} aria-hidden="true">
      <Icon name={card.kind === 'event' ? 'calendar' : card.kind} size={26} />
    </div>
  );
}
