import type { ErrorCode } from './errors.ts';

const firstDelayMs = 30_000;
const longestDelayMs = 6 * 3_600_000;
/** A server may ask for patience, not for oblivion. */
const longestRetryAfterMs = 24 * 3_600_000;

/**
 * How long to wait after a send that failed: anywhere between 30 s and a ceiling that doubles with
 * each attempt up to 6 h, so that browsers that failed together do not come back together. What the
 * other side asked for is a minimum.
 *
 * @param attempts sends begun so far, 1 after the first
 * @param random from 0 to 1
 */
export function retryDelayMs(attempts: number, random: number, retryAfterMs?: number): number {
  const ceilingMs = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.max(1, attempts));
  const delayMs = firstDelayMs + random * (ceilingMs - firstDelayMs);
  const askedMs = retryAfterMs !== undefined && retryAfterMs > 0 ? Math.min(retryAfterMs, longestRetryAfterMs) : 0;
  return Math.round(askedMs > delayMs ? askedMs + random * firstDelayMs : delayMs);
}

/** Whether trying again by itself may help; otherwise someone has to do something first. */
export function isRetriable(code: ErrorCode): boolean {
  return retriable.has(code);
}

const retriable: ReadonlySet<ErrorCode> = new Set([
  'conflict',
  'network_unreachable',
  'rate_limited',
  'server_error',
  'timed_out',
  'unexpected_answer',
  'unknown',
]);
