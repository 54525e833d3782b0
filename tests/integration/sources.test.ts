import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createServices } from '../../entrypoints/background/services.ts';
import { readFeedScreen } from '../../lib/storage/queries/feed.ts';
import { readGuidelines } from '../../lib/storage/queries/guidelines.ts';
import { readFirstScreen } from '../../lib/storage/settings.ts';
import { createTestPlatform, restart } from '../helpers/platform.ts';

/** A publisher: what each path answers, and what it was asked. */
let server: Server;
let origin: string;
let answers: Record<string, { status?: number; type?: string; body?: string; headers?: Record<string, string> }>;
let asked: { path: string; etag: string | undefined }[];

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, etag: request.headers['if-none-match'] });
    const answer = answers[path] ?? { status: 404, body: 'no' };
    const etag = answer.headers?.etag;
    if (etag !== undefined && request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
    response.writeHead(answer.status ?? 200, { 'content-type': answer.type ?? 'application/xml', ...answer.headers });
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  answers = {};
  asked = [];
});

function rss(items: { guid: string; title: string; date?: string; image?: string }[]): string {
  const entries = items.map(
    ({ guid, title, date, image }) =>
      `<item><guid>${guid}</guid><title>${title}</title><link>https://blog.example/${guid}</link>` +
      `${date === undefined ? '' : `<pubDate>${date}</pubDate>`}` +
      `${image === undefined ? '' : `<enclosure url="${image}" type="image/png" length="1"/>`}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Blog</title><link>https://blog.example/</link>${entries.join('')}</channel></rss>`;
}

function jsonFeed(relais: object | undefined, items: object[]): string {
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'News', _relais: relais, items });
}

function browserWith(overrides: Parameters<typeof createTestPlatform>[0] = {}) {
  const platform = createTestPlatform({ fetch: (...request) => globalThis.fetch(...request), ...overrides });
  const services = createServices(platform);
  const screen = () => readFeedScreen(platform.db, { limit: 30, now: platform.now(), language: 'en' });
  return { platform, services, screen };
}

describe('addSource', () => {
  it('stores a feed with pinned items on top, then the newest', async () => {
    answers['/feed.json'] = {
      type: 'application/feed+json',
      body: jsonFeed({ version: 1, company_name: 'Maison Lumen' }, [
        {
          id: '1',
          url: 'https://a.example/1',
          title: 'Old but pinned',
          date_published: '2026-01-01T00:00:00Z',
          _relais: { pinned: true },
        },
        { id: '2', url: 'https://a.example/2', title: 'Older', date_published: '2026-11-01T00:00:00Z' },
        { id: '3', url: 'https://a.example/3', title: 'Newest', date_published: '2026-11-20T00:00:00Z' },
      ]),
    };
    const { services, screen } = browserWith();
    await services.sources.addSource(`${origin}/feed.json`);
    const { companyName, cards, unreadCount } = await screen();
    expect(companyName).toBe('Maison Lumen');
    expect(cards.map((card) => card.title)).toEqual(['Old but pinned', 'Newest', 'Older']);
    // What is older than two weeks at the first reading is history, not news.
    expect(unreadCount).toBe(1);
  });

  it('adds the same address once', async () => {
    answers['/a'] = { body: rss([{ guid: '1', title: 'One' }]) };
    const { platform, services } = browserWith();
    const first = await services.sources.addSource(`${origin}/a`);
    const second = await services.sources.addSource(`${origin}/a`);
    expect(second).toEqual(first);
    expect(await platform.db.sources.count()).toBe(1);
  });

  it('keeps nothing of a source that cannot be read, and says why', async () => {
    answers['/page'] = { type: 'text/html', body: '<html><title>Sign in</title></html>' };
    const { platform, services } = browserWith();
    await expect(services.sources.addSource(`${origin}/page`)).rejects.toMatchObject({ code: 'not_a_feed' });
    expect(await platform.db.sources.count()).toBe(0);
  });

  it('asks for the host when the browser refuses the read, and says the truth once it may read it', async () => {
    // A browser that refuses to show an answer still gives an opaque one to who does not ask to read it.
    const refused: typeof fetch = async (_, init) => {
      if (init?.mode === 'no-cors') return new Response();
      throw new TypeError('Failed to fetch');
    };
    const { services, platform } = browserWith({ fetch: refused });
    await expect(services.sources.addSource('https://closed.example/feed')).rejects.toMatchObject({
      code: 'host_access_needed',
      origin: 'https://closed.example',
    });
    const granted = restart(platform, { fetch: refused, hasHostAccess: async () => true });
    await expect(granted.sources.addSource('https://closed.example/feed')).rejects.toMatchObject({
      code: 'network_unreachable',
    });
  });
});

