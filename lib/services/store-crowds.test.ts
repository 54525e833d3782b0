import { describe, expect, it } from 'vitest';
import { createTestPlatform } from '../../tests/helpers/platform.ts';
import { aSource } from '../../tests/helpers/rows.ts';
import { parseFeed } from '../adapters/feeds/parse-feed.ts';
import { storeFeed } from './store-feed.ts';

const now = Date.UTC(2026, 10, 22, 12);
const day = 86_400_000;

async function withHub() {
  const { db } = createTestPlatform();
  await db.sources.add(aSource({ id: 'hub', kind: 'hub' }));
  const read = async (sharers_today: unknown, at = now) => {
    const relais = { version: 1, cursor: 'c', removed: [], ...(sharers_today !== undefined && { sharers_today }) };
    const text = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Hub',
      items: [],
      _relais: relais,
    });
    const url = 'https://hub.example/api/v1/feed';
    const feed = parseFeed(new TextEncoder().encode(text), { url, contentType: null });
    const source = await db.sources.get('hub');
    if (source === undefined) throw new Error('no source');
    const profile = { role: null, country: null, language: 'en' };
    await storeFeed(db, source, { etag: null, lastModified: null, url, feed }, { now: at, profile });
    return db.crowds.orderBy('itemId').toArray();
  };
  return { db, read };
}

describe('storeCrowds', () => {
  it('takes over what the hub says today, and what can be read of it', async () => {
    const { read } = await withHub();
    expect(await read({ heat: 10, lamp: 5, odd: 'many', none: 0, half: 2.5 })).toEqual([
      { itemId: 'hub|heat', sourceId: 'hub', sharers: 10, at: now, hintedAt: null },
      { itemId: 'hub|lamp', sourceId: 'hub', sharers: 5, at: now, hintedAt: null },
    ]);
    expect(await read({ heat: 20 }, now + 60_000)).toMatchObject([
      { itemId: 'hub|heat', sharers: 20, at: now + 60_000 },
    ]);
    expect(await read(undefined)).toEqual([]);
  });

  it('remembers for a week that a quieter time was proposed', async () => {
    const { db, read } = await withHub();
    await read({ heat: 10 });
    await db.crowds.update('hub|heat', { hintedAt: now });
    expect(await read({}, now + day)).toMatchObject([{ hintedAt: now }]);
    expect(await read({ heat: 50 }, now + 2 * day)).toMatchObject([{ sharers: 50, hintedAt: now }]);
    expect(await read({}, now + 8 * day)).toEqual([]);
  });
});
