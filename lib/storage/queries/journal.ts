import type { JournalIndexEntry } from '../../domain/journal-filter.ts';
import type { Share } from '../../domain/share.ts';
import type { Delivery, Spot } from '../../domain/spot.ts';
import type { RelaisDb } from '../db.ts';

export type SpotEntry = Spot & { deliveries: Delivery[] };
export type ShareEntry = { kind: 'share'; at: number; share: Share; visits: number | null };
export type JournalEntry = ShareEntry | { kind: 'spot'; at: number; spot: SpotEntry };

/** Own shares and spots since an instant, newest first, at most `limit` of them. */
export async function readJournal(db: RelaisDb, since: number, limit: number): Promise<JournalEntry[]> {
  const [shares, spots] = await Promise.all([
    db.shares.where('openedAt').aboveOrEqual(since).reverse().limit(limit).toArray(),
    db.spots.where('createdAt').aboveOrEqual(since).reverse().limit(limit).toArray(),
  ]);
  return (await toEntries(db, shares, spots)).slice(0, limit);
}

/** The entries of these rows, newest first; what was erased meanwhile is left out. */
export async function readJournalEntries(
  db: RelaisDb,
  rows: Pick<JournalIndexEntry, 'table' | 'id'>[],
): Promise<JournalEntry[]> {
  const idsOf = (table: JournalIndexEntry['table']) => rows.filter((row) => row.table === table).map(({ id }) => id);
  const [shares, spots] = await Promise.all([db.shares.bulkGet(idsOf('share')), db.spots.bulkGet(idsOf('spot'))]);
  return toEntries(
    db,
    shares.filter((share) => share !== undefined),
    spots.filter((spot) => spot !== undefined),
  );
}

async function toEntries(db: RelaisDb, shares: Share[], spots: Spot[]): Promise<JournalEntry[]> {
  const [visits, deliveries] = await Promise.all([
    readVisits(db, shares),
    readDeliveries(
      db,
      spots.map(({ id }) => id),
    ),
  ]);
  const entries: JournalEntry[] = [
    ...shares.map((share) => ({
      kind: 'share' as const,
      at: share.openedAt,
      share,
      visits: visits.get(share.sharedUrl ?? '') ?? null,
    })),
    ...spots
      .map((spot) => ({ ...spot, deliveries: deliveries.get(spot.id) ?? [] }))
      .filter(isListed)
      .map((spot) => ({ kind: 'spot' as const, at: spot.createdAt, spot })),
  ];
  return entries.sort((a, b) => b.at - a.at);
}

/** A spot that is erased and taken back is gone from sight at once, unless a group does not let go of it. */
export function isListed({ erasing, deliveries }: SpotEntry): boolean {
  const isKept = ({ state, failure }: Delivery) => state === 'parked' || (state === 'delivered' && failure !== null);
  return erasing !== true || deliveries.some(isKept);
}

/** By address. */
async function readVisits(db: RelaisDb, shares: Share[]): Promise<Map<string, number>> {
  const urls = shares.flatMap(({ sharedUrl }) => sharedUrl ?? []);
  if (urls.length === 0) return new Map();
  const links = await db.shortLinks.where('url').anyOf(urls).toArray();
  return new Map(links.flatMap(({ url, visits }) => (url === null ? [] : [[url, visits]])));
}

export async function readDeliveries(db: RelaisDb, spotIds: string[]): Promise<Map<string, Delivery[]>> {
  if (spotIds.length === 0) return new Map();
  return Map.groupBy(await db.deliveries.where('spotId').anyOf(spotIds).toArray(), ({ spotId }) => spotId);
}

/** Shares whose outcome the employee has not said yet, newest first. Where a copy was pasted is not asked. */
export async function readOpenShares(db: RelaisDb): Promise<Share[]> {
  const shares = await db.shares.where('state').equals('opened').toArray();
  return shares.filter(({ network }) => network !== 'copy').sort((a, b) => b.openedAt - a.openedAt);
}

export async function readShare(db: RelaisDb, shareId: string): Promise<Share | undefined> {
  return db.shares.get(shareId);
}

/** Deliveries that are not settled: waiting, refused, or being undone. */
export async function readOutbox(db: RelaisDb): Promise<Delivery[]> {
  const deliveries = await db.deliveries.where('state').anyOf('queued', 'parked', 'undoing').toArray();
  return deliveries.sort((a, b) => a.createdAt - b.createdAt);
}
