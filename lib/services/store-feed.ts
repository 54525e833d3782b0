import type { Table } from 'dexie';
import type { ParsedFeed } from '../adapters/feeds/parse-feed.ts';
import type { Profile } from '../domain/audience.ts';
import { itemId, type ParsedItem } from '../domain/item.ts';
import { type ShelfContext, shelfOf } from '../domain/shelf.ts';
import type { Source } from '../domain/source.ts';
import type { ItemRow, RelaisDb } from '../storage/db.ts';
import { storeCrowds } from './store-crowds.ts';

/** On a source's first reading, older items are history, not news. */
const newsAgeMs = 14 * 86_400_000;

export type ReadFeed = { etag: string | null; lastModified: string | null; url: string; feed: ParsedFeed };

/**
 * Writes what one reading of a source brought, in one transaction: new and edited items only, the
 * campaigns and guidelines as they are now. A hub's whole feed lists all it offers, so what it no longer
 * lists is withdrawn, and its answer to a cursor names what to withdraw; a feed lists its latest entries
 * only, so older ones stay. A source that was removed while it was being read stays removed.
 * Nothing is withdrawn on the word of a damaged document.
 */
export async function storeFeed(
  db: RelaisDb,
  source: Source,
  read: ReadFeed,
  { now, profile }: { now: number; profile: Profile },
): Promise<void> {
  const { feed } = read;
  const isWhole = feed.skipped === 0;
  await db.transaction('rw', feedTables(db), async () => {
    const stored = await db.sources.get(source.id);
    if (stored === undefined) return;
    const isEmpty = stored.changedAt === null;
    const ids = feed.items.map((item) => itemId(source.id, item.externalId));
    const [known, marks, topics] = await Promise.all([
      isEmpty ? [] : readKnown(db, source.id, ids),
      db.marks.toArray(),
      db.topics.toArray(),
    ]);
    const marked = new Map(marks.map((mark) => [mark.itemId, mark]));
    const stances = new Map(topics.map(({ key, stance }) => [key, stance]));
    const isFirstReading = source.changedAt === null;
    const changed = feed.items.flatMap((item, position) => {
      const mark = marked.get(ids[position] ?? '');
      const shelf = { now, profile, mark, topics: stances };
      const row = toRow(source.id, item, { known: known[position], position, isFirstReading, now, shelf });
      return row === null ? [] : [row];
    });
    await db.items.bulkPut(changed);
    if (feed.removed !== null) {
      await db.items.bulkDelete(feed.removed.map((externalId) => itemId(source.id, externalId)));
    } else if (source.kind === 'hub' && isWhole) {
      const listed = new Set(ids);
      const offered = await db.items.where('sourceId').equals(source.id).primaryKeys();
      await db.items.bulkDelete(offered.filter((id) => !listed.has(id)));
    }
    if (isWhole && !isEmpty) await db.campaigns.where('[sourceId+id]').between([source.id], [source.id, []]).delete();
    await db.campaigns.bulkPut(feed.campaigns.map((campaign) => ({ ...campaign, sourceId: source.id })));
    if (isWhole && !isEmpty) await db.guidelines.where('sourceId').equals(source.id).delete();
    await db.guidelines.bulkPut(
      feed.guidelines.map((guideline) => ({
        ...guideline,
        id: `${source.id}|${guideline.externalId}`,
        sourceId: source.id,
      })),
    );
    if (isWhole && !isEmpty) await db.checks.where('[sourceId+id]').between([source.id], [source.id, []]).delete();
    await db.checks.bulkPut(feed.checks.map((check, position) => ({ ...check, sourceId: source.id, position })));
    if (isWhole && !isEmpty)
      await db.recipes.where('[sourceId+network]').between([source.id], [source.id, []]).delete();
    await db.recipes.bulkPut(feed.recipes.map((recipe) => ({ ...recipe, sourceId: source.id })));
    if (feed.linkRules !== null) await db.linkRules.put({ ...feed.linkRules, sourceId: source.id });
    else if (isWhole) await db.linkRules.delete(source.id);
    await storeCrowds(db, source.id, feed.sharersToday, now);
    await keepCharterVersions(db, source.id, feed, now);
    await db.sources.put({
      ...source,
      title: feed.companyName ?? (feed.title || source.title),
      siteUrl: feed.siteUrl ?? source.siteUrl,
      // A hub's damaged feed is asked for again in full, or what was cut off would wait for its next change.
      etag: source.kind === 'hub' && !isWhole ? null : read.etag,
      lastModified: source.kind === 'hub' && !isWhole ? null : read.lastModified,
      cursor: isWhole ? feed.cursor : null,
      changedAt: now,
      nextPollAt: 0,
      failure: null,
    });
  });
}

