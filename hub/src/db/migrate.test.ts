import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { feedPayload } from '../../../lib/contract/feed.ts';
import { seedSampleCompany } from '../../seed/seed.ts';
import { aHub, answered } from '../testing/a-hub.ts';
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

  it('keeps what a hub of the first version held, and serves it', async () => {
    await db().execute('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    await db().execute(await readFile(new URL('../../migrations/0001_create_the_hub.sql', import.meta.url), 'utf8'));
    await db().execute(`
      CREATE TABLE migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL);
      INSERT INTO migrations VALUES ('0001_create_the_hub.sql', now());
      INSERT INTO hub_settings VALUES (true, 'Acme', '{fr,en}', true, now());
      INSERT INTO media VALUES (repeat('a', 64), 'image/webp', '', now());
      INSERT INTO items VALUES ('old', 'poll', 'Ada', true, NULL, repeat('a', 64), '2026-06-01', '2026-06-01');
      INSERT INTO item_translations VALUES ('old', 'fr', 'https://acme.example/', 'Ancien', '', '', 'Une image', '{}');
      INSERT INTO guidelines VALUES ('g', 'card', '1', 0, now());
      INSERT INTO guideline_translations VALUES ('g', 'fr', 'Titre', 'Texte');`);
    expect(await migrate(db(), new Date(aDay))).toEqual(files.slice(1));
    expect(await seedSampleCompany(db(), aDay)).toBe(false);
    const camille = await aHub(db()).join();
    const feed = await answered(await camille.request('GET', '/api/v1/feed?lang=fr'), 200, feedPayload);
    expect(feed.items.map(({ id, image, _relais }) => [id, image, _relais])).toEqual([
      [
        'old',
        `https://hub.example/media/${'a'.repeat(64)}.webp`,
        {
          kind: 'poll',
          pinned: true,
          reader_url: 'https://hub.example/items/old?lang=fr',
          image_alt: 'Une image',
          suggestions: [],
        },
      ],
    ]);
    expect(feed._relais.guidelines?.[0]).toMatchObject({ title: 'Titre', roles: [], question: null });
    expect(feed._relais.checks).toEqual([]);
    const changes = await camille.request('GET', `/api/v1/feed?lang=fr&since=${feed._relais.cursor}`);
    expect((await answered(changes, 200, feedPayload)).items).toEqual([]);
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
