import type { FeedCard } from '../../lib/domain/first-screen.ts';
import { t } from '../../lib/i18n/messages.ts';
import { type Store, useStore } from '../popup/feed-store.ts';
import { Icon } from '../ui/Icon.tsx';
import type { ChosenOpenings } from './comments.ts';

type OpeningsProps = {
  card: FeedCard;
  chosen: Store<ChosenOpenings>;
  onChoose: (card: FeedCard, opening: string | null) => void;
};

/** How a comment could begin. A press copies it; the comment itself is written on the post's own page. */
export function Openings({ card, chosen: store, onChoose }: OpeningsProps) {
  const chosen = useStore(store).get(card.id);
  return (
    <fieldset class="item-openings">
      <legend>{t('item_openings')}</legend>
      {card.openings.map((opening) => (
        <button
          key={opening}
          type="button"
          class="item-opening"
          aria-pressed={chosen === opening}
          onClick={() => onChoose(card, chosen === opening ? null : opening)}
        >
          <Icon name={chosen === opening ? 'check' : 'copy'} size={16} />
          {opening}
        </button>
      ))}
    </fieldset>
  );
}
