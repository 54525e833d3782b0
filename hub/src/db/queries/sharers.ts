import { sharerStep, sharersThreshold } from '../../../../lib/domain/sharers.ts';
import type { Queryable } from '../database.ts';
import { dayOf } from './participation.ts';

/**
 * How many participants published each item today, by the hub's day (UTC): in steps, and only from the
 * threshold on. No name and no hour goes into it, and below it nobody is counted at all.
 */
export async function countSharersToday(db: Queryable, now: number): Promise<Record<string, number>> {
  const rows = await db.query<{ item_id: string; sharers: number }>(
    `SELECT e.item_id, count(DISTINCT e.member_id)::int AS sharers
       FROM participation_events e JOIN items i ON i.id = e.item_id
      WHERE e.kind = 'share' AND e.state IN ('confirmed', 'verified') AND e.day = $1::date
      GROUP BY e.item_id HAVING count(DISTINCT e.member_id) >= $2
      ORDER BY e.item_id`,
    [dayOf(now), sharersThreshold],
  );
  return Object.fromEntries(rows.map(({ item_id, sharers }) => [item_id, sharerStep(sharers)]));
}
