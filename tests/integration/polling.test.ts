import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createServices } from '../../entrypoints/background/services.ts';
import { readSourceNote, readSourcePolls } from '../../lib/storage/background-notes.ts';
import { createTestPlatform, restart } from '../helpers/platform.ts';
import { serve, type TestServer } from '../helpers/serve.ts';

const minute = 60_000;

type Answer = { status?: number; headers?: Record<string, string>; body?: string };

/** Two publishers, by path; whatever is not here is 404. */
let here: TestServer;
let there: TestServer;
let answers: Record<string, Answer>;

beforeAll(async () => {
  [here, there] = [await serve(), await serve()];
});
afterAll(() => Promise.all([here.close(), there.close()]));
beforeEach(() => {
  answers = {};
  for (const server of [here, there]) {
    server.answerWith(({ path, headers: asked }, response) => {
      const { status = 200, headers = {}, body = '' } = answers[server.url + path] ?? { status: 404 };
      const isKnown = headers.etag !== undefined && asked['if-none-match'] === headers.etag;
      response.writeHead(isKnown ? 304 : status, { 'content-type': 'application/xml', ...headers });
      response.end(isKnown ? '' : body);
    });
  }
});

function rss(titles: string[], more = ''): string {
  const items = titles.map((title) => `<item><guid isPermaLink="false">${title}</guid><title>${title}</title></item>`);
  return (
    '<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>' +
    `<title>Blog</title><link>https://blog.example/</link>${more}${items.join('')}</channel></rss>`
  );
}

function browserWith(overrides: Parameters<typeof createTestPlatform>[0] = {}) {
  const platform = createTestPlatform({
    fetch: (...request) => globalThis.fetch(...request),
    hasHostAccess: async () => true,
    random: () => 0,
    ...overrides,
  });
  const services = createServices(platform);
  return { platform, db: platform.db, sources: services.sources, services };
}

const titlesIn = async (db: ReturnType<typeof browserWith>['db']) =>
  (await db.items.toArray()).map(({ title }) => title).sort();
const asked = () => [...here.received, ...there.received].length;

describe('a feed whose address redirects', () => {
  async function redirected() {
    const browser = browserWith();
    const [oldUrl, newUrl] = [`${here.url}/old`, `${there.url}/new`];
    answers[oldUrl] = { body: rss(['One']) };
    const { sourceId } = await browser.sources.addSource(oldUrl);
    answers[oldUrl] = { status: 301, headers: { location: newUrl } };
    answers[newUrl] = { body: rss(['One', 'Two']) };
    await browser.sources.refreshSource(sourceId);
    return { ...browser, oldUrl, newUrl, sourceId };
  }

  it('is followed at once, and remembered', async () => {
    const { db, sourceId, oldUrl, newUrl } = await redirected();
    expect(await titlesIn(db)).toEqual(['One', 'Two']);
    expect((await db.sources.get(sourceId))?.url).toBe(oldUrl);
    expect((await readSourceNote(sourceId)).movedTo).toBe(newUrl);
  });

  it.each([404, 410])(
    'is read where it led once the old address answers %i, under the same identity',
    async (status) => {
      const { db, sources, sourceId, oldUrl, newUrl } = await redirected();
      answers[oldUrl] = { status };
      answers[newUrl] = { body: rss(['One', 'Two', 'Three']) };
      await sources.refreshSource(sourceId);
      expect(await titlesIn(db)).toEqual(['One', 'Three', 'Two']);
      expect(await db.sources.get(sourceId)).toMatchObject({ url: newUrl, failure: null, endedAt: null });
      expect((await readSourceNote(sourceId)).movedTo).toBeNull();
    },
  );

  it('outlives a host that answers no more, after some patience', async () => {
    const { platform, db, sourceId, oldUrl, newUrl } = await redirected();
    const dead = restart(platform, {
      fetch: (input, init) => {
        const url = input instanceof Request ? input.url : String(input);
        return url.startsWith(here.url) ? Promise.reject(new TypeError('Failed to fetch')) : fetch(input, init);
      },
    });
    for (const expected of [oldUrl, oldUrl, newUrl]) {
      await dead.sources.refreshSource(sourceId);
      expect((await db.sources.get(sourceId))?.url).toBe(expected);
    }
    expect((await db.sources.get(sourceId))?.failure).toBeNull();
  });

  it('stays where it was when the redirect was for a day', async () => {
    const { db, sources, sourceId, oldUrl } = await redirected();
    answers[oldUrl] = { body: rss(['Back']) };
    await sources.refreshSource(sourceId);
    expect(await titlesIn(db)).toContain('Back');
    expect((await readSourceNote(sourceId)).movedTo).toBeNull();
    answers[oldUrl] = { status: 404 };
    await sources.refreshSource(sourceId);
    expect(await db.sources.get(sourceId)).toMatchObject({ url: oldUrl, failure: { code: 'not_found' } });
  });

  it('that leads in a circle fails, and keeps its address and items', async () => {
    const { db, sources, sourceId, oldUrl } = await redirected();
    answers[oldUrl] = { status: 302, headers: { location: oldUrl } };
    await sources.refreshSource(sourceId);
    expect(await db.sources.get(sourceId)).toMatchObject({ url: oldUrl, failure: { code: 'network_unreachable' } });
    expect(await titlesIn(db)).toEqual(['One', 'Two']);
  });
});

