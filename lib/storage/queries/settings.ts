import type { Connection, Participation } from '../../domain/connection.ts';
import { parseWebAddress } from '../../domain/links/parse-address.ts';
import { nextTurn } from '../../domain/poll-interval.ts';
import type { Source } from '../../domain/source.ts';
import { readSourceNote, readSourcePolls } from '../background-notes.ts';
import type { DepartureRow, LeaderboardRow, RelaisDb } from '../db.ts';
import { readSourceChecks } from '../settings.ts';

/** Pictures of a source's newest items: how many are stored, and on which sites the others are. */
export type SourcePictures = { stored: number; missing: { origin: string; count: number }[] };

export type SourceStatus = Source & {
  itemCount: number;
  /** Last time it answered as it should; null before the first. */
  answeredAt: number | null;
  /** Its next turn; null for one that is asked no more. */
  nextAt: number | null;
  /** Where its address leads by a redirect; null where it answers itself. */
  movedTo: string | null;
  pictures: SourcePictures;
};

export async function readSources(db: RelaisDb): Promise<SourceStatus[]> {
  const [sources, checks, polls] = await Promise.all([db.sources.toArray(), readSourceChecks(), readSourcePolls()]);
  const [counts, notes, pictures] = await Promise.all([
    Promise.all(sources.map((source) => db.items.where('sourceId').equals(source.id).count())),
    Promise.all(sources.map((source) => readSourceNote(source.id))),
    readPictures(db, sources),
  ]);
  return sources
    .map((source, i) => ({
      ...source,
      answeredAt:
        polls[source.id]?.answeredAt ??
        (source.failure === null && source.endedAt === null ? checks[source.id] : null) ??
        source.changedAt,
      nextAt: source.endedAt === null ? nextTurn(source, polls[source.id]) : null,
      movedTo: notes[i]?.movedTo ?? null,
      itemCount: counts[i] ?? 0,
      pictures: pictures.get(source.id) ?? { stored: 0, missing: [] },
    }))
    .sort((a, b) => a.addedAt - b.addedAt);
}

/** As many of the newest items as someone is likely to scroll to. */
const pictureItemCount = 200;

async function readPictures(db: RelaisDb, sources: Source[]): Promise<Map<string, SourcePictures>> {
  const newest = db.items.where('[shelf+pinned+orderAt]').between(['feed'], ['feed', []]).reverse();
  const items = (await newest.limit(pictureItemCount).toArray()).filter(({ imageUrl }) => imageUrl !== null);
  const rows = await db.pictures.bulkGet(items.map(({ imageUrl }) => imageUrl ?? ''));
  const origins = new Map(sources.map(({ id, url }) => [id, parseWebAddress(url)?.origin]));
  const bySource = new Map<string, { stored: number; missing: Map<string, number> }>();
  for (const [i, { sourceId, imageUrl }] of items.entries()) {
    const of = bySource.get(sourceId) ?? { stored: 0, missing: new Map() };
    bySource.set(sourceId, of);
    const origin = parseWebAddress(imageUrl ?? '')?.origin;
    if (rows[i]?.blob) of.stored += 1;
    // The source's own site needs no permission, unless it lets no other site read its pictures.
    else if (origin !== undefined && (origin !== origins.get(sourceId) || rows[i]?.isUnreadable)) {
      of.missing.set(origin, (of.missing.get(origin) ?? 0) + 1);
    }
  }
  const asList = (missing: Map<string, number>) =>
    [...missing].map(([origin, count]) => ({ origin, count })).sort((a, b) => b.count - a.count);
  return new Map([...bySource].map(([id, { stored, missing }]) => [id, { stored, missing: asList(missing) }]));
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
