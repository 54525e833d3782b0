import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { aDay, createPostgresDatabase, describeEachDatabase, postgresUrl } from '../testing/databases.ts';
import { openPostgres } from './database.ts';
import { migrate } from './migrate.ts';

const files = (await readdir(new URL('../../migrations/', import.meta.url))).sort();

describeEachDatabase('migrate', (db) => {
  it('applies each file once, in order', async () => {
    expect(await migrate(db(), new Date(aDay))).toEqual([]);
    const rows = await db().query<{ name: string }>('SELECT name FROM migrations ORDER BY name');
    expect(rows.map((row) => row.name)).toEqual(files);
  });

  it('applies nothing when one file fails', async () => {
    await db().execute('DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE members (id text)');
    await expect(migrate(db(), new Date(aDay))).rejects.toThrow('members');
    const rows = await db().query("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'");
    expect(rows).toEqual([{ table_name: 'members' }]);
  });

  it('refuses a database that a newer hub wrote', async () => {
    await db().query("INSERT INTO migrations VALUES ('9999_from_the_future.sql', now())");
    await expect(migrate(db(), new Date(aDay))).rejects.toThrow('9999_from_the_future.sql');
  });
});

describe.skipIf(postgresUrl === undefined)('migrate on PostgreSQL', () => {
  it('applies each file once when several hubs start together', async () => {
    const { url, drop } = await createPostgresDatabase();
    const hubs = Array.from({ length: 4 }, () => openPostgres(url, () => undefined));
    const applied = await Promise.all(hubs.map((hub) => migrate(hub, new Date(aDay))));
    expect(applied.flat().sort()).toEqual(files);
    for (const hub of hubs) await hub.close();
    await drop();
  });
});

describe('migrations', () => {
  it('have consecutive numbers and telling names', () => {
    expect(files.length).toBeGreaterThan(0);
    for (const [index, name] of files.entries()) {
      expect(name).toMatch(/^\d{4}_[a-z0-9]+(_[a-z0-9]+)+\.sql$/);
      expect(Number(name.slice(0, 4))).toBe(index + 1);
    }
  });
});