describe('a feed that says where it moved', () => {
  const moved = (url: string) => `<itunes:new-feed-url>${url}</itunes:new-feed-url>`;

  async function announcing(newUrl: string) {
    const browser = browserWith();
    const oldUrl = `${here.url}/old`;
    answers[oldUrl] = { body: rss(['One']) };
    const { sourceId } = await browser.sources.addSource(oldUrl);
    answers[oldUrl] = { body: rss(['One'], moved(newUrl)) };
    return { ...browser, oldUrl, sourceId };
  }

  it('is read there from then on, with its items', async () => {
    const newUrl = `${there.url}/new`;
    answers[newUrl] = { body: rss(['One', 'Two'], moved(newUrl)) };
    const { db, sources, sourceId, oldUrl } = await announcing(newUrl);
    await sources.refreshSource(sourceId);
    expect((await db.sources.get(sourceId))?.url).toBe(newUrl);
    expect(await titlesIn(db)).toEqual(['One', 'Two']);
    here.received.length = 0;
    await sources.refreshSource(sourceId);
    expect(here.received).toEqual([]);
    expect(await db.sources.where('url').equals(oldUrl).count()).toBe(0);
  });

  it.each([
    ['nothing is there', () => `${there.url}/nothing`],
    ['the address is none of the web', () => 'file:///etc/passwd'],
    [
      'it leads back',
      () => {
        answers[`${there.url}/back`] = { body: rss(['One'], moved(`${here.url}/old`)) };
        return `${there.url}/back`;
      },
    ],
    [
      'it leads on without end',
      () => {
        for (let i = 0; i < 9; i += 1) {
          answers[`${there.url}/on${i}`] = { body: rss(['One'], moved(`${there.url}/on${i + 1}`)) };
        }
        return `${there.url}/on0`;
      },
    ],
  ])('stays where it is when %s', async (_, newUrl) => {
    const { db, sources, sourceId, oldUrl } = await announcing(newUrl());
    await sources.refreshSource(sourceId);
    expect(await db.sources.get(sourceId)).toMatchObject({ url: oldUrl, failure: null });
    expect(await titlesIn(db)).toEqual(['One']);
  });

  it('does not take the place of a source that is read there already', async () => {
    const newUrl = `${there.url}/new`;
    answers[newUrl] = { body: rss(['Other']) };
    const { db, sources, sourceId, oldUrl } = await announcing(newUrl);
    await sources.addSource(newUrl);
    await sources.refreshSource(sourceId);
    expect((await db.sources.get(sourceId))?.url).toBe(oldUrl);
  });
});

describe('a feed that is gone for good', () => {
  it('is asked no more, keeps its items, and comes back when someone tries again', async () => {
    const { platform, db, sources } = browserWith();
    const url = `${here.url}/feed`;
    answers[url] = { body: rss(['One']) };
    const { sourceId } = await sources.addSource(url);
    answers[url] = { status: 410 };
    await sources.refreshSource(sourceId);
    expect(await db.sources.get(sourceId)).toMatchObject({ endedAt: platform.clock.now, failure: null });
    here.received.length = 0;
    platform.clock.now += 30 * 24 * 60 * minute;
    await sources.refreshDue();
    await sources.refreshAll();
    expect(here.received).toEqual([]);
    expect(await titlesIn(db)).toEqual(['One']);
    await sources.refreshSource(sourceId);
    expect((await db.sources.get(sourceId))?.endedAt).toBe(platform.clock.now);
    answers[url] = { body: rss(['One', 'Two']) };
    await sources.refreshSource(sourceId);
    expect((await db.sources.get(sourceId))?.endedAt).toBeNull();
    expect(await titlesIn(db)).toEqual(['One', 'Two']);
  });
});

