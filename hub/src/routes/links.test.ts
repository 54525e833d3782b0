import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { feedPayload } from '../../../lib/contract/feed.ts';
import { type CreateLinkRequest, linkPayload, linkVisitsPayload } from '../../../lib/contract/link.ts';
import { openPostgres } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { countVisit, forgetVisitors } from '../db/queries/links.ts';
import {
  aHub,
  answered,
  type Caller,
  countRows,
  insertItem,
  publicUrl,
  refused,
  setUpCompany,
  type TestHub,
} from '../testing/a-hub.ts';
import { aDay, createPostgresDatabase, describeEachDatabase, postgresUrl } from '../testing/databases.ts';

const dayMs = 86_400_000;
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const rules = { hosts: ['acme.example'], source: '{network}', medium: 'social', short: true };

describeEachDatabase('short links', (db) => {
  let hub: TestHub;
  let camille: Caller;
  beforeEach(async () => {
    await setUpCompany(db());
    hub = aHub(db());
    camille = await hub.join('Camille');
    await setRules(rules);
  });

  const setRules = (value: object) =>
    db().query(
      'INSERT INTO link_rules (rules) VALUES ($1) ON CONFLICT (only_row) DO UPDATE SET rules = excluded.rules',
      [JSON.stringify(value)],
    );
  const ask = (changes: Partial<CreateLinkRequest> = {}, caller = camille) =>
    caller.request('POST', '/api/v1/links', {
      item_id: 'first',
      network: 'linkedin',
      language: 'en',
      key: randomUUID(),
      ...changes,
    });
  const create = async (changes: Partial<CreateLinkRequest> = {}) => {
    const { url } = await answered(await ask(changes), 200, linkPayload);
    return url.slice(publicUrl.length);
  };
  /** Through a proxy on this machine, which says who calls. */
  const follow = (path: string, { from = '192.0.2.1', headers = {} as Record<string, string>, method = 'GET' } = {}) =>
    hub.app.request(
      path,
      { method, headers: { 'user-agent': firefox, 'x-forwarded-for': from, ...headers } },
      { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
    );
  const visits = async (...keys: string[]) =>
    (await answered(await camille.request('POST', '/api/v1/links/visits', { keys }), 200, linkVisitsPayload)).links;

  it('sends people to the item’s page, tagged by the company’s rule', async () => {
    const path = await create();
    expect(path).toMatch(/^\/l\/[A-Za-z0-9]{8}$/);
    const response = await follow(path);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('https://acme.example/first?utm_source=linkedin&utm_medium=social');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('gives the same key the same link, and another key another', async () => {
    const key = randomUUID();
    const first = await create({ key });
    expect(await create({ key })).toBe(first);
    expect(await create()).not.toBe(first);
    await refused(await ask({ key, network: 'x' }), 422, 'rejected');
    await refused(await ask({ key, item_id: 'second' }), 422, 'rejected');
    expect(await countRows(db(), 'links')).toBe(2);
  });

  it('keeps nothing of who asked', async () => {
    const key = randomUUID();
    await create({ key });
    const stored = JSON.stringify(await db().query('SELECT * FROM links'));
    for (const secret of [key, camille.id, camille.token]) expect(stored).not.toContain(secret);
  });

  it('keeps nothing of who visits but a hash that ends with the day', async () => {
    await follow(await create());
    const stored = JSON.stringify([
      await db().query('SELECT * FROM link_visitors'),
      await db().query('SELECT * FROM link_visits'),
    ]);
    for (const trace of ['192.0.2.1', 'Firefox', 'Mozilla']) expect(stored).not.toContain(trace);
    expect(hub.log.map((entry) => JSON.stringify(entry)).join()).not.toContain('192.0.2.1');
    await forgetVisitors(db(), new Date(aDay + dayMs).toISOString().slice(0, 10));
    expect(await countRows(db(), 'link_salts')).toBe(0);
    expect(await countRows(db(), 'link_visitors')).toBe(0);
    expect(await countRows(db(), 'link_visits')).toBe(1);
  });

  it('counts a person once a day, for each link', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const [path, second] = [await create({ key: one }), await create({ key: other, network: 'x' })];
    for (const _ of [1, 2, 3]) await follow(path);
    await follow(path, { from: '192.0.2.2' });
    await follow(path, { headers: { 'user-agent': chrome } });
    await follow(second);
    const counted = await visits(one, other, randomUUID());
    expect(counted.toSorted((a, b) => b.visits - a.visits)).toEqual([
      { key: one, visits: 3 },
      { key: other, visits: 1 },
    ]);
    hub.clock.now += dayMs;
    await follow(path);
    expect(await visits(one)).toEqual([{ key: one, visits: 4 }]);
    // The first visit of the day threw away what could tell yesterday's visitors.
    expect(await countRows(db(), 'link_salts')).toBe(1);
    expect(await countRows(db(), 'link_visitors')).toBe(1);
  });

  it.each([
    ['a network’s robot', { headers: { 'user-agent': 'LinkedInBot/1.0 (compatible; Mozilla/5.0)' } }],
    ['a browser that looks ahead', { headers: { 'sec-purpose': 'prefetch;prerender' } }],
    ['a question', { method: 'HEAD' }],
  ])('sends %s on and counts nothing', async (_, request) => {
    const key = randomUUID();
    const response = await follow(await create({ key }), request);
    expect(response.status).toBe(302);
    expect(await visits(key)).toEqual([{ key, visits: 0 }]);
  });

  it('still leads to an item that expired, and no more to one that is gone', async () => {
    const path = await create();
    await db().query("UPDATE items SET expires_at = $1 WHERE id = 'first'", [new Date(aDay - 1)]);
    expect((await follow(path)).status).toBe(302);
    await db().query("DELETE FROM items WHERE id = 'first'");
    const response = await follow(path, { headers: { 'accept-language': 'en' } });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('What Acme publishes');
  });

  it('leads to the hub’s own page of an item without an address', async () => {
    await db().query("UPDATE item_translations SET url = NULL WHERE item_id = 'first'");
    expect((await follow(await create())).headers.get('location')).toBe(`${publicUrl}/items/first?lang=en`);
  });

  it('leads to the page in the language that was shared', async () => {
    await db().query(
      `INSERT INTO item_translations (item_id, language, url, title, summary, content_text, tags)
       VALUES ('first', 'fr', 'https://acme.example/fr/first', 'Le premier', '', '', '{}')`,
    );
    expect((await follow(await create({ language: 'fr' }))).headers.get('location')).toContain('/fr/first?');
    expect((await follow(await create({ language: 'de' }))).headers.get('location')).toContain('acme.example/first?');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'not an address'])('never leads to %s', async (url) => {
    await db().query("UPDATE item_translations SET url = $1 WHERE item_id = 'first'", [url]);
    const response = await follow(await create());
    expect(response.status).toBe(404);
    expect(response.headers.get('location')).toBeNull();
  });

  it.each([
    '/l/AAAAAAAA',
    '/l/x',
    '/l/https:%2F%2Fevil.example',
    '/l/..%2F..%2F',
    '/l/AAAAAAAA?url=https://evil.example',
  ])('says of %s that it leads nowhere, with the way home', async (path) => {
    const response = await follow(path, { headers: { 'accept-language': 'fr' } });
    expect(response.status).toBe(404);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toContain('Ce que publie Acme');
  });

  it('is for members, of items that are out, where the company turned it on', async () => {
    await refused(await hub.request('POST', '/api/v1/links', {}), 401, 'not_signed_in');
    await refused(await hub.request('POST', '/api/v1/links/visits', { keys: [randomUUID()] }), 401, 'not_signed_in');
    await refused(await ask({ item_id: 'nothing' }), 404, 'not_found');
    await insertItem(db(), { id: 'soon' });
    await db().query("UPDATE items SET embargo_until = $1 WHERE id = 'soon'", [new Date(aDay + dayMs)]);
    await refused(await ask({ item_id: 'soon' }), 404, 'not_found');
    await refused(await ask({ network: 'https://evil.example' }), 422, 'rejected');
    await refused(await ask({ key: 'short' }), 422, 'rejected');
    await setRules({ ...rules, short: false });
    await refused(await ask(), 403, 'forbidden');
  });

  it('tells members the rules in the feed, and nobody else', async () => {
    const feed = await answered(await camille.request('GET', '/api/v1/feed'), 200, feedPayload);
    expect(feed._relais.link_rules).toEqual(rules);
    const open = await answered(await hub.request('GET', '/feed.json'), 200, feedPayload);
    expect(open._relais).not.toHaveProperty('link_rules');
  });
});

describe.skipIf(postgresUrl === undefined)('countVisit', () => {
  it('counts each visitor once, whichever of several hubs they came by', async () => {
    const { url, drop } = await createPostgresDatabase();
    const hubs = [1, 2].map(() => openPostgres(url, () => undefined));
    const [first] = hubs;
    if (first === undefined) throw new Error('no database');
    await migrate(first, new Date(aDay));
    await setUpCompany(first);
    await first.query(
      "INSERT INTO links (code, key_hash, item_id, network, created_on) VALUES ('Ab12Cd34', 'h', 'first', 'x', $1)",
      ['2026-06-17'],
    );
    const visit = (visitor: number) =>
      hubs.map((db) => countVisit(db, { code: 'Ab12Cd34', address: `192.0.2.${visitor}`, userAgent: firefox }, aDay));
    await Promise.all(Array.from({ length: 20 }, (_, visitor) => visit(visitor)).flat());
    expect(await first.query('SELECT visits FROM link_visits')).toEqual([{ visits: 20 }]);
    expect(await first.query('SELECT count(*)::int AS salts FROM link_salts')).toEqual([{ salts: 1 }]);
    for (const hub of hubs) await hub.close();
    await drop();
  });
});
