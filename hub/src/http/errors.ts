import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ErrorPayload } from '../../../lib/contract/error.ts';
import { type ErrorCode, RelaisError } from '../../../lib/domain/errors.ts';
import type { HubDeps, HubEnv } from './context.ts';

const statuses = {
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  invitation_invalid: 404,
  conflict: 409,
  invitation_used: 409,
  gone: 410,
  invitation_expired: 410,
  too_large: 413,
  rejected: 422,
  rate_limited: 429,
  server_error: 500,
} as const satisfies Partial<Record<ErrorCode, number>>;

export type HubErrorCode = keyof typeof statuses;
export type HubErrorStatus = (typeof statuses)[HubErrorCode];

export function refuse(code: HubErrorCode, message: string, options: { retryAfterMs?: number } = {}): RelaisError {
  return new RelaisError(code, message, options);
}

/** The one answer to anything thrown: its code and status, and a log line when the hub is at fault. */
export function answerError(error: Error, c: Context<HubEnv>, deps: HubDeps): Response {
  const known = translate(error);
  if (known === null) {
    deps.log({
      level: 'error',
      event: 'request_failed',
      requestId: c.get('requestId'),
      name: error.name,
      code: String((error as { code?: unknown }).code ?? ''),
      // A database's message repeats the value that it refused, which may be someone's text.
      message: 'severity' in error ? undefined : error.message,
      stack: error.stack
        ?.split('\n')
        .filter((line) => line.startsWith('    at '))
        .slice(0, 8)
        .join('\n'),
    });
  }
  const { code, message, retryAfterMs } = known ?? {
    code: 'server_error' as const,
    message: `The hub failed; its log has request ${c.get('requestId')}.`,
    retryAfterMs: undefined,
  };
  c.set('failure', code);
  if (retryAfterMs !== undefined) c.header('Retry-After', String(Math.max(1, Math.ceil(retryAfterMs / 1000))));
  if (code === 'not_signed_in') c.header('WWW-Authenticate', 'Bearer');
  c.header('Cache-Control', 'no-store');
  return c.json({ error: { code, message } } satisfies ErrorPayload, statuses[code]);
}

function translate(error: Error): { code: HubErrorCode; message: string; retryAfterMs: number | undefined } | null {
  if (error instanceof RelaisError && error.code in statuses) {
    return { code: error.code as HubErrorCode, message: error.message, retryAfterMs: error.retryAfterMs };
  }
  // Thrown by Hono's own validators: a body that is not JSON, of another type, or cut short.
  if (error instanceof HTTPException && error.status >= 400 && error.status < 500) {
    const code = error.status === 413 ? 'too_large' : 'rejected';
    return { code, message: error.message || 'The request could not be read.', retryAfterMs: undefined };
  }
  return null;
}
