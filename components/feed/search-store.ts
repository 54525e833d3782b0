import { codeOf, type ErrorCode } from '../../lib/domain/errors.ts';
import { language } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readSearchEntries, readSearchVersion, type SearchEntry } from '../../lib/storage/queries/search.ts';
import { createStore, type Store } from '../popup/feed-store.ts';
import { followQuery } from '../ui/use-live-query.ts';

export type SearchIndex = {
  /** Newest first. */
  entries: SearchEntry[];
  /** All of them are there. */
  complete: boolean;
  failed: ErrorCode | null;
};

export type SearchStore = {
  index: Store<SearchIndex>;
  /** Reads what is not read yet, or is out of date. What was read stays in use meanwhile. */
  load: () => void;
};

const stores = new WeakMap<RelaisDb, SearchStore>();

/** The one index of a page: read when someone is about to search, and again after items changed. */
export function searchStoreOf(db: RelaisDb): SearchStore {
  const known = stores.get(db) ?? createSearchStore(db);
  stores.set(db, known);
  return known;
}

function createSearchStore(db: RelaisDb): SearchStore {
  const index = createStore<SearchIndex>({ entries: [], complete: false, failed: null });
  let isLoading = false;
  let isStale = true;
  let isFollowing = false;

  async function read(): Promise<void> {
    const entries: SearchEntry[] = [];
    for await (const chunk of readSearchEntries(db, Date.now(), language())) {
      entries.push(...chunk);
      // The first time, what is there can be searched before the rest is.
      if (!index.get().complete) index.set({ entries: newestFirst(entries), complete: false, failed: null });
    }
    index.set({ entries: newestFirst(entries), complete: true, failed: null });
  }
  function load(): void {
    if (isLoading || !isStale) return;
    isLoading = true;
    isStale = false;
    follow();
    read()
      .catch((error) => {
        isStale = true;
        index.set({ ...index.get(), failed: codeOf(error) });
      })
      .finally(() => {
        isLoading = false;
      });
  }
  function follow(): void {
    if (isFollowing) return;
    isFollowing = true;
    let known: string | null = null;
    followQuery(
      () => readSearchVersion(db),
      (version) => {
        if (known !== null && version !== known) isStale = true;
        known = version;
      },
      // Then the index is as old as it is; searching goes on.
      () => undefined,
    );
  }
  return { index, load };
}

function newestFirst(entries: SearchEntry[]): SearchEntry[] {
  return entries.toSorted((a, b) => b.orderAt - a.orderAt);
}
