import { dailyCap, type LeaderboardPeriod, points } from '../../../../lib/domain/leaderboard.ts';
import { networkIds } from '../../../../lib/domain/network-ids.ts';
import { isPublication } from '../../../../lib/domain/networks/network-list.ts';
import type { Queryable } from '../database.ts';
import { dayOf } from './participation.ts';

/** The calendar month or quarter that holds `now`, in UTC; `to` is its last millisecond. */
export function periodAround(period: LeaderboardPeriod, now: number): { from: number; to: number } {
  const date = new Date(now);
  const months = period === 'month' ? 1 : 3;
  const first = date.getUTCMonth() - (date.getUTCMonth() % months);
  return {
    from: Date.UTC(date.getUTCFullYear(), first, 1),
    to: Date.UTC(date.getUTCFullYear(), first + months, 1) - 1,
  };
}

export type LeaderboardRow = {
  rank: number;
  display_name: string;
  team: string | null;
  shares: number;
  spots: number;
  points: number;
  is_you: boolean;
};

/**
 * Everyone who takes part, by points. A share counts once for each member, item of this hub and
 * network where anyone may read it, on the first day it was published; a spot while it stands on this hub. Of each kind, five
 * count in a day. Equal points share a rank. A team would give a pseudonym away, so it is shown only
 * beside the name that colleagues know.
 */
export function listLeaderboard(
  db: Queryable,
  { memberId, from, to, limit }: { memberId: string; from: number; to: number; limit: number },
): Promise<LeaderboardRow[]> {
  return db.query<LeaderboardRow>(
    `WITH credits AS (
       SELECT e.member_id, e.kind, min(e.day) AS day
         FROM participation_events e JOIN items i ON i.id = e.item_id
        WHERE e.kind = 'share' AND e.state IN ('confirmed', 'verified') AND e.network = ANY($8::text[])
        GROUP BY e.member_id, e.kind, e.item_id, e.network
       UNION ALL
       SELECT e.member_id, e.kind, e.day
         FROM participation_events e
         JOIN spots s ON s.id = e.id AND s.author_id = e.member_id AND s.deleted_at IS NULL
        WHERE e.kind = 'spot' AND e.state = 'done'
     ), counted AS (
       SELECT member_id, kind, least(count(*), $4)::int AS acts
         FROM credits WHERE day BETWEEN $2::date AND $3::date
        GROUP BY member_id, kind, day
     ), sums AS (
       SELECT p.member_id, p.display_name,
              CASE WHEN p.display_name = m.display_name THEN m.team END AS team,
              coalesce(sum(c.acts) FILTER (WHERE c.kind = 'share'), 0)::int AS shares,
              coalesce(sum(c.acts) FILTER (WHERE c.kind = 'spot'), 0)::int AS spots
         FROM participations p JOIN members m ON m.id = p.member_id
         LEFT JOIN counted c ON c.member_id = p.member_id
        GROUP BY p.member_id, p.display_name, m.display_name, m.team
     )
     SELECT rank() OVER (ORDER BY shares * $5::int + spots * $6::int DESC)::int AS rank,
            display_name, team, shares, spots, (shares * $5::int + spots * $6::int) AS points,
            (member_id = $1::uuid) AS is_you
       FROM sums
      ORDER BY rank, shares DESC, lower(display_name), member_id
      LIMIT $7`,
    [memberId, dayOf(from), dayOf(to), dailyCap, points.share, points.spot, limit, networkIds.filter(isPublication)],
  );
}

export async function countParticipants(db: Queryable): Promise<number> {
  const rows = await db.query<{ count: number }>('SELECT count(*)::int AS count FROM participations');
  return rows[0]?.count ?? 0;
}
