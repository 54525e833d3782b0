import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { HubDeps, HubEnv } from './context.ts';
import { refuse } from './errors.ts';

const windowMs = 60_000;
/** Requests in a minute from one address: many colleagues may share the company's. */
export const addressLimit = 3_000;
/** Requests in a minute by one member: far above any use, below a script gone wild. */
export const memberLimit = 300;

/** A counter of this process only: it protects the process. What guards a secret is counted in the database. */
export function createCounter(limit: number, now: () => number): (key: string) => void {
  let counts = new Map<string, number>();
  let startedAt = 0;
  return (key) => {
    const at = now();
    if (at - startedAt >= windowMs) {
      counts = new Map();
      startedAt = at;
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > limit) {
      throw refuse('rate_limited', 'Too many requests; try again later.', {
        retryAfterMs: startedAt + windowMs - at,
      });
    }
  };
}

export function limitByAddress(deps: HubDeps): MiddlewareHandler<HubEnv> {
  const count = createCounter(addressLimit, deps.now);
  return createMiddleware<HubEnv>(async (c, next) => {
    count(callerAddress(c));
    await next();
  });
}

/** Whether a visit from an address may still be counted in this minute; those beyond are no people. */
export function createVisitLimit(now: () => number): (address: string) => boolean {
  const count = createCounter(addressLimit, now);
  return (address) => {
    try {
      count(address);
      return true;
    } catch {
      // Over the limit: whoever it is goes on to the page all the same.
      return false;
    }
  };
}

/**
 * The caller's address. `X-Forwarded-For` counts only when the connection comes from a private
 * address, where a reverse proxy sits, and then only its last entry, which that proxy wrote.
 */
export function callerAddress(c: Context<HubEnv>): string {
  const peer = c.env?.incoming?.socket?.remoteAddress ?? 'unknown';
  const forwarded = c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim();
  return isPrivate(peer) && forwarded ? forwarded.slice(0, 64) : peer;
}

function isPrivate(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/i.test(plain);
}
