import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { type Database, openPglite, openPostgres } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';

/** A superuser's address. Without it the PostgreSQL half of each suite is skipped, and says so. */
export const postgresUrl = process.env.RELAIS_TEST_POSTGRES_URL;

export const aDay = Date.UTC(2026, 5, 17, 9, 30);

/** A PostgreSQL database of its own, and how to drop it. */
export async function createPostgresDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `relais_test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(postgresUrl ?? '');
  const admin = openPostgres(url.href, () => undefined);
  await admin.query(`CREATE DATABASE ${name}`);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.close();
    },
  };
}

/** Runs the same tests on PGlite and on PostgreSQL; `db()` is migrated and empty at the start of each. */
export function describeEachDatabase(name: string, define: (db: () => Database) => void): void {
  describe(`${name} on PGlite`, () =>
    defineOn(async () => ({ db: await openPglite(), drop: async () => undefined }), define));
  describe.skipIf(postgresUrl === undefined)(`${name} on PostgreSQL`, () =>
    defineOn(async () => {
      const { url, drop } = await createPostgresDatabase();
      return { db: openPostgres(url, () => undefined), drop };
    }, define),
  );
}

function defineOn(
  open: () => Promise<{ db: Database; drop: () => Promise<void> }>,
  define: (db: () => Database) => void,
): void {
  let opened: Awaited<ReturnType<typeof open>> | null = null;
  const db = () => {
    if (opened === null) throw new Error('the database is open in tests and hooks only');
    return opened.db;
  };
  beforeAll(async () => {
    opened = await open();
  });
  beforeEach(async () => {
    await db().execute('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    await migrate(db(), new Date(aDay));
  });
  afterAll(async () => {
    await opened?.db.close();
    await opened?.drop();
  });
  define(db);
}
