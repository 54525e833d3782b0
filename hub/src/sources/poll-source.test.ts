import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { syncSources } from '../db/queries/sources.ts';
import type { PictureTask } from '../media/fetch-picture.ts';
import { setUpCompany } from '../testing/a-hub.ts';
import { aDay, describeEachDatabase } from '../testing/databases.ts';
import { createWebReader } from '../web/web-reader.ts';
import { pollSource } from './poll-source.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

type Entry = { guid: string; title: string; link?: string; date?: string; picture?: string };

function rss(entries: Entry[], { language = 'en', channel = '' } = {}): string {
  const items = entries.map((entry) => {
    const { guid, title, picture } = entry;
    const link = entry.link ?? `https://acme.example/${guid}`;
    const date = entry.date ?? 'Wed, 10 Jun 2026 08:00:00 GMT';
    const enclosure = picture === undefined ? '' : `<enclosure url="${picture}" type="image/png" length="1"/>`;
    return `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title><link>${link}</link>
      <pubDate>${date}</pubDate><description>About ${title}</description>${enclosure}</item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Acme news</title><link>https://acme.example/</link>
    <description>d</description><language>${language}</language>${channel}${items.join('')}</channel></rss>`;
}

type Row = {
  title: string;
  language: string;
  url: string | null;
  published_at: Date;
  picture_url: string | null;
  feed_version: number;
};

describeEachDatabase('pollSource', (db) => {
  let server: Server;
  let origin: string;
  let clock: number;
  let pictures: PictureTask[];
  let requests: IncomingMessage[];
  let answer: { status?: number; headers?: Record<string, string>; body?: string };
  let at: Record<string, typeof answer>;
  let sourceId: string;

  beforeEach(async () => {
    await setUpCompany(db());
    clock = aDay;
    [pictures, requests, answer, at] = [[], [], { body: rss([{ guid: 'a', title: 'First' }]) }, {}];
    server = createServer((request, response) => {
      requests.push(request);
      const { status = 200, headers = {}, body = '' } = at[request.url ?? ''] ?? answer;
      response.writeHead(status, { 'content-type': 'application/rss+xml', ...headers }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    await syncSources(db(), [`${origin}/feed`], clock);
    sourceId = (await db().query<{ id: string }>('SELECT id FROM sources'))[0]?.id ?? '';
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const poll = (signal = new AbortController().signal) =>
    pollSource(
      {
        db: db(),
        web: createWebReader({ mayReach: () => true }),
        contentNow: async () => clock,
        random: () => 0,
        enqueuePictures: async (_, tasks) => {
          pictures.push(...tasks);
        },
      },
      sourceId,
      signal,
    );
  const later = (ms: number) => {
    clock += ms;
    return poll();
  };
  const rows = () =>
    db().query<Row>(
      `SELECT t.title, t.language, t.url, i.published_at, i.picture_url, i.feed_version::int FROM items i
         JOIN item_translations t ON t.item_id = i.id WHERE i.source_id IS NOT NULL ORDER BY t.title`,
    );
  const source = async () =>
    (
      await db().query<{
        next_poll_at: Date;
        failure: string | null;
        failure_count: number;
        gone_at: Date | null;
        moved_to: string | null;
      }>('SELECT * FROM sources')
    )[0];
  const waitMs = async () => ((await source())?.next_poll_at.getTime() ?? 0) - clock;

  it('makes items of the entries, once', async () => {
    answer.body = rss([
      { guid: 'a', title: 'First', link: 'https://acme.example/a?utm_source=rss&amp;id=1' },
      { guid: 'b', title: 'Second' },
    ]);
    expect(await poll()).toEqual({ outcome: 'read', written: 2 });
    const written = await rows();
    expect(written.map(({ title, language, url }) => [title, language, url])).toEqual([
      ['First', 'en', 'https://acme.example/a?id=1'],
      ['Second', 'en', 'https://acme.example/b'],
    ]);
    expect(written[0]?.published_at).toEqual(new Date('2026-06-10T08:00:00Z'));
    expect(await later(hourMs)).toEqual({ outcome: 'read', written: 0 });
    expect(await rows()).toEqual(written);
  });

  it('updates the entry that was edited, and touches no other', async () => {
    answer.body = rss([
      { guid: 'a', title: 'First' },
      { guid: 'b', title: 'Second' },
    ]);
    await poll();
    const before = await rows();
    answer.body = rss([
      { guid: 'a', title: 'First, edited' },
      { guid: 'b', title: 'Second' },
    ]);
    expect(await later(hourMs)).toEqual({ outcome: 'read', written: 1 });
    const after = await rows();
    expect(after.map(({ title }) => title)).toEqual(['First, edited', 'Second']);
    expect(after[1]?.feed_version).toBe(before[1]?.feed_version);
    expect(after[0]?.feed_version).toBeGreaterThan(before[0]?.feed_version ?? 0);
  });

  it('keeps what the feed lists no more, and brings nothing back that was deleted here', async () => {
    answer.body = rss([
      { guid: 'a', title: 'First' },
      { guid: 'b', title: 'Second' },
    ]);
    await poll();
    await db().query("DELETE FROM items WHERE external_id = 'b'");
    answer.body = rss([
      { guid: 'b', title: 'Second, edited' },
      { guid: 'c', title: 'Third' },
    ]);
    await later(hourMs);
    expect((await rows()).map(({ title }) => title)).toEqual(['First', 'Third']);
  });

  it.each([
    ['fr-FR', 'fr'],
    ['EN', 'en'],
    ['', 'fr'],
  ])('takes the language from the feed, else the hub’s first: “%s”', async (language, expected) => {
    answer.body = rss([{ guid: 'a', title: 'Un' }], { language });
    await poll();
    expect((await rows()).map((row) => row.language)).toEqual([expected]);
    answer.body = rss([{ guid: 'a', title: 'Uno' }], { language: 'it' });
    await later(hourMs);
    expect((await rows()).map((row) => row.language)).toEqual(['it']);
  });

  it('dates an entry by when it was first seen where it has no date, or one to come', async () => {
    answer.body = rss([
      { guid: 'a', title: 'First', date: '' },
      { guid: 'b', title: 'Second', date: 'Wed, 10 Jun 2099 08:00:00 GMT' },
      { guid: 'c', title: 'Third', date: 'soon' },
    ]);
    await poll();
    const dates = async () => (await rows()).map((row) => row.published_at.getTime() - aDay);
    expect(await dates()).toEqual([0, -1, -2]);
    answer.body = answer.body.replace('First', 'First, edited').replace('Second', 'Second, edited');
    await later(hourMs);
    expect(await dates()).toEqual([0, -1, -2]);
  });

  it('takes what the `_relais` extension says of an entry', async () => {
    const item = {
      id: 'e',
      url: 'https://acme.example/e',
      title: 'An event \u0000 of ours',
      _relais: {
        kind: 'event',
        author_title: 'Head of light',
        event: { starts_at: '2026-07-01T10:00:00Z', ends_at: null, place: 'Roubaix' },
        embargo_until: '2026-06-20T10:00:00Z',
        networks: ['linkedin', 'unheard-of'],
        audience: { roles: ['manager'] },
        suggestions: [{ network: 'linkedin', language: 'en', tone: 'warm', text: 'Come and see' }],
        campaign: 'not-of-this-hub',
      },
    };
    const version = 'https://jsonfeed.org/version/1.1';
    answer = {
      headers: { 'content-type': 'application/feed+json' },
      body: JSON.stringify({ version, title: 'T', _relais: { version: 1 }, items: [item] }),
    };
    expect(await poll()).toEqual({ outcome: 'read', written: 1 });
    const [row] = await db().query(
      `SELECT i.kind, i.embargo_until, i.networks, i.audience_roles, i.campaign_id, t.event_place, t.author_title, s.text
         FROM items i JOIN item_translations t ON t.item_id = i.id JOIN suggestions s ON s.item_id = i.id`,
    );
    expect(row).toEqual({
      kind: 'event',
      embargo_until: new Date('2026-06-20T10:00:00Z'),
      networks: ['linkedin'],
      audience_roles: ['manager'],
      campaign_id: null,
      event_place: 'Roubaix',
      author_title: 'Head of light',
      text: 'Come and see',
    });
  });

  it('asks for a picture when it is new, and keeps the former one meanwhile', async () => {
    answer.body = rss([{ guid: 'a', title: 'First', picture: 'https://cdn.example/1.png' }]);
    await poll();
    expect(pictures.map(({ url }) => url)).toEqual(['https://cdn.example/1.png']);
    const sha256 = 'a'.repeat(64);
    await db().query(
      "INSERT INTO media (sha256, content_type, bytes, created_at) VALUES ($1, 'image/webp', '', now())",
      [sha256],
    );
    await db().query('UPDATE items SET media_sha256 = $1 WHERE source_id IS NOT NULL', [sha256]);
    answer.body = answer.body.replace('First', 'First, edited');
    await later(hourMs);
    expect(pictures).toHaveLength(1);
    answer.body = answer.body.replace('1.png', '2.png');
    await later(hourMs);
    expect(pictures[1]?.url).toBe('https://cdn.example/2.png');
    const kept = await db().query<{ media_sha256: string }>(
      'SELECT media_sha256 FROM items WHERE source_id IS NOT NULL',
    );
    expect(kept[0]?.media_sha256).toBe(sha256);
  });

  it('asks whether anything changed, and does nothing when not', async () => {
    answer.headers = { etag: '"1"', 'last-modified': 'Wed, 10 Jun 2026 08:00:00 GMT' };
    await poll();
    answer = { status: 304 };
    expect(await later(hourMs)).toEqual({ outcome: 'unchanged' });
    expect(requests[1]?.headers).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': 'Wed, 10 Jun 2026 08:00:00 GMT',
    });
  });

  it.each([
    ['nothing', {}, 15 * minuteMs],
    ['a minute', { 'cache-control': 'public, max-age=60' }, 15 * minuteMs],
    ['two hours', { 'cache-control': 'max-age=7200' }, 2 * hourMs],
    ['a year', { 'cache-control': 'max-age=31536000' }, 24 * hourMs],
  ])('leaves a source alone that asks for %s', async (_, headers, expected) => {
    answer.headers = headers;
    await poll();
    expect(await waitMs()).toBe(expected);
    const before = requests.length;
    expect(await later(expected - 1)).toEqual({ outcome: 'not_due' });
    expect(requests.length).toBe(before);
    expect((await later(1)).outcome).toBe('read');
  });

  it('waits longer and longer for one that fails, at least as long as it asks, and forgets that when it is back', async () => {
    answer = { status: 503 };
    expect(await poll()).toEqual({ outcome: 'failed', code: 'server_error' });
    expect(await waitMs()).toBe(30_000);
    expect(await later(30_000)).toEqual({ outcome: 'failed', code: 'server_error' });
    expect(await source()).toMatchObject({ failure: 'server_error', failure_count: 2 });
    answer.headers = { 'retry-after': '7200' };
    await later(hourMs);
    expect(await waitMs()).toBe(2 * hourMs);
    answer = { body: rss([{ guid: 'a', title: 'First' }]) };
    await later(2 * hourMs);
    expect(await source()).toMatchObject({ failure: null, failure_count: 0 });
  });

  it.each([
    ['a page', { body: '<!doctype html><title>Hello</title>', headers: { 'content-type': 'text/html' } }, 'not_a_feed'],
    ['nothing there', { status: 404 }, 'not_found'],
    ['a sign-in', { status: 401 }, 'not_signed_in'],
    ['too much', { body: 'x'.repeat(10 * 1024 * 1024 + 1) }, 'too_large'],
  ])('says what it found instead of a feed: %s', async (_, found, code) => {
    answer = found;
    expect(await poll()).toEqual({ outcome: 'failed', code });
    expect((await source())?.failure).toBe(code);
  });

  it('never asks again where it was told 410, until it is listed afresh', async () => {
    answer = { status: 410 };
    expect(await poll()).toEqual({ outcome: 'gone' });
    expect(await later(1000 * hourMs)).toEqual({ outcome: 'not_due' });
    await syncSources(db(), [`${origin}/feed`], clock);
    expect((await poll()).outcome).toBe('not_due');
    await syncSources(db(), [], clock);
    await syncSources(db(), [`${origin}/feed`], clock);
    expect((await poll()).outcome).toBe('gone');
  });

  it('leaves alone a source that is listed no more, and keeps its items', async () => {
    await poll();
    await syncSources(db(), [], clock);
    expect(await later(hourMs)).toEqual({ outcome: 'not_due' });
    expect(await rows()).toHaveLength(1);
  });

  it('follows a feed that moved for good, and goes back when it is not there', async () => {
    at['/feed'] = { status: 301, headers: { location: '/new' } };
    await poll();
    expect((await source())?.moved_to).toBe(`${origin}/new`);
    await later(hourMs);
    expect(requests.map(({ url }) => url)).toEqual(['/feed', '/new', '/new']);
    at['/new'] = { status: 410 };
    expect(await later(hourMs)).toEqual({ outcome: 'failed', code: 'gone' });
    at['/feed'] = answer;
    expect((await later(hourMs)).outcome).toBe('read');
    expect(requests.at(-1)?.url).toBe('/feed');
    expect(await rows()).toHaveLength(1);
  });

  it('follows where the feed says that it moved to', async () => {
    const channel = `<itunes:new-feed-url xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">${origin}/podcast</itunes:new-feed-url>`;
    at['/feed'] = { body: rss([{ guid: 'a', title: 'First' }], { channel }) };
    await poll();
    await later(hourMs);
    expect(requests.at(-1)?.url).toBe('/podcast');
  });

  it('is done once when several try', async () => {
    const outcomes = await Promise.all([poll(), poll(), poll(), poll()]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['not_due', 'not_due', 'not_due', 'read']);
    expect(requests).toHaveLength(1);
  });

  it('is due at once when the hub stopped in the middle', async () => {
    await expect(poll(AbortSignal.abort())).rejects.toThrow();
    expect((await source())?.failure).toBeNull();
    expect((await poll()).outcome).toBe('read');
  });
});
