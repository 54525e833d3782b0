import { type FeedFilter, isFiltering } from '../../domain/feed-choice.ts';
import { campaignKey, matchesFilter } from '../../domain/feed-filter.ts';
import type { FeedCard } from '../../domain/first-screen.ts';
import { followedTopic } from '../../domain/topic.ts';
import type { ItemRow, RelaisDb } from '../db.ts';
import { readCards } from './cards.ts';
import { type FeedContext, readFeedContext, readFeedRows, readSavedRows, readSoonRows } from './feed-rows.ts';

export type FeedListWanted = {
  view: 'all' | 'saved' | 'soon';
  filter: FeedFilter;
  limit: number;
  now: number;
  language: string;
  /** Kept whatever the filter says: what was on screen does not leave it for having been read. */
  shownIds: ReadonlySet<string>;
};

export type FeedList = {
  cards: FeedCard[];
  /** There are more than `limit`. */
  hasMore: boolean;
  /** In this view, how many items the filter leaves out; null where counting would walk the whole feed. */
  filteredOut: number | null;
};

/** The cards of a view that the filter lets pass. Read-only, live-query safe. */
export async function readFeedList(db: RelaisDb, wanted: FeedListWanted): Promise<FeedList> {
  const context = await readFeedContext(db, wanted.now, wanted.language);
  // Awaited only when something is read: a live query forgets what follows an `await` of anything else.
  const sharedIds = wanted.filter.unshared ? await readSharedIds(db) : new Set<string>();
  const keep = filterRows(wanted, context, sharedIds);
  const limit = wanted.limit + 1;
  const all = wanted.view === 'all' ? null : await readShort(db, wanted.view, context);
  const rows =
    all === null ? await readFeedRows(db, { limit, keep }, context) : all.filter((row) => keep?.(row) ?? true);
  return {
    cards: await readCards(db, rows.slice(0, wanted.limit), context),
    hasMore: rows.length > wanted.limit,
    filteredOut: all === null ? null : all.length - rows.length,
  };
}

function readShort(db: RelaisDb, view: 'saved' | 'soon', context: FeedContext): Promise<ItemRow[]> {
  return view === 'saved' ? readSavedRows(db, context) : readSoonRows(db, context);
}

function filterRows(
  { filter, shownIds }: Pick<FeedListWanted, 'filter' | 'shownIds'>,
  { topics }: FeedContext,
  sharedIds: ReadonlySet<string>,
): ((row: ItemRow) => boolean) | undefined {
  if (!isFiltering(filter)) return undefined;
  return (row) =>
    shownIds.has(row.id) ||
    matchesFilter(
      {
        unread: row.unread === 1,
        shared: sharedIds.has(row.id),
        followed: followedTopic(row.tags, topics) !== null,
        kind: row.kind,
        sourceId: row.sourceId,
        campaignId: row.campaignId,
      },
      filter,
    );
}

/** The items this employee shared or commented on, dismissed ones left out. */
export async function readSharedIds(db: RelaisDb): Promise<Set<string>> {
  const shares = await db.shares.where('state').notEqual('dismissed').toArray();
  return new Set(shares.flatMap(({ itemId }) => itemId ?? []));
}

/** The day's items as they are now, in order; what was put away meanwhile is left out. */
export async function readPicked(
  db: RelaisDb,
  { itemIds, now, language }: { itemIds: string[]; now: number; language: string },
): Promise<FeedCard[]> {
  const context = await readFeedContext(db, now, language);
  const rows = await db.items.bulkGet(itemIds);
  const offered = rows.filter((row) => row && (context.due.get(row.id)?.shelf ?? row.shelf) === 'feed') as ItemRow[];
  return readCards(db, offered, context);
}

export type FilterOptions = { sources: { id: string; title: string }[]; campaigns: { key: string; title: string }[] };

/** What the filter can be set to, besides the kinds. */
export async function readFilterOptions(db: RelaisDb): Promise<FilterOptions> {
  const [sources, campaigns] = await Promise.all([db.sources.toArray(), db.campaigns.toArray()]);
  const byTitle = (a: { title: string }, b: { title: string }) => a.title.localeCompare(b.title);
  return {
    sources: sources.map(({ id, title }) => ({ id, title })).sort(byTitle),
    campaigns: campaigns.map(({ sourceId, id, title }) => ({ key: campaignKey(sourceId, id), title })).sort(byTitle),
  };
}
