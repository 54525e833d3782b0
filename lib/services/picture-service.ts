import type { HttpClient } from '../adapters/http/client.ts';
import type { RelaisDb } from '../storage/db.ts';

/** As many as someone is likely to scroll to. */
const pictureCount = 40;
const retryAfterMs = 86_400_000;

export type PictureServiceDeps = {
  db: RelaisDb;
  now: () => number;
  http: HttpClient;
  hasHostAccess: (url: string) => Promise<boolean>;
  withLock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  shrinkPicture: (bytes: Uint8Array, contentType: string) => Promise<string | null>;
};

export type PictureService = ReturnType<typeof createPictureService>;

/**
 * Fetches the pictures of the newest items once, and keeps them small. A picture on a third host
 * would tell that host who reads what, so only the source's own host, or one the person granted, is
 * asked; other cards show a drawn placeholder.
 */
export function createPictureService(deps: PictureServiceDeps) {
  const { db, now } = deps;

  async function mayFetch(url: string, sourceUrl: string | undefined): Promise<boolean> {
    if (sourceUrl !== undefined && new URL(sourceUrl).origin === new URL(url).origin) return true;
    return deps.hasHostAccess(url);
  }

  async function fetchPicture(url: string, itemId: string): Promise<void> {
    let dataUrl: string | null = null;
    try {
      const { bytes, headers } = await deps.http.send({ method: 'GET', url });
      dataUrl = await deps.shrinkPicture(bytes, headers.get('content-type') ?? '');
    } catch {
      // No picture today: the empty row keeps it from being asked again before tomorrow.
    }
    await db.transaction('rw', db.items, db.pictures, async () => {
      // The item may have left, or everything been erased, while its picture was on the way.
      if ((await db.items.get(itemId)) === undefined) return;
      await db.pictures.put({ url, dataUrl: dataUrl ?? '', storedAt: now() });
    });
  }

  /** Fetches what is missing, then forgets the oldest beyond need. One run at a time: none is asked twice. */
  function fetchMissing(): Promise<void> {
    return deps.withLock('relais-pictures', fetchEach);
  }

  async function fetchEach(): Promise<void> {
    const [items, sources] = await Promise.all([
      db.items.where('[shelf+pinned+orderAt]').between(['feed'], ['feed', []]).reverse().limit(pictureCount).toArray(),
      db.sources.toArray(),
    ]);
    const sourceUrls = new Map(sources.map((source) => [source.id, source.url]));
    for (const { id, imageUrl, sourceId } of items) {
      if (imageUrl === null || !(await mayFetch(imageUrl, sourceUrls.get(sourceId)))) continue;
      const stored = await db.pictures.get(imageUrl);
      const isMissing = stored === undefined || (stored.dataUrl === '' && now() - stored.storedAt > retryAfterMs);
      if (isMissing) await fetchPicture(imageUrl, id);
    }
    await forgetUnused();
  }

  async function forgetUnused(): Promise<void> {
    if ((await db.pictures.count()) <= pictureCount * 4) return;
    const oldest = await db.pictures.orderBy('storedAt').limit(pictureCount).primaryKeys();
    await db.pictures.bulkDelete(oldest);
  }

  return { fetchMissing };
}
