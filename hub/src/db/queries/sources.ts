import { randomUUID } from 'node:crypto';
import type { ErrorCode } from '../../../../lib/domain/errors.ts';
import type { Database, Queryable } from '../database.ts';

export type SourceRow = {
  id: string;
  url: string;
  moved_to: string | null;
  etag: string | null;
  last_modified: string | null;
  failure_count: number;
};

/**
 * Makes the sources those of the operator's list. One that is listed no more is left alone, and keeps
 * its items; one that is listed again is asked again, even if it had said that it was gone.
 */
export async function syncSources(db: Database, urls: string[], now: number): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query('UPDATE sources SET listed = false WHERE listed AND NOT (url = ANY ($1))', [urls]);
    for (const url of urls) {
      await tx.query(
        `INSERT INTO sources (id, url, listed, next_poll_at, created_at) VALUES ($1, $2, true, $3, $3)
         ON CONFLICT (url) DO UPDATE SET listed = true, gone_at = NULL, failure = NULL, failure_count = 0,
                                         next_poll_at = excluded.next_poll_at
           WHERE NOT sources.listed`,
        [randomUUID(), url, new Date(now)],
      );
    }
  });
}

const isDue = 'listed AND gone_at IS NULL AND next_poll_at <= $1';

export async function listDueSources(db: Queryable, now: number): Promise<string[]> {
  const rows = await db.query<{ id: string }>(`SELECT id FROM sources WHERE ${isDue} ORDER BY next_poll_at LIMIT 200`, [
    new Date(now),
  ]);
  return rows.map(({ id }) => id);
}

/**
 * Takes a source that is due, for `leaseMs`: nobody else polls it meanwhile, and somebody does later if
 * this process dies. Null when it is not due.
 */
export async function claimSource(
  db: Queryable,
  id: string,
  { now, leaseMs }: { now: number; leaseMs: number },
): Promise<SourceRow | null> {
  const rows = await db.query<SourceRow>(
    `UPDATE sources SET next_poll_at = $3 WHERE id = $2 AND ${isDue}
     RETURNING id, url, moved_to, etag, last_modified, failure_count`,
    [new Date(now), id, new Date(now + leaseMs)],
  );
  return rows[0] ?? null;
}

export async function releaseSource(db: Queryable, id: string, now: number): Promise<void> {
  await db.query('UPDATE sources SET next_poll_at = $2 WHERE id = $1', [id, new Date(now)]);
}

export type SourceReading = {
  now: number;
  nextPollAt: number;
  movedTo: string | null;
  /** Null when the document was unchanged. */
  document: { title: string | null; etag: string | null; lastModified: string | null } | null;
};

export async function recordReading(
  db: Queryable,
  id: string,
  { now, nextPollAt, movedTo, document }: SourceReading,
): Promise<void> {
  await db.query(
    'UPDATE sources SET read_at = $2, next_poll_at = $3, moved_to = $4, failure = NULL, failure_count = 0 WHERE id = $1',
    [id, new Date(now), new Date(nextPollAt), movedTo],
  );
  if (document === null) return;
  await db.query('UPDATE sources SET title = $2, etag = $3, last_modified = $4 WHERE id = $1', [
    id,
    document.title,
    document.etag,
    document.lastModified,
  ]);
}

/** `movedTo` forgotten brings the next attempt back to the source's own address. */
export async function recordFailure(
  db: Queryable,
  id: string,
  { code, nextPollAt, forgetsMove }: { code: ErrorCode; nextPollAt: number; forgetsMove: boolean },
): Promise<void> {
  await db.query(
    `UPDATE sources SET failure = $2, failure_count = failure_count + 1, next_poll_at = $3,
            moved_to = CASE WHEN $4 THEN NULL ELSE moved_to END,
            etag = CASE WHEN $4 THEN NULL ELSE etag END,
            last_modified = CASE WHEN $4 THEN NULL ELSE last_modified END
      WHERE id = $1`,
    [id, code, new Date(nextPollAt), forgetsMove],
  );
}

export async function recordGone(db: Queryable, id: string, now: number): Promise<void> {
  await db.query("UPDATE sources SET gone_at = $2, failure = 'gone' WHERE id = $1", [id, new Date(now)]);
}
