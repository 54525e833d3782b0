import type { Share } from '../../domain/share.ts';
import type { Delivery, Spot } from '../../domain/spot.ts';
import type { RelaisDb } from '../db.ts';

export type SpotEntry = Spot & { deliveries: Delivery[] };
export type JournalEntry = { kind: 'share'; at: number; share: Share } | { kind: 'spot'; at: number; spot: SpotEntry };

/** Own shares and spots since an instant, newest first, at most `limit` of them. */
export async function readJournal(db: RelaisDb, since: number, limit: number): Promise<JournalEntry[]> {
  const [shares, spots] = await Promise.all([
    db.shares.where('openedAt').aboveOrEqual(since).reverse().limit(limit).toArray(),
    db.spots.where('createdAt').aboveOrEqual(since).reverse().limit(limit).toArray(),
  ]);
  const deliveries = await db.deliveries
    .where('spotId')
    .anyOf(spots.map((spot) => spot.id))
    .toArray();
  const entries: JournalEntry[] = [
    ...shares.map((share) => ({ kind: 'share' as const, at: share.openedAt, share })),
    ...spots.map((spot) => ({
      kind: 'spot' as const,
      at: spot.createdAt,
      spot: { ...spot, deliveries: deliveries.filter((delivery) => delivery.spotId === spot.id) },
    })),
  ];
  return entries.sort((a, b) => b.at - a.at).slice(0, limit);
}

/** Shares whose outcome the employee has not said yet, newest first. */
export async function readOpenShares(db: RelaisDb): Promise<Share[]> {
  const shares = await db.shares.where('state').equals('opened').toArray();
  return shares.sort((a, b) => b.openedAt - a.openedAt);
}

export async function readShare(db: RelaisDb, shareId: string): Promise<Share | undefined> {
  return db.shares.get(shareId);
}

/** Deliveries that are not settled: waiting, refused, or being undone. */
export async function readOutbox(db: RelaisDb): Promise<Delivery[]> {
  const deliveries = await db.deliveries.where('state').anyOf('queued', 'parked', 'undoing').toArray();
  return deliveries.sort((a, b) => a.createdAt - b.createdAt);
}
