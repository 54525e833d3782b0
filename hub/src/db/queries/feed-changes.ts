import type { Queryable } from '../database.ts';

/**
 * Where the feed stands: which history, how far in it, and the last moment that changed it by merely
 * passing. See `feed_clock` in the migrations for why a version is never seen before an older one.
 */
export type FeedPosition = { epoch: string; version: number; at: number };

/** Read it in the snapshot that the items are read in. */
export async function readFeedPosition(
  db: Queryable,
  now: number,
): Promise<FeedPosition & { forgottenVersion: number }> {
  const [row] = await db.query<{ epoch: string; version: string; forgotten_version: string; at: Date | null }>(
    `SELECT epoch, version::text, forgotten_version::text,
            greatest((SELECT max(published_at) FROM items WHERE published_at <= $1),
                     (SELECT max(embargo_until) FROM items WHERE embargo_until <= $1),
                     (SELECT max(expires_at) FROM items WHERE expires_at <= $1)) AS at
       FROM feed_clock`,
    [new Date(now)],
  );
  if (row === undefined) throw new Error('the database has lost its feed clock');
  return {
    epoch: row.epoch,
    version: Number(row.version),
    forgottenVersion: Number(row.forgotten_version),
    at: row.at?.getTime() ?? 0,
  };
}

/**
 * The ids of what changed after a position: edited, deleted, or reached by its publication, the end of
 * its embargo or its expiry. At most `limit` of them.
 */
export async function listChangedIds(
  db: Queryable,
  since: Pick<FeedPosition, 'version' | 'at'>,
  { now, limit }: { now: number; limit: number },
): Promise<string[]> {
  const passed = (column: string) => `(${column} > $2 AND ${column} <= $3)`;
  const rows = await db.query<{ id: string }>(
    `SELECT id FROM items
      WHERE feed_version > $1 OR ${passed('published_at')} OR ${passed('embargo_until')} OR ${passed('expires_at')}
      UNION SELECT item_id FROM item_removals WHERE feed_version > $1
      ORDER BY id LIMIT $4`,
    [since.version, new Date(since.at), new Date(now), limit],
  );
  return rows.map(({ id }) => id);
}

/** Forgets removals from before `before`; cursors from before the last of them are refused from now on. */
export async function forgetRemovals(db: Queryable, before: number): Promise<void> {
  await db.query(
    `WITH forgotten AS (
       DELETE FROM item_removals WHERE removed_at < $1 AND source_id IS NULL RETURNING feed_version
     )
     UPDATE feed_clock SET forgotten_version = greatest(forgotten_version, (SELECT max(feed_version) FROM forgotten))`,
    [new Date(before)],
  );
}
