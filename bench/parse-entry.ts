import { parseFeed as parseAlone } from 'feedsmith';
import { parseFeed } from '../lib/adapters/feeds/parse-feed.ts';
import type { Source } from '../lib/domain/source.ts';
import { storeFeed } from '../lib/services/store-feed.ts';
import { RelaisDb } from '../lib/storage/db.ts';

/**
 * What reading a document costs in a page, in milliseconds, each way into an empty database that is
 * open before and deleted after: by the library that Relais parses with alone, by it and a bare write
 * of what it gives, and by Relais's own parser and store. Called by the bench.
 */
export type Reading = { alone: number; bare: number; parsed: number; stored: number };

let turn = 0;

Object.assign(globalThis, {
  async measureReading(url: string): Promise<Reading> {
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    const reading: Reading = { alone: 0, bare: 0, parsed: 0, stored: 0 };
    const ways = [
      () => readAlone(bytes, reading),
      () => readIntoBareStore(bytes, reading),
      () => readAsRelais(bytes, url, reading),
    ];
    turn += 1;
    for (let i = 0; i < ways.length; i += 1) await ways[(i + turn) % ways.length]?.();
    return reading;
  },
});

type Items = { feed: { items?: object[] } };

function readAlone(bytes: Uint8Array, reading: Reading): void {
  const begun = performance.now();
  const { feed } = parseAlone(new TextDecoder().decode(bytes)) as Items;
  reading.alone = performance.now() - begun;
  if (feed.items?.length === 0) throw new Error('the library read nothing');
}

async function readIntoBareStore(bytes: Uint8Array, reading: Reading): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('bare', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('items', { keyPath: 'id' });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const begun = performance.now();
  const { feed } = parseAlone(new TextDecoder().decode(bytes)) as Items;
  await new Promise<void>((resolve, reject) => {
    const writing = database.transaction('items', 'readwrite');
    const items = writing.objectStore('items');
    for (const [position, item] of (feed.items ?? []).entries()) items.put({ ...item, id: position });
    writing.oncomplete = () => resolve();
    writing.onerror = () => reject(writing.error);
  });
  reading.bare = performance.now() - begun;
  database.close();
  indexedDB.deleteDatabase('bare');
}

async function readAsRelais(bytes: Uint8Array, url: string, reading: Reading): Promise<void> {
  const source: Source = {
    id: 'bench',
    kind: 'feed',
    url,
    title: '',
    siteUrl: null,
    connectionId: null,
    addedAt: 0,
    etag: null,
    lastModified: null,
    changedAt: null,
    nextPollAt: 0,
    cursor: null,
    endedAt: null,
    failure: null,
  };
  const db = new RelaisDb('reading');
  await db.sources.add(source);
  const begun = performance.now();
  const feed = parseFeed(bytes, { url, contentType: 'application/rss+xml' });
  reading.parsed = performance.now() - begun;
  const read = { url, etag: null, lastModified: null, feed };
  await storeFeed(db, source, read, { now: Date.now(), profile: { role: null, country: null, language: 'en' } });
  reading.stored = performance.now() - begun;
  if ((await db.items.count()) !== 1000) throw new Error('Relais stored something else');
  await db.delete();
}