/** From so many items on, reading all that a source has costs less than asking for each. */
const rangeFrom = 50;
/** As long as the source has not many times more. */
const rangeRatio = 4;

/** The stored rows of `ids`, in their order, undefined for each that is not stored. */
async function readKnown(db: RelaisDb, sourceId: string, ids: string[]): Promise<(ItemRow | undefined)[]> {
  // `}` is what follows the `|` of an id; by the primary key, rows come without a detour.
  const all = db.items.where('id').between(itemId(sourceId, ''), `${sourceId}}`, true, false);
  if (ids.length < rangeFrom || (await all.count()) > rangeRatio * ids.length) return db.items.bulkGet(ids);
  const rows = new Map((await all.toArray()).map((row) => [row.id, row]));
  return ids.map((id) => rows.get(id));
}

/** What `storeFeed` reads and writes, for whoever calls it within a transaction of their own. */
export function feedTables(db: RelaisDb): Table[] {
  return [
    db.sources,
    db.items,
    db.campaigns,
    db.guidelines,
    db.guidelineVersions,
    db.checks,
    db.recipes,
    db.linkRules,
    db.crowds,
    db.marks,
    db.topics,
  ];
}

/** Each version of a charter is kept, so that the next one shows what changed. */
async function keepCharterVersions(db: RelaisDb, sourceId: string, feed: ParsedFeed, now: number): Promise<void> {
  for (const { externalId, kind, version, title, body } of feed.guidelines) {
    if (kind !== 'charter') continue;
    const guidelineId = `${sourceId}|${externalId}`;
    if ((await db.guidelineVersions.get([guidelineId, version])) !== undefined) continue;
    await db.guidelineVersions.add({ guidelineId, version, title, body, storedAt: now });
  }
}

type RowContext = {
  known: ItemRow | undefined;
  position: number;
  isFirstReading: boolean;
  now: number;
  shelf: ShelfContext;
};

/** The row to write, or null when the stored one says the same. */
function toRow(
  sourceId: string,
  item: ParsedItem,
  { known, position, isFirstReading, now, shelf: context }: RowContext,
): ItemRow | null {
  const receivedAt = known?.receivedAt ?? now;
  // Without a date the place in the document stands for it, once: a later reading keeps the order.
  const datedAt =
    item.publishedAt === null ? (known?.orderAt ?? receivedAt - position) : Math.min(item.publishedAt, receivedAt);
  // What was announced before is news on the day it opens.
  const openedAt = item.embargoUntil !== null && item.embargoUntil <= now ? item.embargoUntil : 0;
  const orderAt = Math.max(datedAt, openedAt);
  const isNews = !isFirstReading || now - orderAt < newsAgeMs;
  const { shelf, until } = shelfOf(item, context);
  const row: ItemRow = {
    ...item,
    id: itemId(sourceId, item.externalId),
    sourceId,
    orderAt,
    receivedAt,
    pinned: item.pinned ? 1 : 0,
    unread: known?.unread ?? (isNews ? 1 : 0),
    shelf,
    shelfUntil: until,
  };
  return known !== undefined && isSame(known, row) ? null : row;
}

function isSame(a: ItemRow, b: ItemRow): boolean {
  return (Object.keys(b) as (keyof ItemRow)[]).every((key) => {
    const [left, right] = [a[key], b[key]];
    return left === right || (typeof right === 'object' && JSON.stringify(left) === JSON.stringify(right));
  });
}
