import { beforeEach, describe, expect, it } from 'vitest';
import { feedPayload } from '../../../lib/contract/feed.ts';
import { aHub, answered, type Caller, refused, setUpCompany, type TestHub } from '../testing/a-hub.ts';
import { aDay, describeEachDatabase } from '../testing/databases.ts';

describeEachDatabase('feedRoutes and mediaRoutes', (db) => {
  let hub: TestHub;
  let camille: Caller;
  beforeEach(async () => {
    await setUpCompany(db());
    hub = aHub(db());
    camille = await hub.join();
    await db().query(
      `INSERT INTO item_translations (item_id, language, url, title, summary, content_text, tags)
       VALUES ('first', 'fr', 'https://acme.example/fr/premier', 'Le premier', 'Résumé', 'Un paragraphe.', '{lumière}')`,
    );
    await db().query(
      `INSERT INTO suggestions (item_id, position, language, network, tone, text)
       VALUES ('first', 1, 'en', NULL, 'factual', 'Two'), ('first', 0, 'en', 'linkedin', 'warm', 'One'),
              ('first', 0, 'fr', NULL, 'warm', 'Un')`,
    );
    await db().query(
      "INSERT INTO guidelines (id, kind, version, position, updated_at) VALUES ('charter', 'charter', '1', 0, now())",
    );
    await db().query(
      "INSERT INTO guideline_translations VALUES ('charter', 'fr', 'La charte', 'Soyez **vous-même**.')",
    );
  });

  const read = (path: string, headers?: Record<string, string>) => camille.request('GET', path, undefined, headers);

  it('gives members everything, newest first, in the language asked for', async () => {
    const feed = await answered(await read('/api/v1/feed?lang=en'), 200, feedPayload);
    expect(feed.items.map((item) => item.id)).toEqual(['third', 'second', 'first']);
    expect(feed.items[2]?.title).toBe('The first item');
    expect(feed.items[2]?._relais.suggestions?.map(({ text }) => text)).toEqual(['One', 'Two']);
    expect(feed.items[2]?._relais.reader_url).toBe('https://hub.example/items/first?lang=en');
    expect(feed._relais.guidelines?.[0]?.title).toBe('La charte');
  });

  it('falls back to the language that an item has', async () => {
    const feed = await answered(await read('/api/v1/feed?lang=fr'), 200, feedPayload);
    expect(feed.items.map(({ id, language }) => [id, language])).toEqual([
      ['third', 'en'],
      ['second', 'en'],
      ['first', 'fr'],
    ]);
    expect(feed.items[2]?._relais.suggestions?.map(({ text }) => text)).toEqual(['Un']);
  });

  it('follows Accept-Language where no language is asked for', async () => {
    const feed = await answered(
      await read('/api/v1/feed', { 'Accept-Language': 'de, en;q=0.8, fr;q=0.9' }),
      200,
      feedPayload,
    );
    expect(feed.language).toBe('fr');
  });

  it('gives strangers the public part only', async () => {
    const answer = await hub.request('GET', '/feed.json?lang=en');
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=300');
    const feed = await answered(answer, 200, feedPayload);
    expect(feed.items).toHaveLength(3);
    expect(feed._relais.guidelines).toBeUndefined();
    expect(feed.items.every((item) => item._relais.suggestions === undefined)).toBe(true);
  });

  it('keeps an item of tomorrow for tomorrow', async () => {
    await db().query("UPDATE items SET published_at = $1 WHERE id = 'third'", [new Date(aDay + 1)]);
    const before = await answered(await read('/api/v1/feed'), 200, feedPayload);
    expect(before.items.map((item) => item.id)).toEqual(['second', 'first']);
    hub.clock.now += 1;
    expect((await answered(await read('/api/v1/feed'), 200, feedPayload)).items).toHaveLength(3);
  });

  it.each(['/api/v1/feed', '/feed.json'])('answers %s with 304 until something changes', async (path) => {
    const first = await read(path);
    const etag = first.headers.get('ETag') ?? '';
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await read(path, { 'If-None-Match': tag });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
      expect(again.headers.get('ETag')).toBe(etag);
    }
    expect((await read(path, { 'If-None-Match': '"other"' })).status).toBe(200);
    await db().query("UPDATE item_translations SET title = 'Changed'");
    expect((await read(path, { 'If-None-Match': etag })).status).toBe(200);
  });

  it('caches the private feed in the browser only', async () => {
    expect((await read('/api/v1/feed')).headers.get('Cache-Control')).toBe('private, max-age=60');
  });

  describe('campaign progress', () => {
    const day = (shift: number) => new Date(aDay + shift * 86_400_000).toISOString().slice(0, 10);
    const progress = async () =>
      (await answered(await read('/api/v1/feed'), 200, feedPayload))._relais.campaigns?.[0]?.progress;

    it('counts each published share of its items once for each person and network, within its dates', async () => {
      await db().query("INSERT INTO campaigns (id, starts_at, ends_at, goal) VALUES ('c', $1, $2, 10)", [
        new Date(aDay - 5 * 86_400_000),
        new Date(aDay + 5 * 86_400_000),
      ]);
      await db().query("INSERT INTO campaign_translations VALUES ('c', 'en', 'Campaign', '#Tag')");
      await db().query("UPDATE items SET campaign_id = 'c' WHERE id <> 'third'");
      await camille.request('PUT', '/api/v1/participation', { display_name: 'C' });
      const events = [
        ['first', 'linkedin', 'confirmed', 0],
        ['first', 'linkedin', 'confirmed', -1],
        ['first', 'x', 'verified', 0],
        ['second', 'x', 'opened', 0],
        ['second', 'bluesky', 'dismissed', 0],
        ['second', 'linkedin', 'confirmed', -6],
        ['third', 'x', 'confirmed', 0],
        ['unknown', 'x', 'confirmed', 0],
      ].map(([item_id, network, state, shift]) => ({
        id: crypto.randomUUID(),
        kind: 'share',
        network,
        state,
        item_id,
        day: day(Number(shift)),
      }));
      expect(await progress()).toBe(0);
      expect((await camille.request('POST', '/api/v1/participation/events', { events })).status).toBe(200);
      expect(await progress()).toBe(2);
      await camille.request('DELETE', '/api/v1/participation');
      expect(await progress()).toBe(0);
    });
  });

  it('serves a picture by what is in it, for good', async () => {
    const sha256 = 'a'.repeat(64);
    await db().query("INSERT INTO media VALUES ($1, 'image/webp', $2, now())", [sha256, Buffer.from([82, 73, 70, 70])]);
    const answer = await hub.request('GET', `/media/${sha256}.webp`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('image/webp');
    expect(answer.headers.get('Cache-Control')).toContain('immutable');
    expect(answer.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([82, 73, 70, 70]);
    await refused(await hub.request('GET', `/media/${'b'.repeat(64)}.webp`), 404, 'not_found');
    await refused(await hub.request('GET', '/media/..%2f..%2fetc%2fpasswd'), 404, 'not_found');
  });
});
