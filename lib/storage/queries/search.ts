import { campaignKey } from '../../domain/feed-filter.ts';
import type { FeedCard } from '../../domain/first-screen.ts';
import { type SearchText, searchText } from '../../domain/search.ts';
import { followedTopic } from '../../domain/topic.ts';
import type { ItemRow, RelaisDb } from '../db.ts';
import { readCards } from './cards.ts';
import { type FeedContext, readFeedContext } from './feed-rows.ts';

/** What of an item is kept in memory while someone searches: its words, and enough to paint its first card. */
export type SearchEntry = SearchText &
  Pick<FeedCard, 'id' | 'url' | 'readUrl' | 'kind' | 'publishedAt' | 'opensAt' | 'followed' | 'sourceTitle'> & {
    heading: string;
    orderAt: number;
    isUnread: boolean;
    sourceId: string;
    campaignId: string | null;
  };

/** Small enough that a key pressed meanwhile waits for less than a frame. */
const chunkSize = 250;

/**
 * Every item on offer or announced, in chunks: between two of them the page can breathe. What is put away
 * is not found.
 */
export async function* readSearchEntries(db: RelaisDb, now: number, language: string): AsyncGenerator<SearchEntry[]> {
  const [context, sources, campaigns] = await Promise.all([
    readFeedContext(db, now, language),
    db.sources.toArray(),
    db.campaigns.toArray(),
  ]);
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  const campaignTitles = new Map(campaigns.map(({ sourceId, id, title }) => [campaignKey(sourceId, id), title]));
  let last = '';
  while (true) {
    // By ranges of the primary key, because one request then gives the whole chunk.
    const rows = await db.items.where(':id').above(last).limit(chunkSize).toArray();
    yield rows
      .filter((row) => (context.due.get(row.id)?.shelf ?? row.shelf) !== 'away')
      .map((row) => toEntry(row, context, titles, campaignTitles));
    last = rows.at(-1)?.id ?? '';
    if (rows.length < chunkSize) return;
  }
}

function toEntry(
  row: ItemRow,
  { topics, now }: FeedContext,
  sourceTitles: Map<string, string>,
  campaignTitles: Map<string, string>,
): SearchEntry {
  const sourceTitle = sourceTitles.get(row.sourceId) ?? '';
  const campaign =
    row.campaignId === null ? null : (campaignTitles.get(campaignKey(row.sourceId, row.campaignId)) ?? null);
  const { id, url, readUrl, kind, publishedAt, orderAt, sourceId, campaignId } = row;
  return {
    ...{ id, url, readUrl, kind, publishedAt, orderAt, sourceId, campaignId, sourceTitle },
    title: searchText(row.title),
    rest: searchText(row.summary, row.tags.join(' '), row.author, sourceTitle, campaign),
    heading: row.title,
    isUnread: row.unread === 1,
    opensAt: row.embargoUntil !== null && row.embargoUntil > now ? row.embargoUntil : null,
    followed: followedTopic(row.tags, topics),
  };
}

/** The cards of what was found, in that order; what left or was put away since is left out. */
export async function readFound(db: RelaisDb, ids: string[], now: number, language: string): Promise<FeedCard[]> {
  const context = await readFeedContext(db, now, language);
  const rows = await db.items.bulkGet(ids);
  const offered = rows.filter((row) => row && (context.due.get(row.id)?.shelf ?? row.shelf) !== 'away') as ItemRow[];
  return readCards(db, offered, context);
}

/**
 * Another text whenever what can be found may have changed: by a poll, a topic, an item put away. What
 * was merely seen or shared changes nothing of it.
 */
export async function readSearchVersion(db: RelaisDb): Promise<string> {
  const [sources, campaigns, topics, marks] = await Promise.all([
    db.sources.toArray(),
    db.campaigns.toArray(),
    db.topics.toArray(),
    db.marks.toArray(),
  ]);
  return JSON.stringify([
    sources.map(({ id, title, changedAt }) => [id, title, changedAt]),
    campaigns.map(({ sourceId, id, title }) => [sourceId, id, title]),
    topics.map(({ key, stance }) => [key, stance]),
    marks.map(({ itemId, hiddenAt, snoozedUntil }) => [itemId, hiddenAt, snoozedUntil]),
  ]);
}
