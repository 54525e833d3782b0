import { render } from 'preact';
import browser from 'webextension-polyfill';
import { Options } from '../../components/options/Options.tsx';
import { applyTheme, startPage } from '../../components/ui/apply-theme.ts';
import { requestNotifications } from '../../lib/adapters/browser/notifications.ts';
import { hasHostAccess, requestHostAccess } from '../../lib/adapters/browser/permissions.ts';
import { openShortcutSettings, readShortcuts } from '../../lib/adapters/browser/shortcuts.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { readPreferences } from '../../lib/storage/settings.ts';

startPage('options_title');
const [preferences, shortcuts] = await Promise.all([readPreferences(), readShortcuts()]);
applyTheme(preferences.theme);
render(
  <Options
    db={new RelaisDb()}
    preferences={preferences}
    version={browser.runtime.getManifest().version}
    browserFamily={import.meta.env.FIREFOX ? 'firefox' : 'chrome'}
    shortcuts={shortcuts}
    openShortcutSettings={openShortcutSettings}
    requestHostAccess={requestHostAccess}
    hasHostAccess={hasHostAccess}
    requestNotifications={requestNotifications}
  />,
  document.body,
);
// The sections exist only now: the address may name one of them.
document.getElementById(location.hash.slice(1))?.scrollIntoView();
