import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices } from '../../entrypoints/background/services.ts';
import { createTestPlatform } from '../helpers/platform.ts';
import { serve, type TestServer } from '../helpers/serve.ts';

let server: TestServer;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

type Entry = { guid?: string; link?: string; title: string; text?: string };

function publish(entries: Entry[]): void {
  const items = entries.map(
    ({ guid, link, title, text = '' }) =>
      `<item>${guid === undefined ? '' : `<guid>${guid.replaceAll('&', '&amp;')}</guid>`}` +
      `${link === undefined ? '' : `<link>${link.replaceAll('&', '&amp;')}</link>`}` +
      `<title>${title}</title><description>${text}</description></item>`,
  );
  const body = `<rss version="2.0"><channel><title>Blog</title>${items.join('')}</channel></rss>`;
  server.answerWith((_, response) => response.writeHead(200, { 'content-type': 'application/xml' }).end(body));
}

/** What two readings leave: one line per stored item. */
async function readTwice(before: Entry[], after: Entry[]) {
  const platform = createTestPlatform({ fetch: (...request) => globalThis.fetch(...request) });
  const { sources } = createServices(platform);
  publish(before);
  const { sourceId } = await sources.addSource(`${server.url}/feed`);
  await sources.markAllSeen();
  platform.clock.now += 60_000;
  publish(after);
  await sources.refreshSource(sourceId);
  // Once more: an identity that was kept stays kept.
  publish([...after].reverse());
  await sources.refreshSource(sourceId);
  const items = await platform.db.items.toArray();
  return items.map(({ title, unread }) => `${title}${unread === 1 ? ' (new)' : ''}`).sort();
}

const site = 'blog.example/2026/heat';

describe('an item that is edited', () => {
  it.each([
    ['its words', { guid: '1', title: 'Frist' }, { guid: '1', title: 'First' }],
    [
      'its address',
      { guid: '1', link: 'https://a.example/a', title: 'Old' },
      { guid: '1', link: 'https://a.example/b', title: 'New' },
    ],
    [
      'its words, known by its address',
      { link: `https://${site}`, title: 'Old' },
      { link: `https://${site}`, title: 'New' },
    ],
    [
      'the tags of its address',
      { link: `https://${site}`, title: 'Old' },
      { link: `https://${site}?utm_source=rss`, title: 'New' },
    ],
    ['the scheme of its address', { link: `http://${site}`, title: 'Old' }, { link: `https://${site}`, title: 'New' }],
    ['the scheme of its guid', { guid: `http://${site}`, title: 'Old' }, { guid: `https://${site}`, title: 'New' }],
    [
      'www and scheme of its guid',
      { guid: `http://www.${site}/`, title: 'Old' },
      { guid: `https://${site}`, title: 'New' },
    ],
    [
      'the tags of its guid',
      { guid: `https://${site}?p=4`, title: 'Old' },
      { guid: `https://${site}?p=4&utm_medium=feed`, title: 'New' },
    ],
  ] satisfies [string, Entry, Entry][])('in %s is updated, not doubled, and is no news', async (_, before, after) => {
    const other = { guid: 'other', link: 'https://a.example/other', title: 'Zoo' };
    expect(await readTwice([before, other], [after, other])).toEqual([after.title, 'Zoo']);
  });
});

describe('another item', () => {
  it.each([
    ['another guid', { guid: 'https://a.example/?p=1', title: 'A' }, { guid: 'https://a.example/?p=2', title: 'B' }],
    [
      'another anchor',
      { guid: 'https://a.example/log#1', title: 'A' },
      { guid: 'https://a.example/log#2', title: 'B' },
    ],
    ['an opaque guid', { guid: 'urn:1', title: 'A' }, { guid: 'urn:2', title: 'B' }],
  ] satisfies [string, Entry, Entry][])('by %s is kept apart', async (_, before, after) => {
    expect(await readTwice([before], [after])).toEqual(['A', 'B (new)']);
  });

  it('is kept apart by both spellings of an address, when the document names both', async () => {
    const [http, https] = [
      { guid: 'http://a.example/1', title: 'A' },
      { guid: 'https://a.example/1', title: 'B' },
    ];
    expect(await readTwice([http], [http, https])).toEqual(['A', 'B (new)']);
    expect(await readTwice([http, https], [https])).toEqual(['A', 'B']);
  });
});
