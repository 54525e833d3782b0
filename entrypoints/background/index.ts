import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { type CapturableTab, captureTab, findActiveTab } from '../../lib/adapters/browser/capture.ts';
import { composerPage, openComposerFor } from '../../lib/adapters/browser/composer.ts';
import {
  canNotify,
  isFeedOpen,
  listenToNotifications,
  showDigestNotification,
  showReminderNotification,
} from '../../lib/adapters/browser/notifications.ts';
import { type Disposition, listenToOmnibox, openWhere } from '../../lib/adapters/browser/omnibox.ts';
import { forgetPermissions, hasHostAccess, listenToPermissions } from '../../lib/adapters/browser/permissions.ts';
import { fitPicture, shrinkPicture } from '../../lib/adapters/browser/picture.ts';
import {
  createMenuKeeper,
  openAskWindow,
  openComposerWindow,
  openFeedWindow,
  openHandoverWindow,
  openSpotWindow,
  openTab,
  openWelcomePage,
  showUnreadCount,
} from '../../lib/adapters/browser/windows.ts';
import { RelaisError } from '../../lib/domain/errors.ts';
import { itemDraft, linkDraft } from '../../lib/domain/page.ts';
import { language, plural, t } from '../../lib/i18n/messages.ts';
import { handleMessages } from '../../lib/messaging/handle.ts';
import { reportError } from '../../lib/services/report-error.ts';
import { ensureDealSeed } from '../../lib/storage/background-notes.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import {
  createAlarmListener,
  ensureAlarms,
  scheduleDrain,
  schedulePlans,
  schedulePoll,
  scheduleShelves,
} from './alarms.ts';
import { createHandlers } from './handlers.ts';
import { reminderWords } from './reminder-words.ts';
import { createServices } from './services.ts';

/**
 * The one writer. Every listener is registered in this first synchronous turn, or the browser would
 * not wake the worker for it; nothing that must survive is kept in a variable.
 */
/** As many lines as a browser shows. */
const omniboxLines = 6;

