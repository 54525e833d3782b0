import { readdir, readFile } from 'node:fs/promises';
import type { Database } from './database.ts';

const migrationsFolder = new URL('../../migrations/', import.meta.url);
/** Any number, as long as every hub takes the same one. */
export const migrationLock = 4_710_001;

/**
 * Applies `hub/migrations/NNNN_what_it_does.sql` in order, all in one transaction under an advisory
 * lock, so that hubs that start together on one server apply each file once. Answers what it applied.
 * @throws when the database was written by a newer hub: an older one would not understand it.
 */
export async function migrate(db: Database, now: Date): Promise<string[]> {
  const names = (await readdir(migrationsFolder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort();
  return db.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await tx.execute('CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL)');
    const rows = await tx.query<{ name: string }>('SELECT name FROM migrations');
    const applied = new Set(rows.map((row) => row.name));
    const unknown = [...applied].filter((name) => !names.includes(name));
    if (unknown.length > 0) {
      throw new Error(`the database was written by a newer version of the hub (${unknown.join(', ')})`);
    }
    const missing = names.filter((name) => !applied.has(name));
    for (const name of missing) {
      await tx.execute(await readFile(new URL(name, migrationsFolder), 'utf8'));
      await tx.query('INSERT INTO migrations (name, applied_at) VALUES ($1, $2)', [name, now]);
    }
    return missing;
  });
}