describe('the next turn of a source', () => {
  it.each([
    ['nothing', {}, '', 15],
    ['max-age', { 'cache-control': 'max-age=7200' }, '', 120],
    ['a week of max-age', { 'cache-control': 'max-age=604800' }, '', 24 * 60],
    ['ttl', {}, '<ttl>90</ttl>', 90],
    ['ttl beyond max-age', { 'cache-control': 'max-age=60' }, '<ttl>90</ttl>', 90],
  ])('is set by %s, also when nothing changed', async (_, headers, more, minutes) => {
    const { platform, sources } = browserWith();
    const url = `${here.url}/feed`;
    answers[url] = { body: rss(['One'], more), headers: { etag: '"1"', ...headers } };
    const { sourceId } = await sources.addSource(url);
    const due = async () => ((await readSourcePolls())[sourceId]?.nextAt ?? 0) - platform.clock.now;
    expect(await due()).toBe(minutes * minute);
    platform.clock.now += minutes * minute - 1;
    here.received.length = 0;
    await sources.refreshDue();
    expect(here.received).toEqual([]);
    platform.clock.now += 1;
    await sources.refreshDue();
    expect(here.received.map(({ headers }) => headers['if-none-match'])).toEqual(['"1"']);
    expect(await due()).toBe(minutes * minute);
    // The background is woken for it, not for the clock.
    expect(platform.polls.at(-1)).toBe(platform.clock.now + minutes * minute);
  });

  it.each([
    ['seconds', () => '7200'],
    ['a date', () => new Date(Date.now() + 7_200_000).toUTCString()],
  ])('waits as long as Retry-After says, in %s', async (_, retryAfter) => {
    const { platform, db, sources } = browserWith();
    const url = `${here.url}/feed`;
    answers[url] = { body: rss(['One']) };
    const { sourceId } = await sources.addSource(url);
    answers[url] = { status: 429, headers: { 'retry-after': retryAfter() } };
    await sources.refreshSource(sourceId);
    const { nextPollAt, failure } = (await db.sources.get(sourceId)) ?? {};
    expect(failure?.code).toBe('rate_limited');
    expect(((nextPollAt ?? 0) - platform.clock.now) / minute).toBeCloseTo(120, 0);
  });

  it('comes at once when this browser is online again, for whom it could not reach', async () => {
    const { platform, sources, db } = browserWith();
    const url = `${here.url}/feed`;
    answers[url] = { body: rss(['One']) };
    const { sourceId } = await sources.addSource(url);
    const cut = restart(platform, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    await cut.sources.refreshSource(sourceId);
    expect((await db.sources.get(sourceId))?.failure?.code).toBe('network_unreachable');
    platform.clock.now += minute + 1;
    await sources.refreshDue({ cameOnline: true });
    expect((await db.sources.get(sourceId))?.failure).toBeNull();
  });

  it('asks nobody while this browser is offline', async () => {
    const { platform, sources } = browserWith();
    answers[`${here.url}/feed`] = { body: rss(['One']) };
    await sources.addSource(`${here.url}/feed`);
    here.received.length = 0;
    platform.clock.now += 24 * 60 * minute;
    await restart(platform, { isOnline: () => false }).sources.refreshDue();
    expect(here.received).toEqual([]);
  });
});

describe('a poll', () => {
  it('asks one host one thing at a time, whoever asks, and hosts side by side', async () => {
    const { platform, sources } = browserWith();
    const urls = [here, there].flatMap(({ url }) => ['a', 'b', 'c'].map((path) => `${url}/${path}`));
    for (const url of urls) {
      answers[url] = { body: rss(['One']) };
      await sources.addSource(url);
    }
    const under: Record<string, number> = {};
    let [mostOnOneHost, mostAtOnce] = [0, 0];
    const counting: typeof fetch = async (input, init) => {
      const { host } = new URL(input instanceof Request ? input.url : String(input));
      under[host] = (under[host] ?? 0) + 1;
      mostOnOneHost = Math.max(mostOnOneHost, under[host]);
      mostAtOnce = Math.max(
        mostAtOnce,
        Object.values(under).reduce((sum, count) => sum + count, 0),
      );
      const answer = await fetch(input, init);
      await answer.clone().arrayBuffer();
      under[host] -= 1;
      return answer;
    };
    platform.clock.now += 60 * minute;
    const [first, second] = [restart(platform, { fetch: counting }), restart(platform, { fetch: counting })];
    const before = asked();
    await Promise.all([first.sources.refreshDue(), second.sources.refreshDue(), second.sources.refreshAll()]);
    expect([mostOnOneHost, mostAtOnce]).toEqual([1, 2]);
    // Six by the first wake, none by the second, six for the person who asked.
    expect(asked() - before).toBe(12);
  });

  it('goes on behind the source at which the worker died', async () => {
    const { platform, sources, db } = browserWith();
    for (const path of ['a', 'b', 'c']) {
      answers[`${here.url}/${path}`] = { body: rss([path]) };
      await sources.addSource(`${here.url}/${path}`);
      platform.clock.now += 1;
    }
    platform.clock.now += 60 * minute;
    // A worker that dies never comes back from its request.
    let reachedB = () => {};
    const dying = new Promise<void>((resolve) => {
      reachedB = resolve;
    });
    const dead = restart(platform, {
      withLock: (_, work) => work(),
      fetch: (input, init) => {
        if (!(input instanceof Request ? input.url : String(input)).endsWith('/b')) return fetch(input, init);
        reachedB();
        return new Promise(() => {});
      },
    });
    void dead.sources.refreshDue();
    await dying;
    for (const path of ['a', 'b', 'c']) answers[`${here.url}/${path}`] = { body: rss([path, `${path}2`]) };
    here.received.length = 0;
    await sources.refreshDue();
    expect(here.received.map(({ path }) => path)).toEqual(['/c']);
    platform.clock.now += 6 * minute;
    await sources.refreshDue();
    expect(here.received.map(({ path }) => path)).toEqual(['/c', '/b']);
    expect(await titlesIn(db)).toEqual(['a', 'b', 'b2', 'c', 'c2']);
  });

  it('stops beginning others when its time is up, and says when it goes on', async () => {
    const { platform, sources } = browserWith();
    for (const path of ['a', 'b', 'c']) {
      answers[`${here.url}/${path}`] = { body: rss([path]) };
      await sources.addSource(`${here.url}/${path}`);
    }
    platform.clock.now += 60 * minute;
    const slow = restart(platform, {
      fetch: async (input, init) => {
        const answer = await fetch(input, init);
        platform.clock.now += 3 * minute;
        return answer;
      },
    });
    here.received.length = 0;
    await slow.sources.refreshDue();
    expect(here.received).toHaveLength(2);
    expect(platform.polls.at(-1)).toBe(platform.clock.now + minute);
    await sources.refreshDue();
    expect(here.received).toHaveLength(3);
  });
});

describe('a hub’s feed', () => {
  const feed = (relais: object, ids: string[]) => ({
    headers: { 'content-type': 'application/feed+json' },
    body: JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'News',
      _relais: { version: 1, ...relais },
      items: ids.map((id) => ({ id, url: `https://a.example/${id}`, title: id })),
    }),
  });

  async function connected() {
    const browser = browserWith();
    const url = `${here.url}/api/v1/feed?lang=en`;
    answers[url] = feed({ cursor: 'c1' }, ['1', '2', '3']);
    const { sourceId } = await browser.sources.addSource(url);
    await browser.db.sources.update(sourceId, { kind: 'hub' });
    return { ...browser, url, sourceId };
  }

  it('is asked for what changed since its cursor', async () => {
    const { db, sources, url, sourceId } = await connected();
    answers[`${url}&since=c1`] = feed({ cursor: 'c2', removed: ['2'] }, ['4']);
    await sources.refreshSource(sourceId);
    expect(await titlesIn(db)).toEqual(['1', '3', '4']);
    expect((await db.sources.get(sourceId))?.cursor).toBe('c2');
  });

  it.each([410, 400, 404, 422])('is asked for in whole when its cursor is refused with %i', async (status) => {
    const { db, sources, url, sourceId } = await connected();
    answers[`${url}&since=c1`] = { status };
    answers[url] = feed({ cursor: 'd1' }, ['3', '5']);
    await sources.refreshSource(sourceId);
    expect(await titlesIn(db)).toEqual(['3', '5']);
    expect(await db.sources.get(sourceId)).toMatchObject({ cursor: 'd1', failure: null, endedAt: null });
  });

  it('keeps its cursor while the hub is down', async () => {
    const { db, sources, url, sourceId } = await connected();
    answers[`${url}&since=c1`] = { status: 503 };
    here.received.length = 0;
    await sources.refreshSource(sourceId);
    expect(here.received).toHaveLength(1);
    expect(await db.sources.get(sourceId)).toMatchObject({ cursor: 'c1', failure: { code: 'server_error' } });
  });
});
