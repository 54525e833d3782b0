import { codeOf, type ErrorCode, RelaisError } from '../../../lib/domain/errors.ts';
import type { Database } from '../db/database.ts';
import { attachPicture, insertPicture } from '../db/queries/media.ts';
import type { WebReader } from '../web/web-reader.ts';
import { makePicture } from './make-picture.ts';

export type PictureTask = { itemId: string; url: string };

const maxBytes = 10 * 1024 * 1024;
const timeoutMs = 15_000;

/** What may be otherwise next time. Everything else is what the picture is, or where. */
const passing: ReadonlySet<ErrorCode> = new Set([
  'network_unreachable',
  'rate_limited',
  'server_error',
  'timed_out',
  'unknown',
]);

/**
 * Fetches an item's picture, so that nobody who reads the feed asks a third party for it. Answers why
 * there is none, where there will be none.
 * @throws when it is worth trying again.
 */
export async function fetchPicture(
  { db, web, contentNow }: { db: Database; web: WebReader; contentNow: () => Promise<number> },
  { itemId, url }: PictureTask,
  signal: AbortSignal,
): Promise<ErrorCode | null> {
  try {
    const accept = 'image/avif, image/webp, image/png, image/jpeg, image/gif';
    const answer = await web({ url, headers: { accept }, maxBytes, timeoutMs, signal });
    if (answer.status !== 200) throw new RelaisError(codeOfStatus(answer.status), `${url} answered ${answer.status}`);
    const picture = await makePicture(answer.bytes);
    const now = await contentNow();
    await db.transaction(async (tx) =>
      attachPicture(tx, { itemId, url, sha256: await insertPicture(tx, picture, now) }),
    );
    return null;
  } catch (error) {
    const code = codeOf(error);
    if (passing.has(code)) throw error;
    return code;
  }
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 429) return 'rate_limited';
  return status >= 500 || status === 408 ? 'server_error' : 'not_found';
}
