/**
 * Every way Relais fails that someone will read. Each code has a sentence with a next step in the
 * locales (`error_<code>`), and travels unchanged between the hub, the background and the pages.
 */
export const errorCodes = [
  'address_internal',
  'already_connected',
  'app_password_needed',
  'background_unreachable',
  'check_blocked',
  'check_warned',
  'clipboard_refused',
  'composer_blocked',
  'conflict',
  'database_newer',
  'feed_damaged',
  'forbidden',
  'gone',
  'host_access_needed',
  'instance_needed',
  'invalid_address',
  'invitation_expired',
  'invitation_invalid',
  'invitation_used',
  'message_forbidden',
  'message_malformed',
  'network_unreachable',
  'network_withdrawn',
  'not_a_feed',
  'not_a_journal',
  'not_found',
  'not_mastodon',
  'not_signed_in',
  'page_not_spottable',
  'picture_refused',
  'post_unsure',
  'post_waiting',
  'rate_limited',
  'rejected',
  'server_error',
  'sign_in_refused',
  'storage_full',
  'text_too_long',
  'timed_out',
  'too_large',
  'under_embargo',
  'unexpected_answer',
  'unknown',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && (errorCodes as readonly string[]).includes(value);
}

/** The outside failed. `message` is English for developers; people read `error_<code>` from the locale. */
export class RelaisError extends Error {
  override name = 'RelaisError';
  readonly code: ErrorCode;
  /** How long the other side asked to be left alone, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** The origin Relais may not read yet, with `host_access_needed`. */
  readonly origin: string | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; retryAfterMs?: number; origin?: string } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryAfterMs = options.retryAfterMs;
    this.origin = options.origin;
  }
}

/** The code of anything thrown. `instanceof` does not survive a context boundary, so the field is read. */
export function codeOf(error: unknown): ErrorCode {
  const code = (error as { code?: unknown } | null)?.code;
  return isErrorCode(code) ? code : 'unknown';
}
