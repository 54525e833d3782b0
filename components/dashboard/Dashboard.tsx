import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { QueuePage } from '../plan/QueuePage.tsx';
import type { NotificationAccess } from '../plan/ReminderNotice.tsx';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Mark } from '../ui/Mark.tsx';
import { useHash } from '../ui/use-hash.ts';
import { JournalPage } from './JournalPage.tsx';
import { LeaderboardPage } from './LeaderboardPage.tsx';
import '../ui/page.css';
import './dashboard.css';

export type DashboardProps = {
  db: RelaisDb;
  /** Firefox's own question about counts that leave; called first in a click. */
  requestStatisticsConsent: () => Promise<boolean>;
  notifications: NotificationAccess;
  now?: () => number;
};

const pages = ['leaderboard', 'journal', 'queue'] as const;

/** The full tab: the company's leaderboard, one's own journal and one's own queue. The address says which. */
export function Dashboard({ db, requestStatisticsConsent, notifications, now = Date.now }: DashboardProps) {
  const hash = useHash();
  const page = pages.find((name) => name === hash) ?? 'leaderboard';
  return (
    <div class="dashboard">
      <header class="page-header">
        <Mark size={30} />
        <h1>{t('dashboard_title')}</h1>
        <nav aria-label={t('dashboard_nav')}>
          {pages.map((name) => (
            <a key={name} href={`#${name}`} aria-current={name === page ? 'page' : undefined}>
              {t(`dashboard_${name}`)}
            </a>
          ))}
        </nav>
        <ButtonLink variant="quiet" href="options.html" icon={<Icon name="settings" />}>
          {t('dashboard_settings')}
        </ButtonLink>
      </header>
      <main class="page-main">
        {page === 'journal' ? (
          <JournalPage db={db} now={now} />
        ) : page === 'queue' ? (
          <QueuePage db={db} notifications={notifications} />
        ) : (
          <LeaderboardPage db={db} requestStatisticsConsent={requestStatisticsConsent} now={now} />
        )}
      </main>
    </div>
  );
}