describe('a host that does not answer', () => {
  it('is not mistaken for one that Relais may not read', async () => {
    const dead = () => Promise.reject(new TypeError('Failed to fetch'));
    const { services } = browserWith({ fetch: dead });
    const unreachable = { code: 'network_unreachable' };
    await expect(services.sources.addSource('https://dead.example/feed')).rejects.toMatchObject(unreachable);
    await expect(services.sources.findSourcesAt('dead.example')).rejects.toMatchObject(unreachable);
  });
});

describe('findSources', () => {
  it('finds what a page announces', async () => {
    answers['/blog'] = {
      type: 'text/html',
      body: '<html><head><link rel="alternate" type="application/rss+xml" title="Our blog" href="/a"></head></html>',
    };
    const { services } = browserWith();
    const { candidates } = await services.sources.findSourcesAt(`${origin}/blog`);
    expect(candidates).toEqual([{ kind: 'feed', url: `${origin}/a`, title: 'Our blog' }]);
  });
});

describe('refreshSource', () => {
  it('writes nothing to the database when the source is unchanged', async () => {
    answers['/a'] = { body: rss([{ guid: '1', title: 'One' }]), headers: { etag: '"v1"' } };
    const { platform, services } = browserWith({ hasHostAccess: async () => true });
    const { sourceId } = await services.sources.addSource(`${origin}/a`);
    const writes: string[] = [];
    for (const table of platform.db.tables) {
      table.hook('creating', () => void writes.push(table.name));
      table.hook('updating', () => void writes.push(table.name));
      table.hook('deleting', () => void writes.push(table.name));
    }
    await services.sources.refreshSource(sourceId);
    expect(asked.at(-1)?.etag).toBe('"v1"');
    expect(writes).toEqual([]);
  });

  it('updates an edited item in place, adds the new one as unread, and keeps what the feed dropped', async () => {
    answers['/a'] = {
      body: rss([
        { guid: '1', title: 'Frist' },
        { guid: '2', title: 'Second' },
      ]),
    };
    const { platform, services } = browserWith();
    const { sourceId } = await services.sources.addSource(`${origin}/a`);
    await services.sources.markAllSeen();
    answers['/a'] = {
      body: rss([
        { guid: '3', title: 'Third' },
        { guid: '1', title: 'First' },
      ]),
    };
    await services.sources.refreshSource(sourceId);
    const items = await platform.db.items.toArray();
    expect(
      items.map(({ title, unread }) => ({ title, unread })).sort((a, b) => a.title.localeCompare(b.title)),
    ).toEqual([
      { title: 'First', unread: 0 },
      { title: 'Second', unread: 0 },
      { title: 'Third', unread: 1 },
    ]);
  });

  it('keeps the order of a feed without dates', async () => {
    const undated = ['a', 'b', 'c'].map((guid) => ({ guid, title: guid }));
    answers['/a'] = { body: rss(undated) };
    const { platform, services, screen } = browserWith();
    const { sourceId } = await services.sources.addSource(`${origin}/a`);
    platform.clock.now += 3_600_000;
    answers['/a'] = { body: rss([{ guid: 'new', title: 'new' }, ...undated]) };
    await services.sources.refreshSource(sourceId);
    expect((await screen()).cards.map((card) => card.title)).toEqual(['new', 'a', 'b', 'c']);
  });

  it('says a failure on the source, backs off, keeps its items and reads the others', async () => {
    answers['/a'] = { body: rss([{ guid: '1', title: 'Kept' }]) };
    answers['/b'] = { body: rss([{ guid: '1', title: 'Other' }]) };
    const { platform, services, screen } = browserWith();
    const broken = await services.sources.addSource(`${origin}/a`);
    await services.sources.addSource(`${origin}/b`);
    answers['/a'] = { status: 500, body: 'oops' };
    answers['/b'] = { body: rss([{ guid: '2', title: 'Fresh' }]) };
    await services.sources.refreshAll();
    const { cards, failing } = await screen();
    expect(cards.map((card) => card.title).sort()).toEqual(['Fresh', 'Kept', 'Other']);
    expect(failing).toEqual([{ sourceId: broken.sourceId, sourceTitle: 'Blog', code: 'server_error' }]);
    const source = await platform.db.sources.get(broken.sourceId);
    expect(source?.nextPollAt).toBeGreaterThan(platform.now());
    asked = [];
    platform.clock.now += 1000;
    await services.sources.refreshDue();
    expect(asked).toEqual([]);
    answers['/a'] = { body: rss([{ guid: '1', title: 'Kept' }]) };
    await services.sources.refreshSource(broken.sourceId);
    expect((await screen()).failing).toEqual([]);
  });

  it('asks no picture of a third host, and remembers the ones it has', async () => {
    answers['/p.png'] = { type: 'image/png', body: 'x' };
    answers['/a'] = {
      body: rss([
        { guid: '1', title: 'Own', image: `${origin}/p.png` },
        { guid: '2', title: 'Third', image: 'https://tracker.example/p.png' },
      ]),
    };
    const { platform, services, screen } = browserWith();
    await services.sources.addSource(`${origin}/a`);
    await services.pictures.fetchMissing();
    await services.pictures.fetchMissing();
    expect(asked.filter(({ path }) => path === '/p.png')).toHaveLength(1);
    expect(await platform.db.pictures.toCollection().primaryKeys()).toEqual([`${origin}/p.png`]);
    expect((await screen()).cards.map((card) => [card.title, card.picture !== null])).toEqual([
      ['Own', true],
      ['Third', false],
    ]);
  });
});

