import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createServices } from '../../entrypoints/background/services.ts';
import { shrinkPicture } from '../../lib/adapters/browser/picture.ts';
import { readFirstScreen } from '../../lib/storage/settings.ts';
import { createTestPlatform, restart } from '../helpers/platform.ts';
import { serve, type TestServer } from '../helpers/serve.ts';

/** The publisher's own host, and a third one that would learn who reads what. */
let own: TestServer;
let third: TestServer;
beforeAll(async () => {
  [own, third] = [await serve(), await serve()];
});
afterAll(() => Promise.all([own.close(), third.close()]));
beforeEach(() => {
  third.answerWith((_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('picture'));
});

async function readFeedWith(picture: string, overrides: Parameters<typeof createTestPlatform>[0] = {}) {
  own.answerWith(({ path }, response) => {
    if (path === '/away.png') response.writeHead(302, { location: `${third.url}/p.png` }).end();
    else if (path === '/large.png') response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.alloc(6e6));
    else if (path === '/feed') {
      response.writeHead(200, { 'content-type': 'application/rss+xml', 'set-cookie': 'visitor=1' });
      response.end(
        `<rss version="2.0"><channel><title>Blog</title><item><guid>1</guid><title>One</title>` +
          `<enclosure url="${picture}" type="image/png" length="1"/></item></channel></rss>`,
      );
    } else response.writeHead(200, { 'content-type': 'image/png' }).end('picture');
  });
  const platform = createTestPlatform({ fetch: (...request) => globalThis.fetch(...request), ...overrides });
  const services = createServices(platform);
  await services.sources.addSource(`${own.url}/feed`);
  await services.pictures.fetchMissing();
  const rows = () => platform.db.pictures.toArray();
  return { platform, services, rows };
}

describe('a picture', () => {
  it('of the source’s own host is asked for once, without cookies or referrer, and shown first', async () => {
    const { services, rows, platform } = await readFeedWith(`${own.url}/p.png`);
    await services.pictures.fetchMissing();
    const requests = own.received.filter(({ path }) => path === '/p.png');
    expect(requests).toHaveLength(1);
    expect(requests[0]?.headers).not.toHaveProperty('cookie');
    expect(requests[0]?.headers).not.toHaveProperty('referer');
    expect(await (await rows())[0]?.blob?.text()).toBe('picture');
    await services.firstScreen.refresh();
    expect((await readFirstScreen())?.cards[0]?.picture).toBe(`data:image/webp;base64,${btoa('picture')}`);
    expect(platform.reported).toEqual([]);
  });

  it('of a third host is not asked for before the person allowed that host, and then at once', async () => {
    const { platform, rows } = await readFeedWith(`${third.url}/p.png`);
    expect(third.received).toEqual([]);
    expect(await rows()).toEqual([]);
    const asked: string[] = [];
    const allowed = restart(platform, {
      hasHostAccess: async (url) => {
        asked.push(url);
        return true;
      },
    });
    await allowed.pictures.hostAllowed();
    expect(asked).toEqual([`${third.url}/p.png`]);
    expect(third.received).toHaveLength(1);
    expect((await rows())[0]?.blob).not.toBeNull();
  });

  it('that its own host sends elsewhere is not followed there', async () => {
    const { rows } = await readFeedWith(`${own.url}/away.png`);
    expect(third.received).toEqual([]);
    expect(await rows()).toMatchObject([{ url: `${own.url}/away.png`, blob: null }]);
  });

  it('of what is coming soon is there before it opens', async () => {
    const { platform, services, rows } = await readFeedWith(`${own.url}/p.png`);
    const [item] = await platform.db.items.toArray();
    await platform.db.pictures.clear();
    await platform.db.items.update(item?.id ?? '', { shelf: 'soon', embargoUntil: platform.now() + 86_400_000 });
    await services.pictures.fetchMissing();
    expect((await rows())[0]?.blob).not.toBeNull();
  });

  it('that is shown outlives older ones that are not', async () => {
    const { platform, services } = await readFeedWith(`${own.url}/p.png`);
    await platform.db.pictures.update(`${own.url}/p.png`, { storedAt: 1 });
    const unused = Array.from({ length: 160 }, (_, i) => ({
      url: `${own.url}/old-${i}.png`,
      blob: null,
      storedAt: i + 2,
    }));
    await platform.db.pictures.bulkAdd(unused);
    await services.pictures.fetchMissing();
    expect(await platform.db.pictures.count()).toBe(121);
    expect(await platform.db.pictures.get(`${own.url}/p.png`)).toBeDefined();
  });

  it('that is too large is left', async () => {
    const { rows } = await readFeedWith(`${own.url}/large.png`);
    expect(await rows()).toMatchObject([{ blob: null }]);
  });

  it('that could not be had is asked for again the day after', async () => {
    const { platform, services } = await readFeedWith(`${own.url}/p.png`, { shrinkPicture: async () => null });
    const count = () => own.received.filter(({ path }) => path === '/p.png').length;
    await services.pictures.fetchMissing();
    await services.pictures.hostAllowed();
    expect(count()).toBe(1);
    platform.clock.now += 25 * 3_600_000;
    await services.pictures.fetchMissing();
    expect(count()).toBe(2);
  });

  it('that its own host lets nobody read is asked for again as soon as the person allowed that host', async () => {
    // What a browser answers across origins without a permission.
    const closed: typeof fetch = async (input, init) => {
      if (!(input instanceof Request ? input.url : String(input)).endsWith('.png')) return fetch(input, init);
      throw new TypeError('Failed to fetch');
    };
    const { platform, rows } = await readFeedWith(`${own.url}/p.png`, { fetch: closed });
    expect(await rows()).toMatchObject([{ blob: null, isUnreadable: true }]);
    await restart(platform, { fetch: (...request) => globalThis.fetch(...request) }).pictures.hostAllowed();
    expect((await rows())[0]?.blob?.size).toBe(7);
  });
});

describe('shrinkPicture', () => {
  const bomb = new Uint8Array(24);
  bomb.set(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'));
  new DataView(bomb.buffer).setUint32(16, 8000);
  new DataView(bomb.buffer).setUint32(20, 6000);

  it.each([
    ['an SVG that calls itself a PNG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page', Buffer.from('<!doctype html>')],
    ['48 megapixels in 24 bytes', bomb],
    ['6 MB', Buffer.concat([Buffer.from('GIF89a\x01\0\x01\0', 'latin1'), Buffer.alloc(6e6)])],
  ])('never decodes %s', async (_, bytes) => {
    let decoded = 0;
    globalThis.createImageBitmap = async () => {
      decoded += 1;
      throw new DOMException('not decoded here', 'InvalidStateError');
    };
    expect(await shrinkPicture(bytes)).toBeNull();
    expect(decoded).toBe(0);
    // What it may be decoded, and cannot, is no picture either.
    expect(await shrinkPicture(Buffer.from('GIF89a\x01\0\x01\0', 'latin1'))).toBeNull();
    expect(decoded).toBe(1);
  });
});
