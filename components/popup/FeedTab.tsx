import type { ComponentChildren } from 'preact';
import type { FeedScreen } from '../../lib/domain/first-screen.ts';
import { needsClipboard } from '../../lib/domain/networks/takes.ts';
import { t } from '../../lib/i18n/messages.ts';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { pasteKeys } from '../ui/keys.ts';
import { Notice } from '../ui/Notice.tsx';
import { networkName } from '../ui/network-name.ts';
import { Skeleton } from '../ui/Spinner.tsx';
import { useOnline } from '../ui/use-online.ts';
import { CampaignCard } from './CampaignCard.tsx';
import { CardList } from './CardList.tsx';
import type { FeedActs } from './feed-acts.ts';
import type { FeedView } from './feed-store.ts';
import './FeedTab.css';

type FeedTabProps = {
  view: FeedView;
  now: number;
  acts: FeedActs;
  onGuidelines: () => void;
  /** What the popup itself has to say, above everything. */
  children?: ComponentChildren;
  /** What reads on at the end of the list. */
  more: ComponentChildren;
  /** What stands where no card is. */
  empty: ComponentChildren;
};

/** What to share: the company's items, and whatever stands between them and the employee. */
export function FeedTab({ view, now, acts, onGuidelines, children, more, empty }: FeedTabProps) {
  const online = useOnline();
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
            (empty ?? <Skeleton count={4} />)
          ) : (
            <>
              <CopyHint screen={screen} />
              <CardList
                label={t('popup_tab_feed')}
                cards={screen.cards}
                preferred={screen.networks}
                now={now}
                acts={acts}
              />
              {more}
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
  const network = screen.networks.find((id) => id !== 'copy' && needsClipboard(screen.takes[id] ?? 'text'));
  if (network === undefined) return null;
  return (
    <p class="feed-hint">
      <Icon name="copy" size={14} />
      {t('popup_copy_hint', networkName(network), pasteKeys())}
    </p>
  );
}
