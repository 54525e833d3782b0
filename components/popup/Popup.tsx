import { useMemo, useRef, useState } from 'preact/hooks';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import type { NetworkId } from '../../lib/domain/network.ts';
import { networks } from '../../lib/domain/networks/table.ts';
import { formatNumber, plural, t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { errorText } from '../ui/error-text.ts';
import { pasteKeys } from '../ui/keys.ts';
import { Notice } from '../ui/Notice.tsx';
import { TabPanel, Tabs } from '../ui/Tabs.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useNow } from '../ui/use-now.ts';
import { FeedTab } from './FeedTab.tsx';
import { type FeedStore, limitStep, useStore } from './feed-store.ts';
import { InvitationCard } from './InvitationCard.tsx';
import { lazyViews } from './lazy-views.tsx';
import { PopupHeader } from './PopupHeader.tsx';
import { type ComposeReason, useShare } from './use-share.ts';
import './Popup.css';

export type PopupProps = {
  feed: FeedStore;
  /** The database, once the first screen is painted: whatever needs it waits here. */
  database: Promise<RelaisDb>;
  /** The invitation link of the page in front, if it shows one. */
  findInvitation: () => Promise<string | null>;
  /** Opens a page of the extension, by its path. */
  openPage: (path: string) => void;
};

type TabId = 'feed' | 'guidelines' | 'relay';
type Composing = { card: FeedCard; network: NetworkId; reason: ComposeReason };

/** The toolbar's popup: three tabs, and the composer in front of them. */
export function Popup({ feed, database, findInvitation, openPage }: PopupProps) {
  const view = useStore(feed.view);
  const now = useNow();
  const [tab, setTab] = useState<TabId>('feed');
  const [composing, setComposing] = useState<Composing | null>(null);
  const [sharedOn, setSharedOn] = useState<NetworkId | null>(null);
  // Words typed here outlive the composer as long as the popup is open.
  const drafts = useRef(new Map<string, string>());
  const opener = useRef<Element | null>(null);
  const command = useCommand();

  const onShared = (network: NetworkId) => {
    setComposing(null);
    setSharedOn(network);
  };
  const compose = (card: FeedCard, network: NetworkId, reason: ComposeReason) => {
    opener.current = document.activeElement;
    setSharedOn(null);
    setComposing({ card, network, reason });
  };
  const acts = useShare({ compose, onShared });
  const refreshing = command.busy === 'refreshSources';
  const onRefresh = () => command.run('refreshSources', { sourceId: null });
  const menu = [
    { label: t('popup_menu_seen'), icon: 'check', onSelect: () => command.run('markAllSeen', {}) },
    { label: t('popup_menu_dashboard'), icon: 'chart', onSelect: () => openPage('dashboard.html') },
    { label: t('popup_menu_options'), icon: 'settings', onSelect: () => openPage('options.html') },
  ] as const;
  const { GuidelinesTab, RelayTab, Composer } = useMemo(() => lazyViews(database), [database]);
  const unread = view.screen?.unreadCount ?? 0;
  return (
    <>
      <div class="popup" hidden={composing !== null}>
        <PopupHeader
          screen={view.screen}
          now={now}
          refreshing={refreshing}
          onRefresh={onRefresh}
          onSpot={() => command.run('spotActiveTab', {})}
          menu={[...menu]}
        />
        <main class="popup-main">
          <Tabs
            label={t('popup_tabs')}
            name="popup"
            selected={tab}
            onSelect={setTab}
            tabs={[
              {
                id: 'feed',
                label: t('popup_tab_feed'),
                badge:
                  unread > 0
                    ? { text: unread > 99 ? '99+' : formatNumber(unread), label: plural('popup_new', unread) }
                    : undefined,
              },
              { id: 'guidelines', label: t('popup_tab_guidelines') },
              { id: 'relay', label: t('popup_tab_relay') },
            ]}
          />
          <TabPanel name="popup" id={tab} class="popup-panel" key={tab}>
            {command.failed && (
              <Notice kind="failed" onDismiss={command.clear}>
                {errorText(command.failed)}
              </Notice>
            )}
            {tab === 'feed' && (
              <FeedTab
                view={view}
                now={now}
                acts={acts}
                refreshing={refreshing}
                onRefresh={onRefresh}
                onMore={() => feed.limit.set((view.screen?.cards.length ?? 0) + limitStep)}
                onWelcome={() => openPage('welcome.html')}
                onGuidelines={() => setTab('guidelines')}
              >
                {view.live && <InvitationCard findInvitation={findInvitation} openPage={openPage} />}
                {sharedOn && (
                  <Notice kind="ok" onDismiss={() => setSharedOn(null)}>
                    {networks[sharedOn].takes === 'link'
                      ? t('popup_shared_copied', networks[sharedOn].name, pasteKeys())
                      : t('popup_shared', networks[sharedOn].name)}
                  </Notice>
                )}
              </FeedTab>
            )}
            {tab === 'guidelines' && <GuidelinesTab />}
            {tab === 'relay' && <RelayTab openPage={openPage} />}
          </TabPanel>
        </main>
      </div>
      {composing && (
        <div class="popup">
          <Composer
            card={composing.card}
            network={composing.network}
            reason={composing.reason}
            drafts={drafts.current}
            onBack={() => {
              setComposing(null);
              // The feed is still there, hidden: the focus goes back once it is shown again.
              requestAnimationFrame(() => (opener.current as HTMLElement | null)?.focus());
            }}
            onShared={onShared}
          />
        </div>
      )}
    </>
  );
}
