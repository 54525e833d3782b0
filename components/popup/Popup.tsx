import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isPlain } from '../../lib/domain/feed-choice.ts';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import type { NetworkId } from '../../lib/domain/network.ts';
import { formatNumber, plural, t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { errorText } from '../ui/error-text.ts';
import { Notice } from '../ui/Notice.tsx';
import { rememberMarks } from '../ui/network-table.ts';
import { Skeleton } from '../ui/Spinner.tsx';
import { TabPanel, Tabs } from '../ui/Tabs.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useNow } from '../ui/use-now.ts';
import { FeedBar } from './FeedBar.tsx';
import { FeedTab } from './FeedTab.tsx';
import type { LateActs } from './feed-acts.ts';
import { type FeedStore, limitStep, useStore } from './feed-store.ts';
import { type Late, lazyViews, loadLate } from './lazy-views.tsx';
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
  const choice = useStore(feed.choice);
  const now = useNow();
  const [tab, setTab] = useState<TabId>('feed');
  const [composing, setComposing] = useState<Composing | null>(null);
  const [sharedOn, setSharedOn] = useState<NetworkId | null>(null);
  const [filtersOpen, setFiltersOpen] = useState(false);
  const [late, setLate] = useState<Late | null>(null);
  const [lateActs, setLateActs] = useState<LateActs | null>(null);
  useEffect(() => {
    loadLate(database).then(setLate, () => undefined); // Without it the first screen still works.
  }, [database]);
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
  // What is pressed before the rest is loaded is done when it is.
  const ready = useMemo(() => Promise.withResolvers<LateActs>(), []);
  const whenLate = (act: (late: LateActs) => void) => void ready.promise.then(act);
  const onReady = (loaded: LateActs) => {
    setLateActs(loaded);
    ready.resolve(loaded);
  };
  const acts = { ...useShare({ screen: view.screen, compose, onShared }), late: lateActs, whenLate };
  const refreshing = command.busy === 'refreshSources';
  const onRefresh = () => command.run('refreshSources', { sourceId: null });
  const menu = [
    { label: t('popup_menu_seen'), icon: 'check', onSelect: () => command.run('markAllSeen', {}) },
    { label: t('popup_menu_dashboard'), icon: 'chart', onSelect: () => openPage('dashboard.html') },
    { label: t('popup_menu_options'), icon: 'settings', onSelect: () => openPage('options.html') },
  ] as const;
  const { GuidelinesTab, RelayTab, Composer } = useMemo(() => lazyViews(database), [database]);
  const { screen } = view;
  if (screen !== null) rememberMarks(screen.marks);
  const unread = screen?.unreadCount ?? 0;
  const desk = { choice, onChoice: feed.choice.set, preferred: screen?.networks ?? [], now, acts };
  const notices = (
    <>
      {late && <late.DuePlans db={late.db} />}
      {late && view.live && <late.InvitationCard findInvitation={findInvitation} openPage={openPage} />}
      {sharedOn && late && (
        <late.SharedNotice network={sharedOn} takes={screen?.takes[sharedOn]} onDismiss={() => setSharedOn(null)} />
      )}
    </>
  );
  return (
    <>
      <div class="popup" hidden={composing !== null}>
        <PopupHeader
          screen={screen}
          now={now}
          refreshing={refreshing}
          onRefresh={onRefresh}
          onSpot={() => command.run('spotActiveTab', {})}
          onMenu={(button) => whenLate((loaded) => loaded.openMenu(t('popup_menu'), [...menu], button))}
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
              <>
                {(screen === null || screen.sourceCount > 0) && (
                  <FeedBar
                    {...desk}
                    counts={screen}
                    filtersOpen={filtersOpen}
                    onFilters={() => setFiltersOpen(!filtersOpen)}
                  />
                )}
                {filtersOpen && late && (
                  <late.FilterPanel {...desk} db={late.db} onClose={() => setFiltersOpen(false)} />
                )}
                {isPlain(choice) ? (
                  <FeedTab
                    view={view}
                    now={now}
                    acts={acts}
                    onGuidelines={() => setTab('guidelines')}
                    empty={
                      late &&
                      screen && (
                        <late.NoCards
                          {...{ screen, refreshing, onRefresh }}
                          onWelcome={() => openPage('welcome.html')}
                        />
                      )
                    }
                    more={
                      late &&
                      screen &&
                      screen.cards.length < screen.itemCount && (
                        <late.MoreCards
                          active={view.live}
                          shown={screen.cards.length}
                          onMore={() => feed.limit.set(screen.cards.length + limitStep)}
                        />
                      )
                    }
                  >
                    {notices}
                  </FeedTab>
                ) : late ? (
                  <late.FeedDesk {...desk} db={late.db}>
                    {notices}
                  </late.FeedDesk>
                ) : (
                  <Skeleton count={4} />
                )}
              </>
            )}
            {tab === 'guidelines' && <GuidelinesTab openPage={openPage} />}
            {tab === 'relay' && <RelayTab openPage={openPage} />}
          </TabPanel>
        </main>
        {late && <late.FeedHost db={late.db} acts={acts} preferred={desk.preferred} onReady={onReady} />}
      </div>
      {composing && (
        <div class="popup">
          <Composer
            card={composing.card}
            network={composing.network}
            reason={composing.reason}
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
