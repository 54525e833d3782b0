import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { HubEnv } from './context.ts';

/** Answers JSON with a strong ETag, or 304 when the caller already has it. */
export function answerCached(
  c: Context<HubEnv>,
  payload: unknown,
  contentType: string,
  cacheControl: string,
): Response {
  const body = JSON.stringify(payload);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = { ETag: etag, 'Cache-Control': cacheControl, Vary: 'Accept-Language' };
  if (matches(c.req.header('If-None-Match'), etag)) return c.body(null, 304, headers);
  return c.body(body, 200, { ...headers, 'Content-Type': contentType });
}

/** Weak comparison (RFC 9110, 13.1.2): a proxy that compressed the answer may have weakened the tag. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
