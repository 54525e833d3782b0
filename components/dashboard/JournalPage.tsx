import { useEffect, useRef, useState } from 'preact/hooks';
import { journalFigures, weeklySeries } from '../../lib/domain/figures.ts';
import { isFiltered, type JournalFilter, noFilter } from '../../lib/domain/journal-filter.ts';
import { t } from '../../lib/i18n/messages.ts';
import { sendMessage } from '../../lib/messaging/send.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readJournalRows } from '../../lib/storage/queries/figures.ts';
import { hasShortLinks } from '../../lib/storage/queries/links.ts';
import { DirectPostsWaiting } from '../composer/DirectPostWaiting.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { JournalFiles } from './JournalFiles.tsx';
import { JournalFilters } from './JournalFilters.tsx';
import { JournalList } from './JournalList.tsx';
import { PeriodCard } from './PeriodCard.tsx';
import { useJournal } from './use-journal.ts';
import { WeekBars } from './WeekBars.tsx';

const firstPage = 30;
const nextPage = 60;
/** Eight weeks and the days of the one under way. */
const seriesMs = 9 * 7 * 86_400_000;

/** Asks, once per opening, what was counted at short addresses; what is known meanwhile stays shown. */
function useVisits(db: RelaisDb): void {
  useEffect(() => {
    hasShortLinks(db)
      .then(
        (any) => (any ? sendMessage('refreshVisits', {}) : undefined),
        () => undefined,
      )
      .catch(() => undefined);
  }, [db]);
}

/** Own shares, comments and spots: figures, eight weeks, then every act with its state in words. */
export function JournalPage({ db, now }: { db: RelaisDb; now: () => number }) {
  const [filter, setFilter] = useState<JournalFilter>(noFilter);
  const [limit, setLimit] = useState(firstPage);
  const [erased, setErased] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const { entries: journal, index, found, connected } = useJournal(db, filter, limit, now);
  const rows = useLiveQuery(() => readJournalRows(db, now() - seriesMs), [db]);
  useVisits(db);
  if (journal.state === 'failed') {
    return (
      <EmptyState icon="warning" title={t('journal_failed_title')}>
        {errorText(journal.code)}
      </EmptyState>
    );
  }
  if (journal.value === undefined || rows.value === undefined) return <Skeleton />;
  const entries = journal.value;
  // While a filter is being left, what it found may still be shown.
  const isEmpty =
    index === undefined ? entries.length === 0 && journal.state === 'ready' && !isFiltered(filter) : index.length === 0;
  const hasMore = found === null ? entries.length >= limit : found > limit;
  const { week, month } = journalFigures({ ...rows.value, now: now() });
  const change = (next: JournalFilter) => {
    setFilter(next);
    setLimit(firstPage);
    setErased(false);
  };
  return (
    <div class="r-stack">
      <p class="r-row r-muted">
        <Icon name="lock" size={16} />
        {t('journal_local')}
      </p>
      <div class="dashboard-summary">
        <PeriodCard title={t('journal_week')} figures={week} />
        <PeriodCard title={t('journal_month')} figures={month} />
        <WeekBars weeks={weeklySeries({ ...rows.value, now: now() })} />
      </div>
      <DirectPostsWaiting db={db} />
      {!isEmpty && <JournalFilters filter={filter} onFilter={change} index={index} found={found} />}
      <div class="r-stack" ref={list} tabIndex={-1}>
        <p role="status" class={erased ? 'r-muted' : 'r-hidden'}>
          {erased && t('journal_erased')}
        </p>
        {entries.length === 0 ? (
          <Card>
            <EmptyState
              icon={isEmpty ? 'share' : 'search'}
              title={t(isEmpty ? 'journal_empty_title' : 'journal_none_title')}
            >
              {t(isEmpty ? 'journal_empty_body' : 'journal_none_body')}
            </EmptyState>
          </Card>
        ) : (
          <JournalList
            entries={entries}
            connected={connected}
            onErased={() => {
              setErased(true);
              // The entry that had the focus is gone.
              list.current?.focus();
            }}
          />
        )}
        {hasMore && (
          <Button busy={journal.state === 'loading'} onClick={() => setLimit(limit + nextPage)}>
            {t('journal_more')}
          </Button>
        )}
      </div>
      <JournalFiles now={now} />
    </div>
  );
}
