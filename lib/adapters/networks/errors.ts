import { RelaisError } from '../../domain/errors.ts';
import { codeOfStatus, type HttpAnswer, parseJson, readRetryAfter } from '../http/client.ts';

/** Statuses whose body says more than their number: each client reads it by its network's own words. */
export const refusals = [400, 401, 403, 404, 413, 422, 429] as const;

/**
 * When a network that counts requests wants to be asked again, in milliseconds from now: `ratelimit-reset` is
 * in seconds since 1970 on Bluesky, `X-RateLimit-Reset` an instant on Mastodon. A browser hides either from
 * who was not allowed to read it.
 */
export function readReset(headers: Headers, now: number): number | undefined {
  const said = headers.get('ratelimit-reset') ?? headers.get('x-ratelimit-reset');
  const seconds = Number(said);
  const at =
    said === null || said.trim() === '' ? Number.NaN : Number.isNaN(seconds) ? Date.parse(said) : seconds * 1000;
  const waits = [at - now, readRetryAfter(headers.get('retry-after'), now)].filter(
    (wait): wait is number => wait !== undefined && Number.isFinite(wait),
  );
  return waits.length === 0 ? undefined : Math.max(0, ...waits);
}

/** A refusal of which its network's client knows nothing better to say. */
export function refusalOf(answer: HttpAnswer, said: string, now: number): RelaisError {
  const retryAfterMs = answer.status === 429 ? readReset(answer.headers, now) : undefined;
  return new RelaisError(codeOfStatus(answer.status), `${answer.url} answered ${answer.status} ${said}`, {
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

/** The JSON of an answer, whatever it is. */
export function jsonOf(answer: HttpAnswer): unknown {
  return parseJson(answer.bytes);
}
