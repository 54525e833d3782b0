import type { SpotRequest } from '../../../../lib/contract/group.ts';
import type { Queryable } from '../database.ts';

export type SpotRow = {
  id: string;
  group_id: string;
  author_id: string;
  author_name: string;
  url: string;
  title: string;
  description: string;
  image_url: string | null;
  site_name: string | null;
  author: string | null;
  language: string | null;
  quote: string | null;
  comment: string;
  tags: string[];
  created_at: Date;
};

const spotColumns = `s.id, s.group_id, s.author_id, a.display_name AS author_name, s.url, s.title, s.description,
  s.image_url, s.site_name, s.author, s.language, s.quote, s.comment, s.tags, s.created_at`;

/** Who may enter group `g`: anyone an open one, its members the others. `member` is a parameter. */
function mayEnter(member: string): string {
  return `(g.visibility = 'open'
    OR EXISTS (SELECT 1 FROM group_members gm WHERE gm.group_id = g.id AND gm.member_id = ${member}::uuid))`;
}

export type Cursor = { at: number; id: string };

/** A group's stream, newest first, from after `before`. `memberId` null reads as a stranger. */
export function listSpots(
  db: Queryable,
  {
    groupId,
    memberId,
    before,
    limit,
  }: { groupId: string; memberId: string | null; before: Cursor | null; limit: number },
): Promise<SpotRow[]> {
  return db.query<SpotRow>(
    `SELECT ${spotColumns} FROM spots s JOIN members a ON a.id = s.author_id JOIN groups g ON g.id = s.group_id
      WHERE s.group_id = $1 AND s.deleted_at IS NULL AND ${mayEnter('$2')}
        AND ($3::timestamptz IS NULL OR (s.created_at, s.id) < ($3::timestamptz, $4::uuid))
      ORDER BY s.created_at DESC, s.id DESC LIMIT $5`,
    [groupId, memberId, before === null ? null : new Date(before.at), before?.id ?? null, limit],
  );
}

/** What was spotted last in open groups, for the wall. */
export function listOpenSpots(
  db: Queryable,
  language: string,
  limit: number,
): Promise<(SpotRow & { group_name: string })[]> {
  return db.query<SpotRow & { group_name: string }>(
    `SELECT ${spotColumns}, t.name AS group_name
       FROM spots s JOIN members a ON a.id = s.author_id JOIN groups g ON g.id = s.group_id
       JOIN LATERAL (
         SELECT name FROM group_translations WHERE group_id = g.id ORDER BY (language = $1) DESC, language LIMIT 1
       ) t ON true
      WHERE g.visibility = 'open' AND s.deleted_at IS NULL
      ORDER BY s.created_at DESC, s.id DESC LIMIT $2`,
    [language, limit],
  );
}

export type NewSpot = {
  id: string;
  groupId: string;
  memberId: string;
  requestHash: string;
  request: SpotRequest;
  now: number;
};

/** Writes a spot where its author may enter. False when nothing was written: the id is taken, or the group closed. */
export async function insertSpot(
  db: Queryable,
  { id, groupId, memberId, requestHash, request, now }: NewSpot,
): Promise<boolean> {
  const rows = await db.query(
    `INSERT INTO spots (id, group_id, author_id, request_hash, url, title, description, image_url, site_name, author,
                        language, quote, comment, tags, created_at)
     SELECT $1::uuid, g.id, $3::uuid, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::text[], $15::timestamptz
       FROM groups g WHERE g.id = $2 AND ${mayEnter('$3')}
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      id,
      groupId,
      memberId,
      requestHash,
      request.url,
      request.title,
      request.description,
      request.image_url,
      request.site_name,
      request.author,
      request.language,
      request.quote,
      request.comment,
      request.tags,
      new Date(now),
    ],
  );
  return rows.length === 1;
}

/** What an idempotency key stands for, if it is this member's. */
export async function findKey(
  db: Queryable,
  id: string,
  memberId: string,
): Promise<{ requestHash: string | null; isDeleted: boolean } | null> {
  const rows = await db.query<{ request_hash: string | null; is_deleted: boolean }>(
    `SELECT request_hash, (deleted_at IS NOT NULL) AS is_deleted FROM spots WHERE id = $1 AND author_id = $2`,
    [id, memberId],
  );
  const row = rows[0];
  return row === undefined ? null : { requestHash: row.request_hash, isDeleted: row.is_deleted };
}

export async function findOwnSpot(db: Queryable, id: string, memberId: string): Promise<SpotRow | null> {
  const rows = await db.query<SpotRow>(
    `SELECT ${spotColumns} FROM spots s JOIN members a ON a.id = s.author_id
      WHERE s.id = $1 AND s.author_id = $2 AND s.deleted_at IS NULL`,
    [id, memberId],
  );
  return rows[0] ?? null;
}

/** Empties the member's own spot. The row stays, so that a late repeat of the send cannot bring it back. */
export async function deleteOwnSpot(db: Queryable, id: string, memberId: string, now: number): Promise<void> {
  await db.query(
    `UPDATE spots SET deleted_at = $3, request_hash = NULL, url = NULL, title = NULL, description = NULL,
            image_url = NULL, site_name = NULL, author = NULL, language = NULL, quote = NULL, comment = NULL, tags = NULL
      WHERE id = $1 AND author_id = $2 AND deleted_at IS NULL`,
    [id, memberId, new Date(now)],
  );
}

/** Whether the spot is another member's, in a group that this one may enter: elsewhere it stays unknown. */
export async function isVisiblyOthers(db: Queryable, id: string, memberId: string): Promise<boolean> {
  const rows = await db.query(
    `SELECT 1 AS found FROM spots s JOIN groups g ON g.id = s.group_id
      WHERE s.id = $1 AND s.author_id <> $2 AND s.deleted_at IS NULL AND ${mayEnter('$2')}`,
    [id, memberId],
  );
  return rows.length > 0;
}
