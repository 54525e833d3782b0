import { journalFigures } from '../../lib/domain/figures.ts';
import { formatNumber, plural, t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readJournal, readOpenShares, readOutbox } from '../../lib/storage/queries/journal.ts';
import { readSpot } from '../../lib/storage/queries/spot-window.ts';
import { DuePlans } from '../plan/DuePlans.tsx';
import { PlanList } from '../plan/PlanList.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { useNow } from '../ui/use-now.ts';
import { OpenShares } from './OpenShares.tsx';
import { Outbox, type OutboxEntry } from './Outbox.tsx';
import './RelayTab.css';

/** A calendar month and a week reach back this far at most. */
const figuresMs = 40 * 86_400_000;
/** The next ones planned; the queue's own page has the rest. */
const shownPlans = 3;
/** More acts than anyone does in that time. */
const figuresLimit = 2000;

async function readRelay(db: RelaisDb, now: number) {
  const [openShares, deliveries, journal] = await Promise.all([
    readOpenShares(db),
    readOutbox(db),
    readJournal(db, now - figuresMs, figuresLimit),
  ]);
  const spots = await Promise.all(deliveries.map((delivery) => readSpot(db, delivery.spotId)));
  const outbox: OutboxEntry[] = deliveries.map((delivery, i) => ({ delivery, title: spots[i]?.page.title ?? '' }));
  const figures = journalFigures({
    shares: journal.flatMap((entry) => (entry.kind === 'share' ? [entry.share] : [])),
    deliveries: journal.flatMap((entry) => (entry.kind === 'spot' ? entry.spot.deliveries : [])),
    now,
  });
  return { openShares, outbox, figures };
}

type RelayTabProps = { db: RelaisDb; openPage: (path: string) => void };

/** What waits for the employee's word, what is still on its way, and the week in short. */
export function RelayTab({ db, openPage }: RelayTabProps) {
  const now = useNow();
  const relay = useLiveQuery(() => readRelay(db, now), [db, now]);
  const command = useCommand();
  if (relay.value === undefined) {
    return relay.state === 'failed' ? <Notice kind="failed">{errorText(relay.code)}</Notice> : <Skeleton />;
  }
  const { openShares, outbox, figures } = relay.value;
  return (
    <div class="r-stack">
      {command.failed && <Notice kind="failed">{errorText(command.failed)}</Notice>}
      <DuePlans db={db} />
      <OpenShares shares={openShares} now={now} command={command} openPage={openPage} />
      <Outbox entries={outbox} command={command} />
      <PlanList db={db} limit={shownPlans} onAll={() => openPage('dashboard.html#queue')} />
      <section class="r-stack" aria-labelledby="relay-week">
        <h2 id="relay-week">{t('journal_week')}</h2>
        <Card as="div" class="relay-figures">
          <Figure value={figures.week.published} label={plural('journal_published', figures.week.published)} />
          <Figure value={figures.week.spots} label={plural('journal_spots', figures.week.spots)} />
        </Card>
        <p class="r-muted">
          {t('relay_month', formatNumber(figures.month.published), formatNumber(figures.month.spots))}
        </p>
      </section>
      <div class="r-row r-wrap">
        <Button icon={<Icon name="book" size={16} />} onClick={() => openPage('dashboard.html#journal')}>
          {t('dashboard_journal')}
        </Button>
        <Button icon={<Icon name="chart" size={16} />} onClick={() => openPage('dashboard.html#leaderboard')}>
          {t('dashboard_leaderboard')}
        </Button>
      </div>
    </div>
  );
}

function Figure({ value, label }: { value: number; label: string }) {
  return (
    <p class="relay-figure">
      <strong>{formatNumber(value)}</strong> <span class="r-muted">{label}</span>
    </p>
  );
}
