import { render } from 'preact';
import { Dashboard } from '../../components/dashboard/Dashboard.tsx';
import { applyTheme, startPage } from '../../components/ui/apply-theme.ts';
import { canNotify, requestNotifications } from '../../lib/adapters/browser/notifications.ts';
import { requestStatisticsConsent } from '../../lib/adapters/browser/permissions.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { readPreferences } from '../../lib/storage/settings.ts';

startPage('dashboard_title');
const { theme } = await readPreferences();
applyTheme(theme);
render(
  <Dashboard
    db={new RelaisDb()}
    requestStatisticsConsent={requestStatisticsConsent}
    notifications={{ canNotify, requestNotifications }}
  />,
  document.body,
);
