import type { HttpClient } from '../http/client.ts';
import { charsetOf } from './decode-text.ts';

type Answered = {
  /** After redirects: what the document's relative addresses are relative to. */
  url: string;
  /** How long the publisher says that this answer holds; null when it does not say. */
  freshForMs: number | null;
};

export type FetchedDocument =
  | (Answered & { status: 'unchanged' })
  | (Answered & {
      status: 'fetched';
      bytes: Uint8Array;
      contentType: string | null;
      charset: string | null;
      /** The server's, or a digest of the body where it shows none; handed back at the next fetch. */
      etag: string | null;
      lastModified: string | null;
    });

type DocumentRequest = {
  url: string;
  etag: string | null;
  lastModified: string | null;
  token?: string | undefined;
  /** Whether Relais may read this host whatever its CORS headers say: a host permission, or a hub. */
  granted: boolean;
};

const digestMark = 'relais-digest:';
const accept =
  'application/feed+json, application/rss+xml, application/atom+xml, application/json;q=0.9, text/xml;q=0.8, */*;q=0.5';

/**
 * Fetches a source's document, or says that it did not change.
 *
 * Across origins, conditional headers ask for a preflight that most feed hosts refuse. So they are
 * sent only where access was granted; elsewhere `no-cache` makes the browser's own HTTP cache
 * revalidate, and what arrives is compared by its ETag, else (ETag is hidden across origins unless
 * the host exposes it) by a digest of the body.
 */
export async function fetchDocument(
  http: HttpClient,
  request: DocumentRequest,
  now: number = Date.now(),
): Promise<FetchedDocument> {
  const conditions = request.granted ? conditionsOf(request) : {};
  const isConditional = Object.keys(conditions).length > 0;
  const answer = await http.send({
    method: 'GET',
    url: request.url,
    headers: { accept, ...conditions },
    ...(request.token !== undefined && { token: request.token }),
    cache: isConditional ? 'no-store' : 'no-cache',
    ...(isConditional && { accepts: [304] }),
  });
  const answered = { url: answer.url, freshForMs: freshnessOf(answer.headers, now) };
  if (answer.status === 304) return { ...answered, status: 'unchanged' };
  const shownEtag = answer.headers.get('etag');
  const etag = shownEtag ?? digestMark + (await digestOf(answer.bytes));
  if (request.etag !== null && opaqueTag(etag) === opaqueTag(request.etag)) return { ...answered, status: 'unchanged' };
  const contentType = answer.headers.get('content-type');
  return {
    ...answered,
    status: 'fetched',
    bytes: answer.bytes,
    contentType,
    charset: charsetOf(contentType),
    etag,
    lastModified: answer.headers.get('last-modified'),
  };
}

function conditionsOf({ etag, lastModified }: DocumentRequest): Record<string, string> {
  return {
    ...(etag !== null && !etag.startsWith(digestMark) && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  };
}

/**
 * How long an answer is fresh (RFC 9111, section 4.2.1): `max-age`, else `Expires`. Both may be read
 * across origins; `Date` and `Age` only where access was granted.
 */
export function freshnessOf(headers: Headers, now: number): number | null {
  const control = headers.get('cache-control')?.toLowerCase() ?? '';
  if (/\bno-(?:store|cache)\b/.test(control)) return null;
  const age = Number(headers.get('age') ?? 0) || 0;
  const maxAge = /(?:^|[\s,])max-age="?(\d{1,10})/.exec(control)?.[1];
  if (maxAge !== undefined) return Math.max(0, Number(maxAge) - age) * 1000;
  const expires = Date.parse(headers.get('expires') ?? '');
  const date = Date.parse(headers.get('date') ?? '');
  // `Expires: 0` and other words mean already stale.
  return Number.isNaN(expires) ? null : Math.max(0, expires - (Number.isNaN(date) ? now : date));
}

/** Weak comparison (RFC 9110, section 8.8.3.2), which is all that "worth parsing again" asks. */
function opaqueTag(etag: string): string {
  return etag.replace(/^W\//, '');
}

async function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
