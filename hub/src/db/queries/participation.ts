import type { ParticipationEventPayload } from '../../../../lib/contract/participation.ts';
import type { Database, Queryable } from '../database.ts';

export async function findParticipation(db: Queryable, memberId: string): Promise<{ displayName: string } | null> {
  const rows = await db.query<{ display_name: string }>(
    'SELECT display_name FROM participations WHERE member_id = $1',
    [memberId],
  );
  return rows[0] === undefined ? null : { displayName: rows[0].display_name };
}

export async function upsertParticipation(
  db: Queryable,
  memberId: string,
  displayName: string,
  now: number,
): Promise<void> {
  await db.query(
    `INSERT INTO participations (member_id, display_name, since) VALUES ($1, $2, $3)
     ON CONFLICT (member_id) DO UPDATE SET display_name = excluded.display_name`,
    [memberId, displayName, new Date(now)],
  );
}

/** Removes the participation; its events go with it. */
export async function deleteParticipation(db: Queryable, memberId: string): Promise<void> {
  await db.query('DELETE FROM participations WHERE member_id = $1', [memberId]);
}

/** How far back a late event may reach: a browser that was away for a month still tells all. */
export const oldestDayCount = 40;

/**
 * Stores the events of a participant and answers how many; null when the member does not take part.
 * An event that is known only changes its state. The hub's days rule: one that is tomorrow for a
 * clock in the East counts today, and one more than 40 days back is left out, since the figures it
 * belongs to were read long ago.
 */
export async function upsertEvents(
  db: Database,
  memberId: string,
  events: ParticipationEventPayload[],
  now: number,
): Promise<number | null> {
  const today = dayOf(now);
  const oldest = dayOf(now - oldestDayCount * 86_400_000);
  const kept = events
    .filter((event) => event.day >= oldest)
    .map((event) => (event.day > today ? { ...event, day: today } : event));
  // A batch may hold an act and its correction; a row can be written once in a statement: the last word counts.
  const latest = [...new Map(kept.map((event) => [event.id, event])).values()];
  return db.transaction(async (tx) => {
    const taking = await tx.query('SELECT 1 AS found FROM participations WHERE member_id = $1 FOR SHARE', [memberId]);
    if (taking.length === 0) return null;
    await tx.query(
      `INSERT INTO participation_events (member_id, id, kind, network, state, item_id, day)
       SELECT $1::uuid, e.id, e.kind, e.network, e.state, e.item_id, e.day
         FROM jsonb_to_recordset($2::jsonb)
           AS e(id uuid, kind text, network text, state text, item_id text, day date)
       ON CONFLICT (member_id, id) DO UPDATE SET state = excluded.state`,
      [memberId, JSON.stringify(latest)],
    );
    return kept.length;
  });
}

export function dayOf(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}
