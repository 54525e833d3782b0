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
