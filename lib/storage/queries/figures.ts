import type { Share } from '../../domain/share.ts';
import type { Delivery } from '../../domain/spot.ts';
import type { RelaisDb } from '../db.ts';

export type JournalRows = { shares: Share[]; deliveries: Delivery[] };

/** The acts that the figures of the journal count, since an instant: shares opened, and what left for groups. */
export async function readJournalRows(db: RelaisDb, since: number): Promise<JournalRows> {
  const [shares, spotIds] = await Promise.all([
    db.shares.where('openedAt').aboveOrEqual(since).toArray(),
    db.spots.where('createdAt').aboveOrEqual(since).primaryKeys(),
  ]);
  return { shares, deliveries: await db.deliveries.where('spotId').anyOf(spotIds).toArray() };
}
