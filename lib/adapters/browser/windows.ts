import browser from 'webextension-polyfill';

type Size = { width: number; height: number };

async function openWindow(url: string, size: Size): Promise<number | null> {
  const opened = await browser.windows.create({ url, type: 'popup', focused: true, ...size });
  return opened.id ?? null;
}

/**
 * Opens a network's composer. Gives the window to listen to, or null where the browser names none. A browser
 * that opens no small window (a kiosk, some policies) may still open a tab, whose closing nobody hears of.
 */
export async function openComposerWindow(url: string, size: Size): Promise<number | null> {
  try {
    return await openWindow(url, size);
  } catch (error) {
    // Only the way out is another; where both are barred, the first says why.
    await browser.tabs.create({ url }).catch(() => {
      throw error;
    });
    return null;
  }
}

/** A page of Relais that keeps the focus, for what no web page takes. */
export function openHandoverWindow(shareId: string, size: Size): Promise<number | null> {
  return openWindow(browser.runtime.getURL(`handover.html?share=${encodeURIComponent(shareId)}`), size);
}

/** Opens a page in a tab in front. Gives the tab to listen to, or null where the browser names none. */
export async function openTab(url: string): Promise<number | null> {
  const opened = await browser.tabs.create({ url });
  return opened.id ?? null;
}

export async function openSpotWindow(draftId: string): Promise<void> {
  await openWindow(browser.runtime.getURL(`spot.html?draft=${encodeURIComponent(draftId)}`), {
    width: 420,
    height: 680,
  });
}

/** The one question after a composer: did you post it? */
export async function openAskWindow(shareId: string): Promise<void> {
  await openWindow(browser.runtime.getURL(`ask.html?share=${encodeURIComponent(shareId)}`), {
    width: 420,
    height: 300,
  });
}

/** The feed as the toolbar shows it, in a small window: no browser opens its own popup but at a click on it. */
export async function openFeedWindow(): Promise<void> {
  await openWindow(browser.runtime.getURL('popup.html'), { width: 420, height: 660 });
}

export async function openWelcomePage(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
}

/** The badge of the toolbar button: new items, at most 99+, after a dot when something planned is due. */
export async function showUnreadCount(count: number, isDue: boolean): Promise<void> {
  const news = count === 0 ? '' : count > 99 ? '99+' : String(count);
  await browser.action.setBadgeText({ text: isDue ? `•${news}` : news });
  await browser.action.setBadgeBackgroundColor({ color: '#b93a0b' });
}

export type MenuWords = { page: string; link: string; selection: string };

/**
 * Makes the context menus be what they should, once at a time. Chrome keeps them across starts and
 * Firefox loses them on disabling (https://bugzilla.mozilla.org/show_bug.cgi?id=1817287), so they are
 * made again at every background start.
 */
export function createMenuKeeper(words: () => MenuWords): () => Promise<void> {
  let running: Promise<void> | null = null;
  const make = async () => {
    await browser.contextMenus.removeAll();
    const { page, link, selection } = words();
    const documentUrlPatterns = ['https://*/*', 'http://*/*'];
    browser.contextMenus.create({ id: 'spot-page', title: page, contexts: ['page'], documentUrlPatterns });
    browser.contextMenus.create({ id: 'spot-link', title: link, contexts: ['link'] });
    browser.contextMenus.create({
      id: 'spot-selection',
      title: selection,
      contexts: ['selection'],
      documentUrlPatterns,
    });
  };
  return () => {
    running ??= make().finally(() => {
      running = null;
    });
    return running;
  };
}