describe('a hub’s feed that comes back damaged', () => {
  const offered = (extension?: object) =>
    jsonFeed(
      extension,
      ['1', '2', '3'].map((id) => ({ id, url: `https://a.example/${id}`, title: id })),
    );
  const whole = offered({
    version: 1,
    guidelines: [
      { id: 'c', kind: 'charter', title: 'Charter', body_markdown: 'Be *yourself*.', version: '1', updated_at: null },
    ],
  });

  it.each([
    ['cut in an item', whole.slice(0, whole.lastIndexOf('"3"'))],
    ['cut before its items', whole.slice(0, whole.indexOf('"items"'))],
    ['without its extension', offered()],
    ['empty, from somebody else', jsonFeed(undefined, [])],
    ['a sign-in page', '<!doctype html><title>Sign in</title>'],
  ])('withdraws nothing: %s', async (_, body) => {
    answers['/hub'] = { type: 'application/feed+json', body: whole, headers: { etag: '"v1"' } };
    const { platform, services } = browserWith();
    const { sourceId } = await services.sources.addSource(`${origin}/hub`);
    await platform.db.sources.update(sourceId, { kind: 'hub' });
    answers['/hub'] = { type: 'application/feed+json', body, headers: { etag: '"v2"' } };
    await services.sources.refreshSource(sourceId);
    expect(await platform.db.items.count()).toBe(3);
    expect(await platform.db.guidelines.count()).toBe(1);
    // What was cut off is read as soon as it is there, whatever the hub calls that version.
    expect((await platform.db.sources.get(sourceId))?.etag).not.toBe('"v2"');
  });

  it('withdraws what a whole one no longer lists', async () => {
    answers['/hub'] = { type: 'application/feed+json', body: whole };
    const { platform, services } = browserWith();
    const { sourceId } = await services.sources.addSource(`${origin}/hub`);
    await platform.db.sources.update(sourceId, { kind: 'hub' });
    answers['/hub'] = { type: 'application/feed+json', body: jsonFeed({ version: 1 }, []) };
    await services.sources.refreshSource(sourceId);
    expect(await platform.db.items.count()).toBe(0);
    expect(await platform.db.guidelines.count()).toBe(0);
  });
});

