import { z } from 'zod';
import { RelaisError } from '../../../domain/errors.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from '../../http/client.ts';
import { jsonOf, refusalOf, refusals } from '../errors.ts';

/** What the AT Protocol answers where it refuses (https://atproto.com/specs/xrpc): a name, and words for developers. */
const errorPayload = z.object({ error: z.string(), message: z.string().default('') });

export type XrpcRequest = Pick<HttpRequest, 'token' | 'body' | 'content'> & {
  method: 'GET' | 'POST';
  server: string;
  name: string;
  query?: Record<string, string>;
};

/** A refusal by its own name, for those who know what it means to them. */
export class XrpcRefusal extends RelaisError {
  override name = 'XrpcRefusal';
  readonly error: string;

  constructor(error: string, cause: RelaisError) {
    super(codeOfRefusal(error, cause), cause.message, {
      ...(cause.retryAfterMs !== undefined && { retryAfterMs: cause.retryAfterMs }),
    });
    this.error = error;
  }
}

export type Xrpc = ReturnType<typeof createXrpc>;

export function createXrpc({ http, now }: { http: HttpClient; now: () => number }) {
  /** Calls a method of a server, and checks its answer. @throws XrpcRefusal, or a `RelaisError` of the way there. */
  return async function call<Schema extends z.ZodType>(
    { server, name, query, ...request }: XrpcRequest,
    schema: Schema,
  ): Promise<z.output<Schema>> {
    const search = query === undefined ? '' : `?${new URLSearchParams(query)}`;
    const url = `${server}/xrpc/${name}${search}`;
    const answer = await http.send({ ...request, url, cache: 'no-store', accepts: refusals });
    if (answer.status >= 400) throw readRefusal(answer, now());
    const parsed = schema.safeParse(answer.bytes.byteLength === 0 ? {} : jsonOf(answer));
    if (parsed.success) return parsed.data;
    throw new RelaisError('unexpected_answer', `${url} answered another schema`, { cause: parsed.error });
  };
}

function readRefusal(answer: HttpAnswer, now: number): RelaisError {
  const said = errorPayload.safeParse(jsonOf(answer));
  // A refusal in other words than the protocol's comes from no server of it.
  if (!said.success) return refusalOf(answer, '', now);
  const { error, message } = said.data;
  return new XrpcRefusal(error, refusalOf(answer, `${error}: ${message}`, now));
}

function codeOfRefusal(error: string, { code, message }: RelaisError): RelaisError['code'] {
  if (error === 'AuthenticationRequired') return 'sign_in_refused';
  if (error === 'AuthFactorTokenRequired') return 'app_password_needed';
  if (error === 'ExpiredToken' || error === 'InvalidToken' || error === 'AuthMissing') return 'not_signed_in';
  if (error === 'AccountTakedown' || error === 'AccountDeactivated') return 'forbidden';
  if (error === 'BlobTooLarge' || error === 'InvalidMimeType') return 'picture_refused';
  if (error === 'RecordNotFound') return 'not_found';
  if (error === 'RateLimitExceeded') return 'rate_limited';
  if (/(grapheme|string) too big/i.test(message)) return 'text_too_long';
  if (/blob|mime|thumb|image/i.test(message) && code === 'rejected') return 'picture_refused';
  return code;
}
