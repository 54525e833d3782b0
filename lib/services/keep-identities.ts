import { itemId, type ParsedItem } from '../domain/item.ts';
import { parseWebAddress } from '../domain/links/parse-address.ts';
import { stripTracking } from '../domain/links/strip-tracking.ts';
import type { RelaisDb } from '../storage/db.ts';

/**
 * Entries under the identity they are stored by. Many publishers identify an entry by its address, and
 * rewrite all of them the day their site is encrypted, gains or loses `www.`, or tags its links: the
 * entries are the same, and must not come back as unread news. Only what the document no longer names
 * is taken up, and only when nothing else is spelt like it; any other change of identity is another
 * entry. Most readings bring no unknown address, and cost one look at the keys.
 */
export async function keepIdentities(db: RelaisDb, sourceId: string, items: ParsedItem[]): Promise<ParsedItem[]> {
  if (!items.some(({ externalId }) => isAddress(externalId))) return items;
  const stored = await db.items.where('sourceId').equals(sourceId).primaryKeys();
  if (stored.length === 0) return items;
  const storedIds = new Set(stored);
  const isStranger = ({ externalId }: ParsedItem) =>
    isAddress(externalId) && !storedIds.has(itemId(sourceId, externalId));
  if (!items.some(isStranger)) return items;

  const listed = new Set(items.map(({ externalId }) => externalId));
  const bySpelling = new Map<string, string | null>();
  for (const id of stored) {
    const externalId = id.slice(sourceId.length + 1);
    if (!isAddress(externalId) || listed.has(externalId)) continue;
    const key = spellingKey(externalId);
    bySpelling.set(key, bySpelling.has(key) ? null : externalId);
  }
  return items.map((item) => {
    const key = isStranger(item) ? spellingKey(item.externalId) : '';
    const externalId = bySpelling.get(key) ?? null;
    if (externalId === null) return item;
    // Taken: a second entry of this spelling stays one of its own.
    bySpelling.delete(key);
    return { ...item, externalId };
  });
}

function isAddress(externalId: string): boolean {
  return /^https?:\/\//i.test(externalId);
}

/** What two spellings of one identity have in common. An anchor counts: it may be all that differs between entries. */
function spellingKey(externalId: string): string {
  const url = parseWebAddress(externalId);
  if (url === null) return externalId;
  return stripTracking(url.href)
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '');
}
