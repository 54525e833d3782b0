import type { FeedCard } from '../../lib/domain/first-screen.ts';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { t } from '../../lib/i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';

/** On a card whose post was begun: goes on where it was left. */
export function DraftMark({ card, onOpen }: { card: FeedCard; onOpen: (network: NetworkId) => void }) {
  const { draftOn } = card;
  if (draftOn == null || card.opensAt !== null) return null;
  return (
    <p>
      <button
        type="button"
        class="r-chip r-chip-button item-draft"
        aria-label={t('item_draft_open', card.title)}
        onClick={() => onOpen(draftOn)}
      >
        <Icon name="pencil" size={14} />
        {t('item_draft')}
      </button>
    </p>
  );
}
