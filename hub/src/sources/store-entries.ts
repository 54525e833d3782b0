import { createHash } from 'node:crypto';
import type { ParsedFeed } from '../../../lib/adapters/feeds/parse-feed.ts';
import type { ParsedItem } from '../../../lib/domain/item.ts';
import type { Database, Queryable } from '../db/database.ts';
import { itemLimit } from '../db/queries/items.ts';
import { listRemovedEntries, listStoredEntries, type SourceEntry, upsertEntry } from '../db/queries/source-items.ts';
import type { PictureTask } from '../media/fetch-picture.ts';

type StoreOptions = {
  now: number;
  defaultLanguage: string;
  enqueuePictures: (tx: Queryable, tasks: PictureTask[]) => Promise<void>;
};

/** Of a longer feed, more than the hub's own feed would show. */
const entryLimit = itemLimit;

/** Readers wait for as long as a transaction writes, on the embedded database all of them. */
const batchSize = 50;

/**
 * Writes what a feed lists as items: new and edited ones only, so that nothing else changes for readers.
 * What the feed lists no more stays, since feeds list their latest entries; what somebody deleted here
 * stays deleted. `enqueuePictures` is part of the transaction that writes the items. Answers how many
 * were written.
 */
export async function storeEntries(
  db: Database,
  sourceId: string,
  feed: ParsedFeed,
  { now, defaultLanguage, enqueuePictures }: StoreOptions,
): Promise<number> {
  const entries = await changedEntries(db, sourceId, feed, { now, defaultLanguage });
  for (let start = 0; start < entries.length; start += batchSize) {
    const batch = entries.slice(start, start + batchSize);
    await db.transaction(async (tx) => {
      for (const entry of batch) await upsertEntry(tx, entry);
      await enqueuePictures(
        tx,
        batch.flatMap(({ id, item, hasNewPicture }) =>
          item.imageUrl !== null && hasNewPicture ? [{ itemId: id, url: item.imageUrl }] : [],
        ),
      );
    });
  }
  return entries.length;
}

async function changedEntries(
  db: Database,
  sourceId: string,
  feed: ParsedFeed,
  { now, defaultLanguage }: Pick<StoreOptions, 'now' | 'defaultLanguage'>,
): Promise<(SourceEntry & { hasNewPicture: boolean })[]> {
  const stored = new Map((await listStoredEntries(db, sourceId)).map((entry) => [entry.external_id, entry]));
  const removed = new Set(await listRemovedEntries(db, sourceId));
  return feed.items.slice(0, entryLimit).flatMap((parsed, position) => {
    const item = storable(parsed);
    const language = primaryLanguage(item.language ?? feed.language) ?? defaultLanguage;
    const digest = createHash('sha256')
      .update(JSON.stringify([language, item]))
      .digest('base64url');
    const known = stored.get(item.externalId);
    const id = entryId(sourceId, item.externalId);
    if (known?.source_digest === digest || removed.has(id)) return [];
    const hasNewPicture = item.imageUrl !== known?.picture_url;
    // Without dates, the place in the document stands for them.
    const seenAt = now - position;
    return [{ id, sourceId, digest, item, language, seenAt, now, isNew: known === undefined, hasNewPicture }];
  });
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
