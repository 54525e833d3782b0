import { itemId } from '../domain/item.ts';
import type { RelaisDb } from '../storage/db.ts';

/** What was proposed once is remembered so long. */
const keptMs = 7 * 86_400_000;

/**
 * Takes over how many colleagues share each item today; null from a source that does not say. Within a
 * transaction over `crowds`. What is not named any more is forgotten, except that it was proposed.
 */
export async function storeCrowds(
  db: RelaisDb,
  sourceId: string,
  sharersToday: Record<string, number> | null,
  now: number,
): Promise<void> {
  const known = await db.crowds.where('sourceId').equals(sourceId).toArray();
  const hintedAt = new Map(known.map((row) => [row.itemId, row.hintedAt]));
  const rows = Object.entries(sharersToday ?? {}).map(([externalId, sharers]) => {
    const id = itemId(sourceId, externalId);
    return { itemId: id, sourceId, sharers, at: now, hintedAt: hintedAt.get(id) ?? null };
  });
  const named = new Set(rows.map((row) => row.itemId));
  const over = known.filter((row) => !named.has(row.itemId) && (row.hintedAt ?? 0) < now - keptMs);
  await db.crowds.bulkDelete(over.map((row) => row.itemId));
  await db.crowds.bulkPut(rows);
}
