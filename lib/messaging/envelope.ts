import type { ErrorCode } from '../domain/errors.ts';

/** The shape of a message and of its answer. Kept apart from the schemas, which only the receiver loads. */
export type Envelope = { relais: string; input: unknown };
export type Answer =
  | { ok: true; value: unknown }
  | { ok: false; error: { code: ErrorCode; message: string; retryAfterMs?: number; origin?: string } };
