import { useId } from 'preact/hooks';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import { parseWebAddress } from '../../lib/domain/links/parse-address.ts';
import type { NetworkId } from '../../lib/domain/network.ts';
import { networks } from '../../lib/domain/networks/table.ts';
import { isPublished } from '../../lib/domain/share-state.ts';
import { formatMoment, formatRelative, t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Chip } from '../ui/Chip.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { NetworkMark } from '../ui/NetworkMark.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Picture } from './Picture.tsx';
import type { CardActs } from './use-share.ts';
import './ItemCard.css';

type ItemCardProps = { card: FeedCard; preferred: NetworkId[]; now: number; acts: CardActs };

/** One item: what it is, what became of it, and the one click that shares it. */
export function ItemCard({ card, preferred, now, acts }: ItemCardProps) {
  const concerned = acts.itemId === card.id;
  const href = parseWebAddress(card.readUrl ?? card.url ?? '')?.href;
  return (
    <Card as="article" class="item" data-item={card.id} data-unread={card.unread || undefined}>
      <div class="item-top">
        <div class="item-words">
          <ItemFacts card={card} now={now} />
          <h2>
            {href === undefined ? (
              card.title
            ) : (
              <a href={href} target="_blank" rel="noopener noreferrer">
                {card.title}
              </a>
            )}
          </h2>
        </div>
        <Picture card={card} />
      </div>
      <ItemActs card={card} preferred={preferred} acts={acts} />
      {concerned && acts.failed && <Notice kind="failed">{errorText(acts.failed)}</Notice>}
    </Card>
  );
}

function ItemFacts({ card, now }: { card: FeedCard; now: number }) {
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
      {told.map(([network, state]) =>
        isPublished(state) ? (
          <Chip key={network} tone="ok" title={t('popup_item_published', networks[network].name)}>
            <Icon name="check" size={12} />
            {networks[network].name}
          </Chip>
        ) : (
          state === 'opened' && (
            <Chip key={network} title={t('popup_item_opened', networks[network].name)}>
              {t('popup_item_opened_short', networks[network].name)}
            </Chip>
          )
        ),
      )}
    </div>
  );
}

function ItemActs({ card, preferred, acts }: Omit<ItemCardProps, 'now'>) {
  const id = useId();
  const [main = 'linkedin', ...others] = preferred;
  const shareable = card.url !== null;
  const known = card.shared[main];
  const again = known !== undefined && isPublished(known);
  const busy = acts.busy && acts.itemId === card.id;
  const shared = { disabled: !shareable, 'aria-describedby': shareable ? undefined : id };
  return (
    <div class="item-acts">
      <Button
        {...shared}
        variant={again ? 'plain' : 'primary'}
        icon={<NetworkMark network={main} />}
        busy={busy}
        aria-label={t(again ? 'popup_again_on' : 'popup_share_on', networks[main].name, card.title)}
        title={t(networks[main].takes === 'link' ? 'popup_share_hint_copy' : 'popup_share_hint', networks[main].name)}
        onClick={() => acts.share(card, main)}
      >
        {t(again ? 'popup_again_button' : 'popup_share_button')}
      </Button>
      {others.map((network) => (
        <IconButton
          key={network}
          {...shared}
          outlined
          label={t('popup_share_on', networks[network].name, card.title)}
          title={t(
            networks[network].takes === 'link' ? 'popup_share_hint_copy' : 'popup_share_hint',
            networks[network].name,
          )}
          onClick={() => acts.share(card, network)}
        >
          <NetworkMark network={network} />
        </IconButton>
      ))}
      <IconButton
        {...shared}
        outlined
        label={t('popup_compose', card.title)}
        title={t('popup_compose_hint')}
        onClick={() => acts.compose(card, main)}
      >
        <Icon name="more" />
      </IconButton>
      {!shareable && (
        <span class="r-muted item-reason" id={id}>
          {t('popup_item_no_address')}
        </span>
      )}
      <span class="r-grow" />
      <Button
        {...shared}
        variant="group"
        icon={<Icon name="spot" size={16} />}
        aria-label={t('popup_spot_item', card.title)}
        title={t('popup_spot_hint')}
        onClick={() => acts.spot(card)}
      >
        {t('popup_spot_button')}
      </Button>
    </div>
  );
}
