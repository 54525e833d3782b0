import { PGlite, type Transaction } from '@electric-sql/pglite';
import pg from 'pg';

/**
 * The one door to PostgreSQL, embedded or served. Instants come back as `Date`, `bytea` as bytes;
 * a `date` or a count is cast in the query (`::text`, `::int`), where the two engines would differ.
 */
export type Queryable = {
  query<Row extends Record<string, unknown>>(text: string, params?: unknown[]): Promise<Row[]>;
  /** Several statements without parameters, such as a migration; answers the rows of all of them. */
  execute(script: string): Promise<Record<string, unknown>[]>;
};

export type Database = Queryable & {
  readonly engine: 'pglite' | 'postgres';
  /** Commits what `work` did, or rolls it back when it throws. */
  transaction<Result>(work: (tx: Queryable) => Promise<Result>): Promise<Result>;
  /** Lets `read` see the database as it is at one moment, whatever is committed meanwhile. */
  snapshot<Result>(read: (tx: Queryable) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
};

const asSnapshot = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY';

/** Opens the embedded database; `folder` undefined keeps it in memory. One process per folder: see `lock.ts`. */
export async function openPglite(folder?: string): Promise<Database> {
  const lite = await PGlite.create(folder === undefined ? {} : { dataDir: folder });
  const on = (client: PGlite | Transaction): Queryable => ({
    async query<Row extends Record<string, unknown>>(text: string, params: unknown[] = []) {
      return (await client.query<Row>(text, params)).rows;
    },
    async execute(script) {
      return (await client.exec(script)).flatMap(({ rows }) => rows);
    },
  });
  return {
    ...on(lite),
    engine: 'pglite',
    transaction: (work) => lite.transaction((tx) => work(on(tx))),
    snapshot: (read) =>
      lite.transaction(async (tx) => {
        await tx.exec(asSnapshot);
        return read(on(tx));
      }),
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
      // One result for each statement, where there are several.
      const results: pg.QueryResult | pg.QueryResult[] = await client.query(script);
      return [results].flat().flatMap(({ rows }) => rows);
    },
  });
  const transaction: Database['transaction'] = async (work) => {
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
  };
  return {
    ...on(pool),
    engine: 'postgres',
    transaction,
    snapshot: (read) =>
      transaction(async (tx) => {
        await tx.execute(asSnapshot);
        return read(tx);
      }),
    close: () => pool.end(),
  };
}
