import browser from 'webextension-polyfill';

/** The shortcuts in force, as the browser writes them; empty where the person took one off. */
export async function readShortcuts(): Promise<{ popup: string; spot: string; share: string }> {
  const commands = await browser.commands.getAll();
  const shortcutOf = (name: string) => commands.find((command) => command.name === name)?.shortcut ?? '';
  return { popup: shortcutOf('_execute_action'), spot: shortcutOf('spot-page'), share: shortcutOf('share-page') };
}

/**
 * Opens the browser's own page of shortcuts. Firefox has a call for it since 137, Chromium an address
 * that only a tab of an extension may open; elsewhere it throws, and the page says where to look.
 */
export async function openShortcutSettings(): Promise<void> {
  const { openShortcutSettings: open } = browser.commands as typeof browser.commands & {
    openShortcutSettings?: () => Promise<void>;
  };
  if (open !== undefined) await open();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
