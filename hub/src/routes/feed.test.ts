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

  it('gives members the checks, with the sentence that helps in their language', async () => {
    const rule = { type: 'hashtag', tags: ['#TeamAcme'] };
    const scope = { countries: ['FR'] };
    await db().query(
      `INSERT INTO checks (id, level, rule, scope, position)
       VALUES ('disclosure', 'off', NULL, NULL, 1), ('team', 'advice', $1, $2, 0)`,
      [rule, scope],
    );
    await db().query("INSERT INTO check_translations VALUES ('team', 'fr', 'Dites-le'), ('team', 'en', 'Say so')");
    const feed = await answered(await read('/api/v1/feed?lang=fr'), 200, feedPayload);
    expect(feed._relais.checks).toEqual([
      { id: 'team', level: 'advice', rule, scope, help: 'Dites-le' },
      { id: 'disclosure', level: 'off' },
    ]);
    const open = await answered(await hub.request('GET', '/feed.json'), 200, feedPayload);
    expect(open._relais.checks).toBeUndefined();
  });

  it('gives members the recipes that hold', async () => {
    await db().query(
      `INSERT INTO recipes (network, template, updated_at)
       VALUES ('x', 'https://x.com/intent/post?text={text_with_url}', $1), ('xing', NULL, $1),
              ('linkedin', 'https://evil.example/?url={url}', $1)`,
      [new Date(aDay)],
    );
    const feed = await answered(await read('/api/v1/feed?lang=en'), 200, feedPayload);
    const updated_at = new Date(aDay).toISOString();
    expect(feed._relais.recipes).toEqual([
      { network: 'x', template: 'https://x.com/intent/post?text={text_with_url}', updated_at },
      { network: 'xing', template: null, updated_at },
    ]);
    const open = await answered(await hub.request('GET', '/feed.json'), 200, feedPayload);
    expect(open._relais.recipes).toBeUndefined();
  });

  const dated = (hours: number) => new Date(aDay + hours * 3_600_000);

  it('gives members what an item is besides its words', async () => {
    await db().query(
      `UPDATE items SET kind = 'event', event_starts_at = $1, event_ends_at = $2, poll_closes_at = $2, networks = '{linkedin}',
              audience_roles = '{manager}', audience_countries = '{FR,BE}', embargo_until = $1, expires_at = $2 WHERE id = 'first'`,
      [dated(1), dated(2)],
    );
    await db().query(
      `UPDATE item_translations SET author_title = 'Head of light', event_place = 'Roubaix', poll_choices = '{Yes,No}',
              job_place = 'Lyon', job_contract = 'Permanent' WHERE item_id = 'first' AND language = 'en'`,
    );
    const feed = await answered(await read('/api/v1/feed?lang=en'), 200, feedPayload);
    const [starts_at, ends_at] = [dated(1).toISOString(), dated(2).toISOString()];
    expect(feed.items.find(({ id }) => id === 'first')?._relais).toEqual({
      kind: 'event',
      pinned: false,
      author_title: 'Head of light',
      event: { starts_at, ends_at, place: 'Roubaix' },
      poll: { choices: ['Yes', 'No'], closes_at: ends_at },
      job: { place: 'Lyon', contract: 'Permanent' },
      embargo_until: starts_at,
      expires_at: ends_at,
      networks: ['linkedin'],
      audience: { roles: ['manager'], countries: ['FR', 'BE'], languages: [] },
      suggestions: expect.any(Array),
    });
  });

  it('gives members what a guideline teaches', async () => {
    const question = { text: 'May I?', choices: ['Yes', 'No'], answer: 0, why: 'Because.' };
    await db().query("UPDATE guidelines SET roles = '{hr,manager}'");
    await db().query("UPDATE guideline_translations SET good_example = 'Good', bad_example = 'Bad', question = $1", [
      question,
    ]);
    const feed = await answered(await read('/api/v1/feed?lang=fr'), 200, feedPayload);
    expect(feed._relais.guidelines?.[0]).toMatchObject({
      roles: ['hr', 'manager'],
      good_example: 'Good',
      bad_example: 'Bad',
      question,
    });
  });

  it.each([
    ['under embargo', 'embargo_until = $1', 1, true],
    ['whose embargo is over', 'embargo_until = $1', 0, true],
    ['that expires', 'expires_at = $1', 1, true],
    ['that has expired', 'expires_at = $1', 0, false],
    ['for managers', "audience_roles = CASE WHEN $1 > '2000-01-01'::timestamptz THEN '{manager}'::text[] END", 0, true],
    ['for a country', "audience_countries = CASE WHEN $1 > '2000-01-01'::timestamptz THEN '{FR}'::text[] END", 0, true],
    ['in a language', "audience_languages = CASE WHEN $1 > '2000-01-01'::timestamptz THEN '{fr}'::text[] END", 0, true],
  ])('shows an item %s to whom it is for', async (name, change, hours, forMembers) => {
    await db().query(`UPDATE items SET ${change} WHERE id = 'third'`, [dated(hours)]);
    const forAnyone = name === 'whose embargo is over' || name === 'that expires';
    const listed = async (path: string) =>
      (await answered(await read(path), 200, feedPayload)).items.some(({ id }) => id === 'third');
    expect(await listed('/api/v1/feed?lang=en')).toBe(forMembers);
    expect(await listed('/feed.json?lang=en')).toBe(forAnyone);
    expect((await hub.request('GET', '/items/third')).status).toBe(forAnyone ? 200 : 404);
    expect((await (await hub.request('GET', '/?lang=en')).text()).includes('The third item')).toBe(forAnyone);
  });

  it('dates an item from the end of its embargo, and then gives it a page', async () => {
    await db().query("UPDATE items SET embargo_until = $1 WHERE id = 'first'", [dated(1)]);
    const page = async () => {
      const { items } = await answered(await read('/api/v1/feed?lang=en'), 200, feedPayload);
      const at = items.findIndex(({ id }) => id === 'first');
      return [at, items[at]?._relais.reader_url, items[at]?.date_published === dated(1).toISOString()];
    };
    expect(await page()).toEqual([2, undefined, false]);
    hub.clock.now += 3_600_000;
    expect(await page()).toEqual([0, 'https://hub.example/items/first?lang=en', true]);
  });

  it('shares the hub’s page of an item that has no address', async () => {
    await db().query("UPDATE item_translations SET url = NULL WHERE item_id = 'first'");
    const feed = await answered(await read('/api/v1/feed?lang=en'), 200, feedPayload);
    expect(feed.items[2]?.url).toBe('https://hub.example/items/first?lang=en');
    const page = await (await hub.request('GET', '/items/first?lang=en')).text();
    expect(page).not.toContain('button main');
  });

  it('shows the smaller copy of a picture in the feed, and the larger on its page', async () => {
    const [large, small] = ['d'.repeat(64), 'e'.repeat(64)];
    await db().query(
      "INSERT INTO media (sha256, content_type, bytes, created_at) VALUES ($1, 'image/webp', '', now())",
      [small],
    );
    await db().query(
      "INSERT INTO media (sha256, content_type, bytes, created_at, width, height, small_sha256) VALUES ($1, 'image/webp', '', now(), 1200, 800, $2)",
      [large, small],
    );
    await db().query("UPDATE items SET media_sha256 = $1 WHERE id = 'first'", [large]);
    const feed = await answered(await read('/api/v1/feed?lang=en'), 200, feedPayload);
    expect(feed.items[2]?.image).toBe(`https://hub.example/media/${small}.webp`);
    const page = await (await hub.request('GET', '/items/first?lang=en')).text();
    expect(page).toContain(`<meta property="og:image" content="https://hub.example/media/${large}.webp">`);
    expect(page).toContain('<meta property="og:image:width" content="1200">');
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
