import { createHash } from 'node:crypto';
import type { ParsedFeed } from '../../../lib/adapters/feeds/parse-feed.ts';
import type { ParsedItem } from '../../../lib/domain/item.ts';
import type { Queryable } from '../db/database.ts';
import { itemLimit } from '../db/queries/items.ts';
import { listRemovedEntries, listStoredEntries, upsertEntry } from '../db/queries/source-items.ts';
import type { PictureTask } from '../media/fetch-picture.ts';

/** Of a longer feed, more than the hub's own feed would show. */
const entryLimit = itemLimit;

/**
 * Writes what a feed lists as items: new and edited ones only, so that nothing else changes for readers.
 * What the feed lists no more stays, since feeds list their latest entries; what somebody deleted here
 * stays deleted. Answers the pictures to fetch.
 */
export async function storeEntries(
  tx: Queryable,
  sourceId: string,
  feed: ParsedFeed,
  { now, defaultLanguage }: { now: number; defaultLanguage: string },
): Promise<{ written: number; pictures: PictureTask[] }> {
  const stored = new Map((await listStoredEntries(tx, sourceId)).map((entry) => [entry.external_id, entry]));
  const removed = new Set(await listRemovedEntries(tx, sourceId));
  const pictures: PictureTask[] = [];
  let written = 0;
  for (const [position, parsed] of feed.items.slice(0, entryLimit).entries()) {
    const item = storable(parsed);
    const language = primaryLanguage(item.language ?? feed.language) ?? defaultLanguage;
    const digest = createHash('sha256')
      .update(JSON.stringify([language, item]))
      .digest('base64url');
    const known = stored.get(item.externalId);
    const id = entryId(sourceId, item.externalId);
    if (known?.source_digest === digest || removed.has(id)) continue;
    // Without dates, the place in the document stands for them.
    await upsertEntry(tx, { id, sourceId, digest, item, language, seenAt: now - position, now });
    written += 1;
    if (item.imageUrl !== null && item.imageUrl !== known?.picture_url)
      pictures.push({ itemId: id, url: item.imageUrl });
  }
  return { written, pictures };
}

/** An item's id: short and plain whatever the publisher's identifier is, and the same at each reading. */
export function entryId(sourceId: string, externalId: string): string {
  return `s-${createHash('sha256').update(`${sourceId} ${externalId}`).digest('hex').slice(0, 32)}`;
}

/** PostgreSQL's text holds no NUL, which JSON can spell. */
function storable(item: ParsedItem): ParsedItem {
  return JSON.parse(JSON.stringify(item).replaceAll(/(?<!\\)((?:\\\\)*)\\u0000/g, '$1'));
}

function primaryLanguage(tag: string | null): string | null {
  const primary = tag?.split('-')[0]?.toLowerCase() ?? '';
  return /^[a-z]{2,3}$/.test(primary) && primary !== 'und' ? primary : null;
}
