import type { SpotDraft } from '../../domain/spot.ts';
import type { GroupRow, RelaisDb } from '../db.ts';
import type { SpotEntry } from './journal.ts';

export type SpotGroup = GroupRow & { companyName: string; lastUsedAt: number | null; spottedAt: number | null };

export type SpotScreen = {
  draft: SpotDraft;
  /** The picture of the page, where one is stored already. */
  picture: Blob | null;
  hasConnection: boolean;
  /** Groups of the active connections, last used first, then in the hub's order. */
  groups: SpotGroup[];
};

/** What the spot window shows; null when the draft is gone (sent, or too old). */
export async function readSpotScreen(db: RelaisDb, draftId: string): Promise<SpotScreen | null> {
  const draft = await db.drafts.get(draftId);
  if (draft === undefined) return null;
  const url = draft.page?.url ?? '';
  const [connections, groups, uses, earlier, picture] = await Promise.all([
    db.connections.toArray(),
    db.groups.toArray(),
    db.groupUses.toArray(),
    db.spots.where('page.url').equals(url).toArray(),
    db.pictures.get(draft.page?.imageUrl ?? ''),
  ]);
  const deliveries = await db.deliveries
    .where('spotId')
    .anyOf(earlier.map((spot) => spot.id))
    .toArray();
  const companies = new Map(connections.map((connection) => [connection.id, connection]));
  const lastUses = new Map(uses.map((use) => [use.groupId, use.lastUsedAt]));
  const spotted = new Map(
    deliveries.filter((d) => d.state === 'delivered' || d.state === 'queued').map((d) => [d.groupId, d.createdAt]),
  );
  return {
    draft,
    picture: picture?.blob ?? null,
    hasConnection: connections.some((connection) => connection.state === 'active'),
    groups: groups
      .filter((group) => companies.get(group.connectionId)?.state === 'active')
      .map((group) => ({
        ...group,
        companyName: companies.get(group.connectionId)?.companyName ?? '',
        lastUsedAt: lastUses.get(group.id) ?? null,
        spottedAt: spotted.get(group.id) ?? null,
      }))
      .sort((a, b) => (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0) || a.position - b.position),
  };
}

/** A spot and what became of it in each group. */
export async function readSpot(db: RelaisDb, spotId: string): Promise<SpotEntry | undefined> {
  const [spot, deliveries] = await Promise.all([
    db.spots.get(spotId),
    db.deliveries.where('spotId').equals(spotId).toArray(),
  ]);
  return spot && { ...spot, deliveries };
}
