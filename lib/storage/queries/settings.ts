import type { Connection, Participation } from '../../domain/connection.ts';
import type { Source } from '../../domain/source.ts';
import type { DepartureRow, LeaderboardRow, RelaisDb } from '../db.ts';
import { readSourceChecks } from '../settings.ts';

export type SourceStatus = Source & { checkedAt: number | null; itemCount: number };

export async function readSources(db: RelaisDb): Promise<SourceStatus[]> {
  const [sources, checks] = await Promise.all([db.sources.toArray(), readSourceChecks()]);
  const counts = await Promise.all(sources.map((source) => db.items.where('sourceId').equals(source.id).count()));
  return sources
    .map((source, i) => ({
      ...source,
      checkedAt: checks[source.id] ?? source.changedAt,
      itemCount: counts[i] ?? 0,
    }))
    .sort((a, b) => a.addedAt - b.addedAt);
}

export async function readConnections(db: RelaisDb): Promise<Connection[]> {
  return db.connections.toArray();
}

export async function readParticipations(db: RelaisDb): Promise<Participation[]> {
  return db.participations.toArray();
}

export async function readLeaderboard(
  db: RelaisDb,
  connectionId: string,
  period: LeaderboardRow['period'],
): Promise<LeaderboardRow | undefined> {
  return db.leaderboards.get([connectionId, period]);
}

/** What left this browser, newest first: the privacy panel. */
export async function readDepartures(db: RelaisDb, limit: number): Promise<DepartureRow[]> {
  return db.departures.orderBy('at').reverse().limit(limit).toArray();
}
