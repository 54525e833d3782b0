import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import { parseWebAddress } from '../../lib/domain/links/parse-address.ts';
import type { NetworkId } from '../../lib/domain/network.ts';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { NetworkMark } from '../ui/NetworkMark.tsx';
import { Notice } from '../ui/Notice.tsx';
import { networkName } from '../ui/network-name.ts';
import type { FeedActs } from './feed-acts.ts';
import { ItemFacts } from './ItemFacts.tsx';
import { Picture } from './Picture.tsx';
import { ShareButtons } from './ShareButtons.tsx';
import './ItemCard.css';

export type ItemCardProps = {
  card: FeedCard;
  preferred: NetworkId[];
  now: number;
  acts: FeedActs;
  /** The title with what was searched marked in it. */
  title?: ComponentChildren;
};

/** One item: what it is, what became of it, and the one click that shares it. */
export function ItemCard({ card, preferred, now, acts, title = card.title }: ItemCardProps) {
  const concerned = acts.itemId === card.id;
  const href = parseWebAddress(card.readUrl ?? card.url ?? '')?.href;
  return (
    <Card as="article" class="item" data-item={card.id} data-unread={card.unread || undefined}>
      <div class="item-top">
        <div class="item-words">
          <ItemFacts card={card} now={now} />
          <h2>
            {href === undefined ? (
              title
            ) : (
              <a href={href} target="_blank" rel="noopener noreferrer">
                {title}
              </a>
            )}
          </h2>
        </div>
        <Picture card={card} />
      </div>
      {acts.late ? acts.late.cardDetails(card, now) : <div style={{ height: keptHeight(card) }} />}
      <ItemActs card={card} preferred={preferred} acts={acts} />
      {concerned && acts.failed && <Notice kind="failed">{errorText(acts.failed)}</Notice>}
    </Card>
  );
}

/** What the details of a kind will take, about: they come a moment after the first paint, and little must move. */
function keptHeight({ kind, summary, poll, openings }: FeedCard): number {
  const lines = {
    message: Math.min(4, Math.ceil(summary.length / 50)) + 1,
    poll: (poll?.choices.length ?? 0) + 3,
    engage: openings.length * 2 + 1,
    event: 1,
    job: 1,
    article: 0,
    video: 0,
  };
  return lines[kind] * 20;
}

function ItemActs({ card, preferred, acts }: Pick<ItemCardProps, 'card' | 'preferred' | 'acts'>) {
  const id = useId();
  const hasAddress = card.url !== null;
  const shared = { disabled: !hasAddress, 'aria-describedby': hasAddress ? undefined : id };
  return (
    <div class="item-acts">
      {card.opensAt === null ? <MainActs {...{ card, preferred, acts, shared }} /> : acts.late?.opening(card)}
      {!hasAddress && (
        <span class="r-muted item-reason" id={id}>
          {t('popup_item_no_address')}
        </span>
      )}
      <span class="r-grow" />
      {card.opensAt === null && card.kind !== 'engage' && (
        <Button
          {...shared}
          variant="group"
          class={preferred.length > 2 ? 'item-tight' : undefined}
          icon={<Icon name="spot" size={16} />}
          aria-label={t('popup_spot_item', card.title)}
          title={t('popup_spot_hint')}
          onClick={() => acts.spot(card)}
        >
          {t('popup_spot_button')}
        </Button>
      )}
      <IconButton
        label={t('item_menu', card.title)}
        title={t('popup_menu')}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => acts.whenLate((late) => late.openCardMenu(card, currentTarget))}
      >
        <Icon name="more" />
      </IconButton>
    </div>
  );
}

export type MainActsProps = Pick<ItemCardProps, 'card' | 'preferred' | 'acts'> & {
  shared: { disabled: boolean; 'aria-describedby': string | undefined };
};

function MainActs(props: MainActsProps) {
  const { card, acts, shared } = props;
  if (card.kind !== 'engage') return <ShareButtons {...props} />;
  const network = card.commentOn;
  const label = network === null ? t('item_comment') : t('item_comment_on', networkName(network));
  return (
    <Button
      {...shared}
      variant={card.commented === 'confirmed' ? 'plain' : 'primary'}
      icon={network === null ? <Icon name="engage" size={16} /> : <NetworkMark network={network} />}
      aria-label={t('item_comment_of', label, card.title)}
      title={t('item_comment_hint')}
      onClick={() => acts.whenLate((late) => late.comment(card))}
    >
      {label}
    </Button>
  );
}
