import type { Database } from './database.ts';

/**
 * The database's clock, in epoch milliseconds. What is embargoed or expired is decided by it, so that
 * hubs on one database agree whatever their machines say.
 */
export function createDatabaseClock(db: Database): () => Promise<number> {
  return async () => {
    const [row] = await db.query<{ now: number }>(
      'SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now',
    );
    if (row === undefined) throw new Error('the database has no clock');
    return row.now;
  };
}
