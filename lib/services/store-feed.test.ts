import { describe, expect, it } from 'vitest';
import { createTestPlatform } from '../../tests/helpers/platform.ts';
import { aSource } from '../../tests/helpers/rows.ts';
import { parseFeed } from '../adapters/feeds/parse-feed.ts';
import { storeFeed } from './store-feed.ts';

const now = Date.UTC(2026, 10, 22, 12);
const profile = { role: null, country: null, language: 'en' };

function readingOf(titles: Record<string, string>) {
  const items = Object.entries(titles).map(([id, title]) => ({ id, title, url: `https://a.example/${id}` }));
  const text = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'News', items });
  const url = 'https://a.example/feed.json';
  return {
    etag: null,
    lastModified: null,
    url,
    feed: parseFeed(new TextEncoder().encode(text), { url, contentType: null }),
  };
}

const numbered = (count: number, title = 'Item') =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, `${title} ${i}`]));

async function withSource(...ids: string[]) {
  const { db } = createTestPlatform();
  for (const id of ids) await db.sources.add(aSource({ id, changedAt: null }));
  const store = async (id: string, titles: Record<string, string>, at: number) => {
    const known = await db.sources.get(id);
    if (known === undefined) throw new Error(`${id} is no source`);
    await storeFeed(db, known, readingOf(titles), { now: at, profile });
  };
  return { db, store };
}

describe('storeFeed', () => {
  // Few items are asked for one by one, many in one go unless the source has many times more.
  it.each([
    ['few', 5, 5],
    ['many', 80, 80],
    ['many among many more', 400, 60],
  ])('knows again what it stored: %s', async (_, stored, read) => {
    const { db, store } = await withSource('s');
    await store('s', numbered(stored), now);
    await db.items.update('s|n1', { unread: 0 });
    const before = await db.items.toArray();
    await store('s', { ...numbered(read), n1: 'Edited', fresh: 'New' }, now + 60_000);
    expect(await db.items.count()).toBe(stored + 1);
    expect(await db.items.get('s|n1')).toMatchObject({ title: 'Edited', unread: 0, receivedAt: now });
    expect(await db.items.get('s|fresh')).toMatchObject({ unread: 1, receivedAt: now + 60_000 });
    const others = (await db.items.toArray()).filter(({ id }) => id !== 's|n1' && id !== 's|fresh');
    expect(others).toEqual(before.filter(({ id }) => id !== 's|n1'));
  });

  it('keeps the items of two sources apart, whatever their ids', async () => {
    const { db, store } = await withSource('s', 's|n', 's}', 't');
    for (const id of ['s', 's|n', 's}', 't']) await store(id, numbered(60, id), now);
    await store('s', numbered(60, 'again'), now + 1);
    expect(await db.items.where('sourceId').equals('s').count()).toBe(60);
    for (const id of ['s|n', 's}', 't']) expect((await db.items.get(`${id}|n7`))?.title).toBe(`${id} 7`);
  });

  it('stores a first reading once when two arrive at the same time', async () => {
    const { db, store } = await withSource('s');
    await Promise.all([store('s', numbered(60), now), store('s', numbered(60), now + 60_000)]);
    expect((await db.items.toArray()).every(({ receivedAt }) => receivedAt === now)).toBe(true);
  });
});
