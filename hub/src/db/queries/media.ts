import { createHash } from 'node:crypto';
import type { Picture, Rendition } from '../../media/make-picture.ts';
import type { Queryable } from '../database.ts';

export async function findMedia(
  db: Queryable,
  sha256: string,
): Promise<{ contentType: string; bytes: Uint8Array } | null> {
  const rows = await db.query<{ content_type: string; bytes: Uint8Array }>(
    'SELECT content_type, bytes FROM media WHERE sha256 = $1',
    [sha256],
  );
  const row = rows[0];
  return row === undefined ? null : { contentType: row.content_type, bytes: row.bytes };
}

/** Keeps a picture under what is in it, and answers that. Keeping it again changes nothing. */
export async function insertPicture(db: Queryable, { large, small }: Picture, now: number): Promise<string> {
  const smallSha256 = small === null ? null : await insertRendition(db, small, null, now);
  return insertRendition(db, large, smallSha256, now);
}

async function insertRendition(
  db: Queryable,
  { bytes, width, height }: Rendition,
  smallSha256: string | null,
  now: number,
): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await db.query(
    // A new date on the row that is there keeps the sweep from taking it away meanwhile.
    `INSERT INTO media (sha256, content_type, bytes, created_at, width, height, small_sha256)
     VALUES ($1, 'image/webp', $2, $3, $4, $5, $6)
     ON CONFLICT (sha256) DO UPDATE
       SET created_at = excluded.created_at, width = excluded.width, height = excluded.height,
           small_sha256 = coalesce(excluded.small_sha256, media.small_sha256)`,
    [sha256, bytes, new Date(now), width, height, smallSha256],
  );
  return sha256;
}

/** Gives an item the picture that was fetched for it, unless it has moved on to another one. */
export async function attachPicture(
  db: Queryable,
  { itemId, url, sha256 }: { itemId: string; url: string; sha256: string },
): Promise<void> {
  await db.query(
    'UPDATE items SET media_sha256 = $3 WHERE id = $1 AND picture_url = $2 AND media_sha256 IS DISTINCT FROM $3',
    [itemId, url, sha256],
  );
}

/** Deletes the pictures from before `before` that nothing shows. A smaller copy goes a sweep later. */
export async function deleteUnusedMedia(db: Queryable, before: number): Promise<void> {
  await db.query(
    `DELETE FROM media m WHERE created_at < $1
        AND NOT EXISTS (SELECT 1 FROM items WHERE media_sha256 = m.sha256)
        AND NOT EXISTS (SELECT 1 FROM media WHERE small_sha256 = m.sha256)`,
    [new Date(before)],
  );
}
