import type { FeedCard } from '../../lib/domain/first-screen.ts';
import type { NetworkId } from '../../lib/domain/network.ts';
import { isPublished } from '../../lib/domain/share-state.ts';
import { formatMoment, formatRelative, t } from '../../lib/i18n/messages.ts';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { networkName } from '../ui/network-name.ts';

/** Whose it is, of when, of which kind, and what this employee did with it. */
export function ItemFacts({ card, now }: { card: FeedCard; now: number }) {
  const told = Object.entries(card.shared) as [NetworkId, NonNullable<FeedCard['shared'][NetworkId]>][];
  return (
    <div class="item-facts">
      {card.unread && (
        <span class="item-new">
          <span class="r-hidden">{t('popup_item_new')}</span>
        </span>
      )}
      <span class="item-source">{card.sourceTitle}</span>
      {card.publishedAt !== null && (
        <time dateTime={new Date(card.publishedAt).toISOString()} title={formatMoment(card.publishedAt)}>
          {formatRelative(card.publishedAt, now)}
        </time>
      )}
      {card.pinned && <Chip tone="accent">{t('popup_item_pinned')}</Chip>}
      {card.kind !== 'article' && (
        <Chip>
          <Icon name={card.kind === 'event' ? 'calendar' : card.kind} size={12} />
          {t(`kind_${card.kind}`)}
        </Chip>
      )}
      {card.followed !== null && (
        <Chip tone="group" title={t('item_followed', card.followed)}>
          <span class="r-hidden">{t('item_followed', '')}</span>
          {card.followed}
        </Chip>
      )}
      {card.saved && (
        <Chip title={t('item_saved')}>
          <Icon name="book" size={12} />
          <span class="r-hidden">{t('item_saved')}</span>
        </Chip>
      )}
      {(card.commented === 'confirmed' || card.commented === 'opened') && (
        <Chip tone={card.commented === 'confirmed' ? 'ok' : 'plain'}>
          {card.commented === 'confirmed' && <Icon name="check" size={12} />}
          {t(card.commented === 'confirmed' ? 'item_commented' : 'item_comment_opened')}
        </Chip>
      )}
      {told.map(([network, state]) =>
        isPublished(state) ? (
          <Chip key={network} tone="ok" title={t('popup_item_published', networkName(network))}>
            <Icon name="check" size={12} />
            {networkName(network)}
          </Chip>
        ) : (
          state === 'opened' && (
            <Chip
              key={network}
              title={network === 'copy' ? t('popup_item_copied') : t('popup_item_opened', networkName(network))}
            >
              {network === 'copy' ? networkName(network) : t('popup_item_opened_short', networkName(network))}
            </Chip>
          )
        ),
      )}
    </div>
  );
}