export default defineBackground(() => {
  const db = new RelaisDb();
  const now = () => Date.now();
  const newId = () => crypto.randomUUID();
  const services = createServices({
    db,
    fetch: (...request) => fetch(...request),
    now,
    random: Math.random,
    newId,
    language: language(),
    deviceName: import.meta.env.FIREFOX ? 'Firefox' : 'Chrome',
    isOnline: () => navigator.onLine,
    withLock: (name, work) => navigator.locks.request(name, work),
    scheduleDrain,
    schedulePoll,
    scheduleShelves,
    schedulePlans,
    hasHostAccess,
    forgetPermissions,
    canNotify,
    isFeedOpen,
    showDigest: ({ count, titles }) =>
      showDigestNotification({ title: plural('digest_title', count), message: titles.join('\n') }),
    showReminder: (reminder) => showReminderNotification(reminderWords(reminder)),
    openPlanComposer: (itemId, network) => openComposerFor(itemId, [network], { startsRound: false }),
    openFeed: openFeedWindow,
    openComposerWindow,
    openHandoverWindow,
    openTab,
    openAskWindow,
    openSpotWindow,
    showUnreadCount,
    shrinkPicture,
    fitPicture,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    report: reportError,
  });
  const ensureMenus = createMenuKeeper(() => ({
    page: t('menu_spot_page'),
    link: t('menu_spot_link'),
    selection: t('menu_spot_selection'),
  }));
  const keep = (work: Promise<unknown>, where: string) => work.catch((error) => reportError(error, where));

  const spotTab = async (tab: CapturableTab, selection?: string) =>
    services.spots.openDraft(await captureTab(tab, { id: newId(), now: now(), selection }));
  const spotItem = async (itemId: string) => {
    const item = await db.items.get(itemId);
    if (item === undefined) throw new RelaisError('not_found', `no item ${itemId}`);
    return services.spots.openDraft(itemDraft(item, { id: newId(), now: now() }));
  };
  /** The page in front, when it is an item; else the spot window says that it is none. */
  const sharePage = async (commandTab?: CapturableTab) => {
    const tab = commandTab ?? (await findActiveTab());
    const draft = await captureTab(tab, { id: newId(), now: now() });
    const itemId = await services.finder.findByAddress([tab.url ?? '', draft.page?.url ?? '']);
    if (itemId !== undefined) return openComposerFor(itemId, null);
    const warnings = draft.page === null ? [] : [...draft.warnings, 'not_in_feed' as const];
    await services.spots.openDraft({ ...draft, warnings });
  };
  /** What was chosen below the address bar, or what the words find first; the feed when they find nothing. */
  const composeFound = async (content: string, disposition: Disposition) => {
    const itemId =
      (await services.finder.findByAddress([content])) ?? (await services.finder.findByWords(content, 1))[0]?.id;
    await openWhere(
      itemId === undefined ? browser.runtime.getURL('popup.html') : composerPage(itemId, null),
      disposition,
    );
  };
  const gestures = {
    spotActiveTab: async () => spotTab(await findActiveTab()),
    spotItem,
    openComposer: openComposerFor,
  };

  handleMessages(createHandlers(services, gestures, newId()), reportError);

  browser.contextMenus.onClicked.addListener((info, tab) => {
    const spotted =
      info.menuItemId === 'spot-link'
        ? services.spots.openDraft(linkDraft(info.linkUrl ?? '', { id: newId(), now: now(), text: info.linkText }))
        : spotTab(tab ?? {}, info.selectionText);
    keep(spotted, 'menu');
  });

  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'spot-page') keep(tab === undefined ? gestures.spotActiveTab() : spotTab(tab), 'command');
    if (command === 'share-page') keep(sharePage(tab), 'command');
  });

  listenToOmnibox({
    hint: t('omnibox_hint'),
    isMarkup: !import.meta.env.FIREFOX,
    onWords: async (words) =>
      (await services.finder.findByWords(words, omniboxLines)).map(({ url, heading, sourceTitle }) => ({
        content: url,
        title: heading,
        detail: sourceTitle,
      })),
    onEnter: (content, disposition) => keep(composeFound(content, disposition), 'address bar'),
  });

  browser.windows.onRemoved.addListener((windowId) => {
    keep(services.shares.windowClosed(windowId), 'composer closed');
  });

  browser.tabs.onRemoved.addListener((tabId) => {
    keep(services.shares.tabClosed(tabId), 'post closed');
  });

  const onAlarm = createAlarmListener(services);
  browser.alarms.onAlarm.addListener((alarm) => {
    keep(onAlarm(alarm), `alarm ${alarm.name}`);
  });

  const listenToClicks = () =>
    listenToNotifications({
      onDigest: () => keep(openFeedWindow(), 'digest'),
      onReminder: () => keep(services.plans.openReminder(), 'reminder'),
    });
  listenToClicks();
  listenToPermissions({
    onAdded: ({ origins = [], permissions = [] }) => {
      if (permissions.includes('notifications')) listenToClicks();
      if (origins.length > 0) keep(services.pictures.hostAllowed(), 'pictures');
    },
    onRemoved: ({ permissions = [] }) => {
      if (permissions.includes('notifications')) keep(services.digest.turnOff(), 'digest');
    },
  });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    keep(ensureMenus(), 'menus');
    if (reason === 'install') keep(openWelcomePage(), 'welcome');
  });
  browser.runtime.onStartup.addListener(() => {
    keep(services.sources.refreshDue(), 'start');
  });

  self.addEventListener('online', () => {
    keep(services.outbox.hurry(), 'online');
    keep(services.directPosts.hurry(), 'online');
    keep(services.sources.refreshDue({ cameOnline: true }), 'online');
  });

  // Once per start, whatever woke the background: what was under way when it died goes on.
  keep(ensureMenus(), 'menus');
  keep(ensureAlarms(Math.random), 'alarms');
  keep(ensureDealSeed(newId), 'seed');
  keep(services.drafts.pruneDrafts(), 'drafts');
  keep(services.shelves.wakeUp(), 'shelves');
  keep(services.plans.wakeUp(), 'plans');
  keep(services.outbox.drain(), 'outbox');
  keep(services.directPosts.drain(), 'direct posts');
  keep(services.participation.drain(), 'participation');
  services.firstScreen.follow();
});
