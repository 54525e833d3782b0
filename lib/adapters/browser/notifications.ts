import browser from 'webextension-polyfill';

const digestId = 'relais-digest';
const reminderId = 'relais-reminder';
const permission = { permissions: ['notifications' as const] };

/** Absent until the person allowed it. */
function notifications(): typeof browser.notifications | undefined {
  return browser.notifications as typeof browser.notifications | undefined;
}

/** Asks the person; called first in a click, because after an `await` the click no longer counts. */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request(permission);
}

/** Allowed, and within reach of this context: a digest that cannot be shown is not spent. */
export async function canNotify(): Promise<boolean> {
  return (await browser.permissions.contains(permission)) && notifications() !== undefined;
}

/** A new digest takes the place of the last. */
export async function showDigestNotification(words: { title: string; message: string }): Promise<void> {
  const iconUrl = browser.runtime.getURL('icons/128.png');
  await notifications()?.create(digestId, { type: 'basic', iconUrl, ...words });
}

/** What the person put off to now: all that waits is one notification, without a sound. */
export async function showReminderNotification(words: { title: string; message: string }): Promise<void> {
  const iconUrl = browser.runtime.getURL('icons/128.png');
  await notifications()?.create(reminderId, { type: 'basic', iconUrl, ...words });
}

/** Calls back at a click. To be called at each start, and once more when the permission is given. */
export function listenToNotifications(clicked: { onDigest: () => void; onReminder: () => void }): void {
  notifications()?.onClicked.addListener((id) => {
    if (id !== digestId && id !== reminderId) return;
    void notifications()?.clear(id);
    if (id === digestId) clicked.onDigest();
    else clicked.onReminder();
  });
}

/**
 * Whether the feed is on screen: the popup, or its page in a tab or a window. Workers see no views, so
 * the browser is asked for its contexts; the polyfill's types do not know them yet.
 */
export async function isFeedOpen(): Promise<boolean> {
  type Context = { documentUrl?: string };
  const runtime = browser.runtime as typeof browser.runtime & {
    getContexts: (filter: object) => Promise<Context[]>;
  };
  const feed = browser.runtime.getURL('popup.html');
  const contexts = await runtime.getContexts({ contextTypes: ['POPUP', 'TAB'] });
  return contexts.some(({ documentUrl }) => documentUrl?.startsWith(feed));
}
