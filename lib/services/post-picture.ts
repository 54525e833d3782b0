import type { HttpClient } from '../adapters/http/client.ts';
import type { DirectPost } from '../domain/direct-post.ts';
import { pictureMaxBytes } from '../domain/pictures/picture-header.ts';
import type { RelaisDb } from '../storage/db.ts';
import { isOwnPicture, pictureAddress } from './picture-service.ts';

export type PostPictureDeps = {
  db: RelaisDb;
  http: HttpClient;
  hasHostAccess: (url: string) => Promise<boolean>;
  /** A picture that every network takes, or null when the bytes are no picture within the limits. */
  fitPicture: (bytes: Uint8Array) => Promise<Blob | null>;
};

/**
 * The picture that goes along with a post: read again where Relais may read it, because what it keeps is a
 * thumbnail; else that thumbnail; null when there is neither, and the post leaves without.
 */
export async function readPostPicture(deps: PostPictureDeps, { imageUrl, sourceId }: DirectPost): Promise<Blob | null> {
  if (imageUrl === null) return null;
  return (await readWhole(deps, imageUrl, sourceId)) ?? (await deps.db.pictures.get(imageUrl))?.blob ?? null;
}

async function readWhole(deps: PostPictureDeps, imageUrl: string, sourceId: string): Promise<Blob | null> {
  const sourceUrl = (await deps.db.sources.get(sourceId))?.url ?? '';
  const url = pictureAddress(imageUrl, sourceUrl);
  if (!isOwnPicture(url, sourceUrl) && !(await deps.hasHostAccess(url))) return null;
  try {
    const { bytes } = await deps.http.send({ method: 'GET', url, redirect: 'refuse', limitBytes: pictureMaxBytes });
    return await deps.fitPicture(bytes);
  } catch {
    return null; // Not to be had today: the thumbnail does.
  }
}
