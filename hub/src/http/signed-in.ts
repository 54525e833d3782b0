import type { MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { findSignedIn } from '../db/queries/devices.ts';
import { hashSecret } from '../secrets.ts';
import type { HubDeps, HubEnv } from './context.ts';
import { refuse } from './errors.ts';
import { createCounter, memberLimit } from './limits.ts';

/** Lets a request through with `c.get('member')`, by its bearer token. */
export function signedIn(deps: HubDeps): MiddlewareHandler<HubEnv> {
  const count = createCounter(memberLimit, deps.now);
  return createMiddleware<HubEnv>(async (c, next) => {
    const token = /^Bearer ([A-Za-z0-9_-]{20,200})$/i.exec(c.req.header('Authorization') ?? '')?.[1];
    const member = token === undefined ? null : await findSignedIn(deps.db, hashSecret(token));
    if (member === null) throw refuse('not_signed_in', 'No valid token came with the request.');
    count(member.id);
    c.set('member', member);
    await next();
  });
}

export const bearer = [{ bearer: [] }];
