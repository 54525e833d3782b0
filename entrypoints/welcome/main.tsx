import { render } from 'preact';
import { applyTheme, startPage } from '../../components/ui/apply-theme.ts';
import { invitationIn } from '../../components/welcome/invitation-in.ts';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { requestHostAccess } from '../../lib/adapters/browser/permissions.ts';
import { readShortcuts } from '../../lib/adapters/browser/shortcuts.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { readPreferences } from '../../lib/storage/settings.ts';

startPage('welcome_title');
const invitationUrl = invitationIn(location.hash);
// An invitation works once: it has no place in the browser's history.
if (invitationUrl !== '') history.replaceState(null, '', location.pathname);
const [{ theme }, shortcuts] = await Promise.all([readPreferences(), readShortcuts()]);
applyTheme(theme);
render(
  <Welcome
    db={new RelaisDb()}
    invitationUrl={invitationUrl}
    popupShortcut={shortcuts.popup}
    requestHostAccess={requestHostAccess}
    closePage={() => window.close()}
  />,
  document.body,
);
