import type { HttpClient } from '../adapters/http/client.ts';
import { codeOf } from '../domain/errors.ts';
import { parseWebAddress } from '../domain/links/parse-address.ts';
import { pictureMaxBytes } from '../domain/pictures/picture-header.ts';
import type { Shelf } from '../domain/shelf.ts';
import type { RelaisDb } from '../storage/db.ts';

/** As many as someone is likely to scroll to. */
const pictureCount = 40;
const retryAfterMs = 86_400_000;
/** No SVG: it is refused, so it is not asked for. */
const accept = 'image/avif,image/webp,image/png,image/jpeg,image/gif;q=0.8';

export type PictureServiceDeps = {
  db: RelaisDb;
  now: () => number;
  http: HttpClient;
  hasHostAccess: (url: string) => Promise<boolean>;
  withLock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /** A thumbnail, or null when the bytes are no picture within the limits. */
  shrinkPicture: (bytes: Uint8Array) => Promise<Blob | null>;
};

export type PictureService = ReturnType<typeof createPictureService>;

/**
 * Fetches the pictures of the newest items once, and keeps them small. A picture on a third host
 * would tell that host who reads what, so only the source's own host, or one the person granted, is
 * asked, without cookies or referrer, and not followed anywhere else; other cards show a drawn
 * placeholder.
 */
export function createPictureService(deps: PictureServiceDeps) {
  const { db, now } = deps;

  async function fetchPicture(url: string, key: string, itemId: string): Promise<void> {
    let blob: Blob | null = null;
    let isUnreadable = false;
    try {
      const headers = { accept };
      const answer = await deps.http.send({
        method: 'GET',
        url,
        headers,
        redirect: 'refuse',
        limitBytes: pictureMaxBytes,
      });
      blob = await deps.shrinkPicture(answer.bytes);
    } catch (error) {
      // No picture today: the empty row keeps it from being asked again before tomorrow.
      isUnreadable = codeOf(error) === 'network_unreachable';
    }
    await db.transaction('rw', db.items, db.pictures, async () => {
      // The item may have left, or everything been erased, while its picture was on the way.
      if ((await db.items.get(itemId)) === undefined) return;
      await db.pictures.put({ url: key, blob, isUnreadable, storedAt: now() });
    });
  }

  /** Fetches what is missing, then forgets the oldest beyond need. One run at a time: none is asked twice. */
  function fetchMissing(): Promise<void> {
    return deps.withLock('relais-pictures', fetchEach);
  }

  /** After the person allowed a host: what could not be read before is asked for at once. */
  async function hostAllowed(): Promise<void> {
    await db.pictures.filter(({ isUnreadable }) => isUnreadable === true).delete();
    await fetchMissing();
  }

  async function fetchEach(): Promise<void> {
    const newestOn = (shelf: Shelf) =>
      db.items.where('[shelf+pinned+orderAt]').between([shelf], [shelf, []]).reverse().limit(pictureCount).toArray();
    const [feed, soon, sources] = await Promise.all([newestOn('feed'), newestOn('soon'), db.sources.toArray()]);
    const items = [...feed, ...soon];
    const sourceUrls = new Map(sources.map((source) => [source.id, source.url]));
    const stored = await db.pictures.bulkGet(items.map(({ imageUrl }) => imageUrl ?? ''));
    for (const [i, { id, imageUrl, sourceId }] of items.entries()) {
      const row = stored[i];
      if (imageUrl === null || (row !== undefined && (row.blob !== null || now() - row.storedAt <= retryAfterMs))) {
        continue;
      }
      const sourceUrl = sourceUrls.get(sourceId) ?? '';
      const url = pictureAddress(imageUrl, sourceUrl);
      // Two items may share one picture, which the first of them has brought by now.
      const isKnown = row === undefined && (await db.pictures.get(imageUrl)) !== undefined;
      if (!isKnown && (isOwnPicture(url, sourceUrl) || (await deps.hasHostAccess(url)))) {
        await fetchPicture(url, imageUrl, id);
      }
    }
    await forgetUnused(new Set(items.map(({ imageUrl }) => imageUrl)));
  }

  async function forgetUnused(used: ReadonlySet<string | null>): Promise<void> {
    if ((await db.pictures.count()) <= pictureCount * 4) return;
    const oldest = await db.pictures.orderBy('storedAt').primaryKeys();
    await db.pictures.bulkDelete(oldest.filter((url) => !used.has(url)).slice(0, pictureCount));
  }

  return { fetchMissing, hostAllowed };
}

/** A picture that its own site still writes with `http:` is asked for as the site is. */
export function pictureAddress(url: string, sourceUrl: string): string {
  const [picture, source] = [parseWebAddress(url), parseWebAddress(sourceUrl)];
  const isLeftBehind = picture?.protocol === 'http:' && source?.protocol === 'https:' && picture.host === source.host;
  return isLeftBehind ? url.replace(/^http:/i, 'https:') : url;
}

export function isOwnPicture(url: string, sourceUrl: string): boolean {
  return parseWebAddress(url)?.origin === parseWebAddress(sourceUrl)?.origin;
}
