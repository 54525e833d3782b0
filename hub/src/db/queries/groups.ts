import type { GroupVisibility } from '../../../../lib/domain/group.ts';
import type { Queryable } from '../database.ts';

export type GroupRow = {
  id: string;
  name: string;
  description: string;
  visibility: GroupVisibility;
  member_count: number;
  is_member: boolean;
};

/** $1 is the language, $2 the member, or null for someone who is not signed in. */
const visibleGroups = `
  SELECT g.id, t.name, t.description, g.visibility, g.position,
         (SELECT count(*)::int FROM group_members c WHERE c.group_id = g.id) AS member_count,
         (m.member_id IS NOT NULL) AS is_member
    FROM groups g
    JOIN LATERAL (
      SELECT * FROM group_translations WHERE group_id = g.id ORDER BY (language = $1) DESC, language LIMIT 1
    ) t ON true
    LEFT JOIN group_members m ON m.group_id = g.id AND m.member_id = $2::uuid
   WHERE (g.visibility <> 'private' OR m.member_id IS NOT NULL)`;

/** Groups that this member may know of: all but the private groups of others. */
export function listGroups(db: Queryable, memberId: string, language: string): Promise<GroupRow[]> {
  return db.query<GroupRow>(`${visibleGroups} ORDER BY g.position, g.id`, [language, memberId]);
}

/** Null when there is no such group, or when this member may not know of it. */
export async function findGroup(
  db: Queryable,
  id: string,
  memberId: string | null,
  language: string,
): Promise<GroupRow | null> {
  const rows = await db.query<GroupRow>(`${visibleGroups} AND g.id = $3`, [language, memberId, id]);
  return rows[0] ?? null;
}

/** Open groups, for the hub's public pages. */
export function listOpenGroups(db: Queryable, language: string): Promise<GroupRow[]> {
  return db.query<GroupRow>(`${visibleGroups} AND g.visibility = 'open' ORDER BY g.position, g.id`, [language, null]);
}

/** Who reads the stream, and posts: anyone in an open group, members elsewhere. */
export function mayEnter(group: GroupRow): boolean {
  return group.visibility === 'open' || group.is_member;
}
