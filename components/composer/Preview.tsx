import type { FeedCard } from '../../lib/domain/first-screen.ts';
import { parseWebAddress } from '../../lib/domain/links/parse-address.ts';
import { t } from '../../lib/i18n/messages.ts';
import { Picture } from '../popup/Picture.tsx';
import { Card } from '../ui/Card.tsx';

/** The link as a network will roughly show it; its own picture and title come from the page. */
export function Preview({ card }: { card: FeedCard }) {
  return (
    <Card as="section" class="composer-preview" aria-label={t('composer_preview')}>
      <Picture card={card} />
      <div class="r-grow">
        <p class="composer-preview-title">{card.title}</p>
        <p class="r-muted">{parseWebAddress(card.url ?? '')?.host}</p>
      </div>
    </Card>
  );
}
