import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { FeedScreen } from '../../lib/domain/first-screen.ts';
import { networks } from '../../lib/domain/networks/table.ts';
import { t } from '../../lib/i18n/messages.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { pasteKeys } from '../ui/keys.ts';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { useOnline } from '../ui/use-online.ts';
import { CampaignCard } from './CampaignCard.tsx';
import type { FeedView } from './feed-store.ts';
import { ItemCard } from './ItemCard.tsx';
import { MoreCards } from './MoreCards.tsx';
import { useSeen } from './use-seen.ts';
import type { CardActs } from './use-share.ts';
import './FeedTab.css';

type FeedTabProps = {
  view: FeedView;
  now: number;
  acts: CardActs;
  refreshing: boolean;
  onRefresh: () => void;
  onMore: () => void;
  onWelcome: () => void;
  onGuidelines: () => void;
  /** What the popup itself has to say, above everything. */
  children?: ComponentChildren;
};

/** What to share: the company's items, and whatever stands between them and the employee. */
export function FeedTab({
  view,
  now,
  acts,
  refreshing,
  onRefresh,
  onMore,
  onWelcome,
  onGuidelines,
  children,
}: FeedTabProps) {
  const online = useOnline();
  const list = useRef<HTMLUListElement>(null);
  useSeen(list, view.live);
  const { screen } = view;
  return (
    <div class="feed">
      {!online && <Notice icon="offline">{t('popup_offline')}</Notice>}
      {children}
      {view.failed && <Notice kind="failed">{errorText(view.failed)}</Notice>}
      {screen === null ? (
        !view.failed && <Skeleton count={4} />
      ) : (
        <>
          {screen.campaign && <CampaignCard campaign={screen.campaign} />}
          {screen.charterPending && (
            <Notice icon="book" action={{ label: t('popup_charter_read'), onClick: onGuidelines }}>
              {t('popup_charter_pending')}
            </Notice>
          )}
          <FailingSources screen={screen} />
          {screen.cards.length === 0 ? (
            <NoCards screen={screen} refreshing={refreshing} onRefresh={onRefresh} onWelcome={onWelcome} />
          ) : (
            <>
              <CopyHint screen={screen} />
              <ul class="r-list feed-list" ref={list} aria-label={t('popup_tab_feed')}>
                {screen.cards.map((card) => (
                  <li key={card.id}>
                    <ItemCard card={card} preferred={screen.preferences.networks} now={now} acts={acts} />
                  </li>
                ))}
              </ul>
              {screen.cards.length < screen.itemCount && (
                <MoreCards active={view.live} shown={screen.cards.length} onMore={onMore} />
              )}
            </>
          )}
        </>
      )}
    </div>
  );
}

/** One line per source that could not be read; what it gave before is still in the list. */
function FailingSources({ screen }: { screen: FeedScreen }) {
  if (screen.failing.length === 0) return null;
  return (
    <div role="status">
      <ul class="r-list feed-failing">
        {screen.failing.map(({ sourceId, sourceTitle, code }) => (
          <li key={sourceId} class="feed-hint">
            <Icon name="warning" size={14} />
            <span>
              <strong>{sourceTitle}</strong> {errorText(code)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Said before the click, because the popup closes when the network's window opens. */
function CopyHint({ screen }: { screen: FeedScreen }) {
  const network = screen.preferences.networks.find((id) => networks[id].takes === 'link');
  if (network === undefined) return null;
  return (
    <p class="feed-hint">
      <Icon name="copy" size={14} />
      {t('popup_copy_hint', networks[network].name, pasteKeys())}
    </p>
  );
}

type NoCardsProps = { screen: FeedScreen; refreshing: boolean; onRefresh: () => void; onWelcome: () => void };

function NoCards({ screen, refreshing, onRefresh, onWelcome }: NoCardsProps) {
  if (screen.sourceCount === 0) {
    return (
      <EmptyState
        icon="share"
        title={t('popup_no_source_title')}
        action={{ label: t('popup_no_source_button'), onClick: onWelcome }}
      >
        {t('popup_no_source_text')}
      </EmptyState>
    );
  }
  if (refreshing) return <Skeleton count={4} />;
  return (
    <EmptyState
      icon="article"
      title={t('popup_no_item_title')}
      action={{ label: t('popup_refresh'), onClick: onRefresh }}
    >
      {t('popup_no_item_text')}
    </EmptyState>
  );
}
