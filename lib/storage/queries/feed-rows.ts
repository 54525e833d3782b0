import type { Profile } from '../../domain/audience.ts';
import type { KnownRecipe } from '../../domain/networks/recipe.ts';
import type { Preferences } from '../../domain/preferences.ts';
import { type ItemMark, type Shelf, shelfOf } from '../../domain/shelf.ts';
import { followedTopic, type TopicStance } from '../../domain/topic.ts';
import { readDealSeed } from '../background-notes.ts';
import type { ItemRow, RelaisDb } from '../db.ts';
import { readPreferences } from '../settings.ts';
import { readRecipes } from './recipes.ts';

/** What reading a list depends on besides the items. */
export type FeedContext = {
  now: number;
  language: string;
  /** What deals suggestions to this browser. */
  dealSeed: string;
  preferences: Preferences;
  /** Corrections of the networks' composers. */
  recipes: readonly KnownRecipe[];
  profile: Profile;
  topics: ReadonlyMap<string, TopicStance>;
  /**
   * Items whose stored shelf may be out of date, because an instant passed and the background has not
   * woken yet: where they stand now.
   */
  due: Map<string, { row: ItemRow; shelf: Shelf }>;
};

export async function readFeedContext(db: RelaisDb, now: number, language: string): Promise<FeedContext> {
  const [preferences, dealSeed, recipes, topicRows, dueRows] = await Promise.all([
    readPreferences(),
    readDealSeed(),
    readRecipes(db),
    db.topics.toArray(),
    db.items.where('shelfUntil').belowOrEqual(now).toArray(),
  ]);
  const profile = { role: preferences.role, country: preferences.country, language };
  const topics = new Map(topicRows.map(({ key, stance }) => [key, stance]));
  const marks = dueRows.length === 0 ? [] : await db.marks.bulkGet(dueRows.map((row) => row.id));
  const due = new Map(
    dueRows.map((row, i) => [row.id, { row, shelf: shelfOf(row, { now, mark: marks[i], topics, profile }).shelf }]),
  );
  return { now, language, dealSeed, preferences, recipes, profile, topics, due };
}

/** How many items stand on the feed's shelf, and how many of them are unread: two counts of an index. */
export async function countFeed(db: RelaisDb, { due }: FeedContext): Promise<{ items: number; unread: number }> {
  const [items, unread] = await Promise.all([
    db.items.where('[shelf+unread]').between(['feed'], ['feed', []]).count(),
    db.items.where('[shelf+unread]').equals(['feed', 1]).count(),
  ]);
  const moves = [...due.values()].map(({ row, shelf }) => ({
    by: Number(shelf === 'feed') - Number(row.shelf === 'feed'),
    unread: row.unread,
  }));
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  return {
    items: items + sum(moves.map(({ by }) => by)),
    unread: unread + sum(moves.map(({ by, unread: isUnread }) => by * isUnread)),
  };
}

/** How far a followed topic lifts an item: it stands where one that is a day younger would. */
const followedLiftMs = 86_400_000;
/** Followed items looked for just below the last card: more than a day brings. */
const liftedLimit = 200;

type RowsWanted = { limit: number; keep?: ((row: ItemRow) => boolean) | undefined };

/**
 * The first items of the feed: pinned, then newest, through an index, so that no list is sorted as a
 * whole. Followed topics stand a little higher, and what comes back from a snooze where its hour is.
 */
export async function readFeedRows(db: RelaisDb, wanted: RowsWanted, context: FeedContext): Promise<ItemRow[]> {
  const { limit, keep = () => true } = wanted;
  const { due, now } = context;
  const walk = db.items.where('[shelf+pinned+orderAt]').between(['feed'], ['feed', []]).reverse();
  const [stored, woken] = await Promise.all([
    (wanted.keep === undefined ? walk : walk.filter(keep)).limit(limit + due.size).toArray(),
    readWoken(db, now),
  ]);
  const isCut = stored.length === limit + due.size;
  const lifted = isCut ? await readLifted(db, stored.at(-1), context) : [];
  const back = [...due.values()].flatMap(({ row, shelf }) => (shelf === 'feed' ? [row] : []));
  const rows = new Map([...stored, ...lifted, ...woken.rows].map((row) => [row.id, row]));
  for (const id of due.keys()) rows.delete(id);
  for (const row of back) rows.set(row.id, row);
  const orderOf = (row: ItemRow) =>
    Math.max(row.orderAt, openedAt(row, now), woken.at.get(row.id) ?? 0) +
    (followedTopic(row.tags, context.topics) === null ? 0 : followedLiftMs);
  return [...rows.values()]
    .filter(keep)
    .sort((a, b) => b.pinned - a.pinned || orderOf(b) - orderOf(a) || (a.id < b.id ? 1 : -1))
    .slice(0, limit);
}

function openedAt({ embargoUntil }: ItemRow, now: number): number {
  return embargoUntil !== null && embargoUntil <= now ? embargoUntil : 0;
}

async function readWoken(db: RelaisDb, now: number): Promise<{ rows: ItemRow[]; at: Map<string, number> }> {
  const marks = await db.marks.filter(({ snoozedUntil }) => snoozedUntil !== null && snoozedUntil <= now).toArray();
  const rows = await db.items.bulkGet(marks.map(({ itemId }) => itemId));
  return {
    rows: rows.filter((row) => row?.shelf === 'feed') as ItemRow[],
    at: new Map(marks.map(({ itemId, snoozedUntil }) => [itemId, snoozedUntil ?? 0])),
  };
}

/** Followed items that stand below the last one read and, lifted, may belong above it. */
async function readLifted(
  db: RelaisDb,
  last: ItemRow | undefined,
  { topics }: Pick<FeedContext, 'topics'>,
): Promise<ItemRow[]> {
  if (last === undefined || last.pinned === 1 || ![...topics.values()].includes('followed')) return [];
  return db.items
    .where('[shelf+pinned+orderAt]')
    .between(['feed', 0, last.orderAt - followedLiftMs], ['feed', 0, last.orderAt], true, true)
    .reverse()
    .filter((row) => followedTopic(row.tags, topics) !== null)
    .limit(liftedLimit)
    .toArray();
}

/** What is announced, the nearest first. */
export async function readSoonRows(db: RelaisDb, { due }: FeedContext): Promise<ItemRow[]> {
  const stored = await db.items.where('[shelf+pinned+orderAt]').between(['soon'], ['soon', []]).toArray();
  const rows = new Map(stored.map((row) => [row.id, row]));
  for (const [id, { row, shelf }] of due) {
    if (shelf === 'soon') rows.set(id, row);
    else rows.delete(id);
  }
  return [...rows.values()].sort((a, b) => (a.embargoUntil ?? 0) - (b.embargoUntil ?? 0));
}

/**
 * The reading list, last saved first. What someone saved outlives a muted topic and a change of role;
 * what expired, was put off or turned out to be nothing for them is not there.
 */
export async function readSavedRows(db: RelaisDb, { now, profile }: FeedContext): Promise<ItemRow[]> {
  const marks = await db.marks.orderBy('savedAt').reverse().toArray();
  const rows = await db.items.bulkGet(marks.map(({ itemId }) => itemId));
  return rows.filter((row, i) => row !== undefined && isReadable(row, marks[i], now, profile)) as ItemRow[];
}

function isReadable(row: ItemRow, mark: ItemMark | undefined, now: number, profile: Profile): boolean {
  const everyones = { ...row, tags: [], audience: null };
  return shelfOf(everyones, { now, mark, topics: new Map(), profile }).shelf !== 'away';
}
