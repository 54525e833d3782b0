import { useMemo } from 'preact/hooks';
import {
  filterJournal,
  isFiltered,
  type JournalFilter,
  type JournalIndexEntry,
} from '../../lib/domain/journal-filter.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { type JournalEntry, readJournal, readJournalEntries } from '../../lib/storage/queries/journal.ts';
import { readJournalIndex } from '../../lib/storage/queries/journal-index.ts';
import { readConnections } from '../../lib/storage/queries/settings.ts';
import { type LiveResult, useLiveQuery } from '../ui/use-live-query.ts';

export type JournalView = {
  entries: LiveResult<JournalEntry[]>;
  /** Of all the acts, what is looked at while someone filters; undefined until it is read. */
  index: JournalIndexEntry[] | undefined;
  /** How many a filter lets through; null without one, or until that is known. */
  found: number | null;
  /** Connections that are still there: only through them can a spot be taken back. */
  connected: ReadonlySet<string>;
};

/**
 * The latest acts at once; those that a filter lets through once all of them were looked at. Only `limit`
 * of them are read whole, however many there are.
 */
export function useJournal(db: RelaisDb, filter: JournalFilter, limit: number, now: () => number): JournalView {
  const index = useLiveQuery(() => readJournalIndex(db), [db]).value;
  const matching = useMemo(
    () => (index === undefined || !isFiltered(filter) ? null : filterJournal(index, filter, now())),
    [index, filter, now],
  );
  const entries = useLiveQuery(
    () => (matching === null ? readJournal(db, 0, limit) : readJournalEntries(db, matching.slice(0, limit))),
    [db, matching, limit],
  );
  const connections = useLiveQuery(() => readConnections(db), [db]).value;
  const connected = useMemo(() => new Set(connections?.map(({ id }) => id)), [connections]);
  return { entries, index, found: matching?.length ?? null, connected };
}
