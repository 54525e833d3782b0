import { PGlite, type Transaction } from '@electric-sql/pglite';
import pg from 'pg';

/**
 * The one door to PostgreSQL, embedded or served. Instants come back as `Date`, `bytea` as bytes;
 * a `date` or a count is cast in the query (`::text`, `::int`), where the two engines would differ.
 */
export type Queryable = {
  query<Row extends Record<string, unknown>>(text: string, params?: unknown[]): Promise<Row[]>;
  /** Several statements without parameters: a migration. */
  execute(script: string): Promise<void>;
};

export type Database = Queryable & {
  readonly engine: 'pglite' | 'postgres';
  /** Commits what `work` did, or rolls it back when it throws. */
  transaction<Result>(work: (tx: Queryable) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
};

/** Opens the embedded database; `folder` undefined keeps it in memory. One process per folder: see `lock.ts`. */
export async function openPglite(folder?: string): Promise<Database> {
  const lite = await PGlite.create(folder === undefined ? {} : { dataDir: folder });
  const on = (client: PGlite | Transaction): Queryable => ({
    async query<Row extends Record<string, unknown>>(text: string, params: unknown[] = []) {
      return (await client.query<Row>(text, params)).rows;
    },
    async execute(script) {
      await client.exec(script);
    },
  });
  return {
    ...on(lite),
    engine: 'pglite',
    transaction: (work) => lite.transaction((tx) => work(on(tx))),
    close: () => lite.close(),
  };
}

/** Opens a pool on a PostgreSQL server. `onIdleError` hears of connections that the server dropped. */
export function openPostgres(url: string, onIdleError: (error: Error) => void): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    application_name: 'relais-hub',
  });
  // Without a listener a dropped idle connection would end the process; the pool replaces it by itself.
  pool.on('error', onIdleError);
  const on = (client: pg.Pool | pg.PoolClient): Queryable => ({
    async query<Row extends Record<string, unknown>>(text: string, params: unknown[] = []) {
      return (await client.query<Row>(text, params)).rows;
    },
    async execute(script) {
      await client.query(script);
    },
  });
  return {
    ...on(pool),
    engine: 'postgres',
    async transaction(work) {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const result = await work(on(client));
        await client.query('COMMIT');
        client.release();
        return result;
      } catch (error) {
        // A connection that cannot roll back is thrown away rather than returned in the middle of a transaction.
        const rollback = await client.query('ROLLBACK').catch((cause: Error) => cause);
        client.release(rollback instanceof Error ? rollback : undefined);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}
