import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FeedPayload, feedPayload } from '../../../lib/contract/feed.ts';
import { openPostgres } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { forgetRemovals } from '../db/queries/feed-changes.ts';
import { aHub, answered, type Caller, insertItem, refused, setUpCompany, type TestHub } from '../testing/a-hub.ts';
import { aDay, createPostgresDatabase, describeEachDatabase, postgresUrl } from '../testing/databases.ts';

const hourMs = 3_600_000;

describeEachDatabase('GET /api/v1/feed?since=', (db) => {
  let hub: TestHub;
  let camille: Caller;
  beforeEach(async () => {
    await setUpCompany(db());
    hub = aHub(db());
    camille = await hub.join();
  });

  const ask = (query: string, headers?: Record<string, string>) =>
    camille.request('GET', `/api/v1/feed?${query}`, undefined, headers);
  const whole = async (language = 'en') => answered(await ask(`lang=${language}`), 200, feedPayload);
  const since = async (cursor: string | undefined, language = 'en') =>
    answered(await ask(`lang=${language}&since=${cursor}`), 200, feedPayload);
  const idsOf = (feed: FeedPayload) => feed.items.map(({ id }) => id).sort();

  it('lists nothing when nothing changed, and costs nothing the next time', async () => {
    const { _relais } = await whole();
    expect(_relais.removed).toBeUndefined();
    const answer = await ask(`lang=en&since=${_relais.cursor}`);
    const etag = answer.headers.get('ETag') ?? '';
    const changes = await answered(answer, 200, feedPayload);
    expect(changes.items).toEqual([]);
    expect(changes._relais).toMatchObject({ removed: [], cursor: _relais.cursor, campaigns: [], guidelines: [] });
    expect((await ask(`lang=en&since=${_relais.cursor}`, { 'If-None-Match': etag })).status).toBe(304);
  });

  it.each([
    ['its row', "UPDATE items SET pinned = true WHERE id = 'second'"],
    ['its words', "UPDATE item_translations SET title = 'Edited' WHERE item_id = 'second'"],
    ['a new translation', "INSERT INTO item_translations VALUES ('second', 'fr', NULL, 'Deux', '', '', NULL, '{}')"],
    ['a lost translation', "DELETE FROM item_translations WHERE item_id = 'second' AND language = 'de'"],
    ['a new suggestion', "INSERT INTO suggestions VALUES ('second', 1, 'en', NULL, NULL, 'Say this')"],
    ['a lost suggestion', "DELETE FROM suggestions WHERE item_id = 'second'"],
  ])('lists the item of which %s changed, alone and once', async (_, change) => {
    await db().execute(`
      INSERT INTO item_translations VALUES ('second', 'de', NULL, 'Zwei', '', '', NULL, '{}');
      INSERT INTO suggestions VALUES ('second', 0, 'en', NULL, NULL, 'Say that');`);
    const { cursor } = (await whole())._relais;
    await db().query(change);
    const changes = await since(cursor);
    expect(idsOf(changes)).toEqual(['second']);
    expect(changes._relais.removed).toEqual([]);
    expect((await since(changes._relais.cursor)).items).toEqual([]);
  });

  it('names what was deleted, until it is back', async () => {
    const { cursor } = (await whole())._relais;
    await db().query("DELETE FROM items WHERE id = 'second'");
    expect((await since(cursor))._relais.removed).toEqual(['second']);
    await insertItem(db(), { id: 'second' });
    const back = await since(cursor);
    expect(idsOf(back)).toEqual(['second']);
    expect(back._relais.removed).toEqual([]);
  });

  it('lists an item when its day comes, when its embargo ends, and names it when it expires', async () => {
    const at = (hours: number) => new Date(aDay + hours * hourMs);
    await insertItem(db(), { id: 'tomorrow', publishedAt: at(1) });
    await insertItem(db(), { id: 'soon' });
    await db().query("UPDATE items SET embargo_until = $1 WHERE id = 'soon'", [at(2)]);
    await db().query("UPDATE items SET expires_at = $1 WHERE id = 'first'", [at(3)]);
    const seen = [];
    let cursor = (await whole())._relais.cursor;
    for (let hours = 0; hours < 4; hours++) {
      hub.clock.now = aDay + hours * hourMs;
      const changes = await since(cursor);
      seen.push([idsOf(changes), changes._relais.removed]);
      cursor = changes._relais.cursor;
    }
    expect(seen).toEqual([
      [[], []],
      [['tomorrow'], []],
      [['soon'], []],
      [[], ['first']],
    ]);
  });

  it('names what was unpublished', async () => {
    const { cursor } = (await whole())._relais;
    await db().query("UPDATE items SET published_at = $1 WHERE id = 'third'", [new Date(aDay + hourMs)]);
    expect((await since(cursor))._relais.removed).toEqual(['third']);
  });

  it('always gives campaigns and guidelines whole', async () => {
    await db().execute(`
      INSERT INTO campaigns (id) VALUES ('c'); INSERT INTO campaign_translations VALUES ('c', 'en', 'C', NULL);
      INSERT INTO guidelines VALUES ('g', 'card', '1', 0, now()); INSERT INTO guideline_translations VALUES ('g', 'en', 'G', 'B')`);
    const first = await whole();
    const { campaigns, guidelines } = (await since(first._relais.cursor))._relais;
    expect([campaigns?.length, guidelines?.length]).toEqual([1, 1]);
    expect({ campaigns, guidelines }).toEqual({
      campaigns: first._relais.campaigns,
      guidelines: first._relais.guidelines,
    });
  });

  it('refuses a cursor of another language, of another hub, of the future, or of nobody', async () => {
    const { cursor = '' } = (await whole())._relais;
    await refused(await ask(`lang=fr&since=${cursor}`), 410, 'gone');
    await refused(await ask('lang=en&since=whatever'), 410, 'gone');
    await db().query('UPDATE feed_clock SET version = version - 1');
    await refused(await ask(`lang=en&since=${cursor}`), 410, 'gone');
    await db().query('UPDATE feed_clock SET version = version + 1, epoch = $1', [randomUUID()]);
    await refused(await ask(`lang=en&since=${cursor}`), 410, 'gone');
  });

  it('refuses a cursor older than what it remembers of removals', async () => {
    const { cursor } = (await whole())._relais;
    await db().query("DELETE FROM items WHERE id = 'second'");
    const later = (await whole())._relais.cursor;
    await forgetRemovals(db(), Date.now() + hourMs);
    await refused(await ask(`lang=en&since=${cursor}`), 410, 'gone');
    expect((await since(later)).items).toEqual([]);
  });

  it('refuses to tell more at once than a whole feed holds', async () => {
    const { cursor } = (await whole())._relais;
    await db().transaction(async (tx) => {
      for (let index = 0; index <= 500; index++) await insertItem(tx, { id: `item-${index}` });
    });
    await refused(await ask(`lang=en&since=${cursor}`), 410, 'gone');
    expect((await whole()).items).toHaveLength(500);
  });

  it('is not for strangers, whose feed is always whole', async () => {
    const { cursor } = (await whole())._relais;
    const feed = await answered(await hub.request('GET', `/feed.json?lang=en&since=${cursor}`), 200, feedPayload);
    expect(feed.items).toHaveLength(3);
    expect([feed._relais.cursor, feed._relais.removed]).toEqual([undefined, undefined]);
  });

  it('leads to the same copy as the whole feed, whatever happened', async () => {
    const ids = ['a', 'b', 'c', 'd'];
    const hours = fc.option(fc.integer({ min: -3, max: 6 }), { nil: null });
    const steps = fc.array(
      fc.oneof(
        fc.record({
          act: fc.constant('put'),
          id: fc.constantFrom(...ids),
          publish: hours,
          embargo: hours,
          expire: hours,
        }),
        fc.record({ act: fc.constant('delete'), id: fc.constantFrom(...ids) }),
        fc.record({ act: fc.constant('wait'), hours: fc.nat(3) }),
        fc.record({ act: fc.constant('read') }),
      ),
      { maxLength: 12 },
    );
    type Step = {
      act: string;
      id?: string;
      hours?: number;
      publish?: number | null;
      embargo?: number | null;
      expire?: number | null;
    };
    await fc.assert(
      fc.asyncProperty(steps as fc.Arbitrary<Step[]>, async (history) => {
        const start = hub.clock.now;
        await db().query('DELETE FROM items');
        let copy = new Map<string, unknown>();
        let cursor = (await whole())._relais.cursor;
        const read = async () => {
          const changes = await since(cursor);
          for (const item of changes.items) copy.set(item.id, item);
          for (const id of changes._relais.removed ?? []) copy.delete(id);
          cursor = changes._relais.cursor;
        };
        for (const { act, id = '', hours: wait = 0, publish, embargo, expire } of history) {
          const at = (offset: number | null | undefined) =>
            offset == null ? null : new Date(hub.clock.now + offset * hourMs);
          if (act === 'wait') hub.clock.now += wait * hourMs;
          if (act === 'read') await read();
          if (act === 'put' || act === 'delete') await db().query('DELETE FROM items WHERE id = $1', [id]);
          if (act === 'put') {
            await insertItem(db(), { id, publishedAt: at(publish) ?? new Date(start) });
            await db().query('UPDATE items SET embargo_until = $2, expires_at = $3 WHERE id = $1', [
              id,
              at(embargo),
              at(expire),
            ]);
          }
        }
        await read();
        const now = new Map<string, unknown>((await whole()).items.map((item) => [item.id, item]));
        copy = new Map([...copy].sort());
        expect(copy).toEqual(new Map([...now].sort()));
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});

describe.skipIf(postgresUrl === undefined)('GET /api/v1/feed?since= on PostgreSQL', () => {
  it('misses nothing that was written by several at once, in whatever order they end', async () => {
    const { url, drop } = await createPostgresDatabase();
    const hubs = [openPostgres(url, () => undefined), openPostgres(url, () => undefined)] as const;
    await migrate(hubs[0], new Date(aDay));
    await setUpCompany(hubs[0]);
    const readers = await Promise.all(hubs.map(async (db) => (await aHub(db).join()).request));
    const ask = async (path: string): Promise<FeedPayload> => {
      const reader = readers[Math.random() < 0.5 ? 0 : 1];
      return answered((await reader?.('GET', path)) as Response, 200, feedPayload);
    };
    let { cursor } = (await ask('/api/v1/feed?lang=en'))._relais;
    const copy = new Map<string, string>();
    let writing = true;
    const write = async (writer: number) => {
      const db = hubs[writer % 2 === 0 ? 0 : 1];
      for (let turn = 0; turn < 12; turn++) {
        await db.transaction(async (tx) => {
          await insertItem(tx, { id: `w${writer}-${turn}` });
          // Transactions of all lengths, so that they end in another order than they began.
          await tx.query('SELECT pg_sleep($1)', [((writer * 7 + turn * 5) % 11) / 1000]);
          if (turn > 0)
            await tx.query('UPDATE item_translations SET title = $2 WHERE item_id = $1', [
              `w${writer}-${turn - 1}`,
              `Edited ${turn}`,
            ]);
        });
      }
    };
    const read = async () => {
      while (writing) {
        const changes = await ask(`/api/v1/feed?lang=en&since=${cursor}`);
        for (const item of changes.items) copy.set(item.id, item.title);
        cursor = changes._relais.cursor;
      }
    };
    const reading = read();
    await Promise.all([0, 1, 2, 3, 4, 5].map(write));
    writing = false;
    await reading;
    for (const item of (await ask(`/api/v1/feed?lang=en&since=${cursor}`)).items) copy.set(item.id, item.title);
    const everything = (await ask('/api/v1/feed?lang=en')).items.filter(({ id }) => id.startsWith('w'));
    expect(everything).toHaveLength(72);
    expect([...copy].sort()).toEqual(everything.map(({ id, title }) => [id, title]).sort());
    for (const db of hubs) await db.close();
    await drop();
  });
});