describe('removeSource', () => {
  it('wins over a reading that was under way', async () => {
    answers['/a'] = { body: rss([{ guid: '1', title: 'One' }]) };
    const { platform, services } = browserWith();
    const { sourceId } = await services.sources.addSource(`${origin}/a`);
    answers['/a'] = { body: rss([{ guid: '2', title: 'Two' }]) };
    const slow = restart(platform, {
      fetch: async (...request) => {
        const answer = await globalThis.fetch(...request);
        await services.sources.removeSource(sourceId);
        return answer;
      },
    });
    await slow.sources.refreshSource(sourceId);
    expect(await platform.db.sources.count()).toBe(0);
    expect(await platform.db.items.count()).toBe(0);
  });
});

describe('acknowledgeCharter', () => {
  const charter = (version: string) => ({
    id: 'charter',
    kind: 'charter',
    title: 'Charter',
    body_markdown: 'Be *yourself*.',
    version,
    updated_at: null,
  });

  it('holds for a version: a new one is pending again', async () => {
    const publish = (version: string) => {
      answers['/f'] = { type: 'application/json', body: jsonFeed({ version: 1, guidelines: [charter(version)] }, []) };
    };
    publish('1');
    const { platform, services, screen } = browserWith();
    const { sourceId } = await services.sources.addSource(`${origin}/f`);
    expect((await screen()).charterPending).toBe(true);
    const [guideline] = await readGuidelines(platform.db);
    await services.sources.acknowledgeCharter({ guidelineId: guideline?.id ?? '', version: '1' });
    expect((await screen()).charterPending).toBe(false);
    publish('2');
    await services.sources.refreshSource(sourceId);
    expect((await screen()).charterPending).toBe(true);
    expect((await readGuidelines(platform.db))[0]?.acknowledgedVersion).toBe('1');
  });
});

describe('first screen', () => {
  it('is written for the popup, with the badge, and follows what is seen', async () => {
    const date = 'Sun, 22 Nov 2026 10:00:00 GMT';
    answers['/a'] = {
      body: rss([
        { guid: '1', title: 'One', date },
        { guid: '2', title: 'Two', date },
      ]),
    };
    const { platform, services } = browserWith();
    await services.sources.addSource(`${origin}/a`);
    await services.firstScreen.refresh();
    expect(platform.badge).toEqual([2]);
    await services.sources.markItemsSeen((await platform.db.items.toCollection().primaryKeys()).slice(0, 1));
    await services.firstScreen.refresh();
    expect(platform.badge).toEqual([2, 1]);
  });
});

describe('an unchanged source', () => {
  it('rewrites no first screen, and the popup still knows when it was asked', async () => {
    answers['/a'] = { body: rss([{ guid: '1', title: 'One' }]), headers: { etag: '"v1"' } };
    const { platform, services } = browserWith({ hasHostAccess: async () => true });
    const { sourceId } = await services.sources.addSource(`${origin}/a`);
    // The new items find their shelves in the background.
    await services.shelves.reshelve();
    await services.firstScreen.refresh();
    const before = JSON.stringify(await fakeBrowser.storage.local.get());
    platform.clock.now += 900_000;
    await services.sources.refreshSource(sourceId);
    await services.firstScreen.refresh();
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).toBe(before);
    expect((await readFirstScreen())?.checkedAt).toBe(platform.clock.now);
  });
});
