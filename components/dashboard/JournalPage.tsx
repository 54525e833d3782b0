import { useState } from 'preact/hooks';
import { toLocalDay } from '../../lib/domain/calendar.ts';
import { journalFigures, weeklySeries } from '../../lib/domain/figures.ts';
import { formatDay, t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readJournalRows } from '../../lib/storage/queries/figures.ts';
import { type JournalEntry, readJournal } from '../../lib/storage/queries/journal.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ExportButton } from '../ui/ExportButton.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { PeriodCard } from './PeriodCard.tsx';
import { ShareEntryRow } from './ShareEntryRow.tsx';
import { SpotEntryRow } from './SpotEntryRow.tsx';
import { WeekBars } from './WeekBars.tsx';

const pageSize = 30;
/** Eight weeks and the days of the one under way. */
const seriesMs = 9 * 7 * 86_400_000;

function byDay(entries: JournalEntry[]): JournalEntry[][] {
  return [...Map.groupBy(entries, ({ at }) => toLocalDay(at)).values()];
}

/** Own shares and spots: figures, eight weeks, then every act with its state in words. */
export function JournalPage({ db, now }: { db: RelaisDb; now: () => number }) {
  const [limit, setLimit] = useState(pageSize);
  const journal = useLiveQuery(() => readJournal(db, 0, limit), [db, limit]);
  const rows = useLiveQuery(() => readJournalRows(db, now() - seriesMs), [db]);
  if (journal.state === 'failed') {
    return (
      <EmptyState icon="warning" title={t('journal_failed_title')}>
        {errorText(journal.code)}
      </EmptyState>
    );
  }
  if (journal.value === undefined || rows.value === undefined) return <Skeleton />;
  const entries = journal.value;
  const { week, month } = journalFigures({ ...rows.value, now: now() });
  return (
    <div class="r-stack">
      <div class="r-row r-wrap">
        <p class="r-row r-muted r-grow">
          <Icon name="lock" size={16} />
          {t('journal_local')}
        </p>
        <ExportButton now={now} />
      </div>
      <div class="dashboard-summary">
        <PeriodCard title={t('journal_week')} figures={week} />
        <PeriodCard title={t('journal_month')} figures={month} />
        <WeekBars weeks={weeklySeries({ ...rows.value, now: now() })} />
      </div>
      {entries.length === 0 ? (
        <Card>
          <EmptyState icon="share" title={t('journal_empty_title')}>
            {t('journal_empty_body')}
          </EmptyState>
        </Card>
      ) : (
        <section class="r-stack" aria-label={t('journal_list_title')}>
          {byDay(entries).map((day) => (
            <Card key={toLocalDay(day[0]?.at ?? 0)} as="section" class="dashboard-day">
              <h2>{formatDay(day[0]?.at ?? 0)}</h2>
              <ul class="r-list">
                {day.map((entry) =>
                  entry.kind === 'share' ? (
                    <ShareEntryRow key={entry.share.id} share={entry.share} />
                  ) : (
                    <SpotEntryRow key={entry.spot.id} spot={entry.spot} />
                  ),
                )}
              </ul>
            </Card>
          ))}
          {entries.length >= limit && (
            <Button busy={journal.state === 'loading'} onClick={() => setLimit(limit + pageSize)}>
              {t('journal_more')}
            </Button>
          )}
        </section>
      )}
    </div>
  );
}
