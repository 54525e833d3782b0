import ky, { isKyError } from 'ky';
import type { z } from 'zod';
import { errorPayload } from '../../contract/error.ts';
import { type ErrorCode, RelaisError } from '../../domain/errors.ts';

/**
 * The one place that touches the network. Everything that can go wrong out there leaves as a
 * `RelaisError`, and nothing of ky does. Repeating is the callers' business: the outbox and the
 * poller know what was promised to whom, so ky's own retries are off.
 */
export type HttpRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  /** Sent as `Authorization: Bearer`; fetch drops it when a redirect leaves the origin. */
  token?: string;
  /** JSON, already written: what the privacy panel shows is what leaves. '' sends no body. */
  body?: string;
  /** Something else than JSON, which says itself what it is: a file, a form. */
  content?: Blob | FormData | URLSearchParams;
  cache?: RequestCache;
  /** Statuses besides 2xx that are an answer and not a failure. */
  accepts?: readonly number[];
  /**
   * `refuse` takes a redirect for a failure: a browser says where one leads only after it went there, so
   * whoever must not ask a third host follows none.
   */
  redirect?: 'follow' | 'refuse';
  /** Less than `bodyLimitBytes`, for what is known to be small. */
  limitBytes?: number;
  /** A hub speaks `{error: {code, message}}`; anybody else's code is not believed. */
  speaksRelais?: boolean;
};

export type HttpAnswer = {
  status: number;
  /** After redirects. */
  url: string;
  headers: Headers;
  bytes: Uint8Array;
};

export type HttpClient = ReturnType<typeof createHttpClient>;

export const bodyLimitBytes = 20 * 1024 * 1024;
/** What is read of a refusal, which only has to hold a code and a sentence. */
const refusalLimitBytes = 64 * 1024;
const defaultTimeoutMs = 20_000;

type HttpClientDeps = {
  fetch: typeof fetch;
  now?: () => number;
  /** For the whole exchange: a server that drips one byte a second does not hold a poll forever. */
  timeoutMs?: number;
};

export function createHttpClient(deps: HttpClientDeps) {
  // Called without a receiver: a browser's fetch refuses any other than its own global.
  const { fetch, now = Date.now } = deps;
  const timeoutMs = deps.timeoutMs ?? defaultTimeoutMs;

  /** Sends one request. Throws a `RelaisError` for everything but a 2xx (or accepted) answer read to its end. */
  async function send(request: HttpRequest): Promise<HttpAnswer> {
    assertWebAddress(request.url, 'invalid_address');
    const signal = AbortSignal.timeout(timeoutMs);
    let answered = false;
    try {
      const response = await ky(request.url, {
        method: request.method,
        headers: {
          ...request.headers,
          ...(request.token !== undefined && { authorization: `Bearer ${request.token}` }),
          ...(request.body ? { 'content-type': 'application/json' } : {}),
        },
        ...(request.body ? { body: request.body } : {}),
        ...(request.content !== undefined && { body: request.content }),
        ...(request.cache !== undefined && { cache: request.cache }),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: request.redirect === 'refuse' ? 'manual' : 'follow',
        signal,
        fetch: (input, init) => fetch(input, init),
        retry: 0,
        timeout: false,
        throwHttpErrors: false,
      });
      answered = true;
      if (response.url !== '') assertWebAddress(response.url, 'unexpected_answer');
      if (!response.ok && !request.accepts?.includes(response.status)) throw await refusal(response, request);
      const bytes = await readBody(response, request.limitBytes ?? bodyLimitBytes);
      return { status: response.status, url: response.url || request.url, headers: response.headers, bytes };
    } catch (error) {
      throw translate(error, request, { signal, answered });
    }
  }

  /** Sends one request and checks its JSON answer; anything else is `unexpected_answer`. */
  async function sendForJson<Schema extends z.ZodType>(
    request: HttpRequest,
    schema: Schema,
  ): Promise<z.output<Schema>> {
    const answer = await send({ ...request, headers: { accept: 'application/json', ...request.headers } });
    const parsed = schema.safeParse(parseJson(answer.bytes));
    if (parsed.success) return parsed.data;
    throw new RelaisError('unexpected_answer', `${request.method} ${answer.url} answered another schema`, {
      cause: parsed.error,
    });
  }

  /** Sends one request whose answer says nothing more; a sign-in page that answers 200 is not a yes. */
  async function sendForNothing(request: HttpRequest): Promise<void> {
    const answer = await send({ ...request, headers: { accept: 'application/json', ...request.headers } });
    if (answer.bytes.byteLength === 0 || parseJson(answer.bytes) !== undefined) return;
    throw new RelaisError('unexpected_answer', `${request.method} ${answer.url} answered something else than JSON`);
  }

  /**
   * Whether anybody answers at an address. An answer that may not be read is one, which tells a refused
   * cross-origin read from a dead host: `fetch` says the same of both.
   */
  async function isAnswering(url: string): Promise<boolean> {
    assertWebAddress(url, 'invalid_address');
    try {
      await fetch(url, {
        method: 'HEAD',
        mode: 'no-cors',
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return true;
    } catch {
      return false; // No route, no certificate, no word: nobody is there.
    }
  }

  async function refusal(response: Response, request: HttpRequest): Promise<RelaisError> {
    const { status } = response;
    const retryAfterMs = readRetryAfter(response.headers.get('retry-after'), now());
    const said = request.speaksRelais ? await readWireError(response) : null;
    if (said === null) await response.body?.cancel().catch(() => undefined);
    const message = said?.message ?? `${request.method} ${request.url} answered ${status}`;
    return new RelaisError(said?.code ?? codeOfStatus(status), message, {
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    });
  }

  return { send, sendForJson, sendForNothing, isAnswering };
}

const codesOfStatus: Record<number, ErrorCode> = {
  400: 'rejected',
  401: 'not_signed_in',
  403: 'forbidden',
  404: 'not_found',
  408: 'timed_out',
  409: 'conflict',
  410: 'gone',
  413: 'too_large',
  422: 'rejected',
  429: 'rate_limited',
};

export function codeOfStatus(status: number): ErrorCode {
  return codesOfStatus[status] ?? (status >= 500 ? 'server_error' : 'unexpected_answer');
}

/** Codes that describe this browser and that no server can know. */
const localCodes: ReadonlySet<ErrorCode> = new Set([
  'background_unreachable',
  'clipboard_refused',
  'database_newer',
  'host_access_needed',
  'network_unreachable',
  'page_not_spottable',
  'storage_full',
  'unknown',
]);

async function readWireError(response: Response): Promise<{ code: ErrorCode; message: string } | null> {
  try {
    const parsed = errorPayload.safeParse(parseJson(await readBody(response, refusalLimitBytes)));
    return parsed.success && !localCodes.has(parsed.data.error.code) ? parsed.data.error : null;
  } catch {
    // The status was read; a refusal whose body is cut or huge still says what it says.
    return null;
  }
}

/** Undefined for what is no JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Not JSON: no schema accepts `undefined`, so the caller sees another answer than expected.
    return undefined;
  }
}

/** Reads a body as it comes, so that an endless one costs `limitBytes` and no more. */
async function readBody(response: Response, limitBytes: number): Promise<Uint8Array> {
  const tooLarge = () => new RelaisError('too_large', `${response.url} is larger than ${limitBytes} bytes`);
  const { body } = response;
  if (body === null) return new Uint8Array();
  if (Number(response.headers.get('content-length')) > limitBytes) {
    await body.cancel();
    throw tooLarge();
  }
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > limitBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** `Retry-After` in milliseconds, from its two forms (RFC 9110, section 10.2.3). */
export function readRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null || value.trim() === '') return undefined;
  const seconds = Number(value);
  const delayMs = Number.isNaN(seconds) ? Date.parse(value) - now : seconds * 1000;
  return Number.isFinite(delayMs) ? Math.max(0, delayMs) : undefined;
}

function assertWebAddress(url: string, code: ErrorCode): void {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol !== 'https:' && protocol !== 'http:') throw new RelaisError(code, `not a web address: ${url}`);
}

type Exchange = { signal: AbortSignal; answered: boolean };

function translate(error: unknown, request: HttpRequest, { signal, answered }: Exchange): RelaisError {
  if (error instanceof RelaisError) return error;
  const what = `${request.method} ${request.url}`;
  if (signal.aborted) return new RelaisError('timed_out', `${what} took too long`, { cause: error });
  // fetch says TypeError for everything below HTTP: no route, no certificate, no CORS, a cut body.
  const isNetwork = error instanceof TypeError || isKyError(error);
  // Who began to answer was reached, and may be read: what broke is on the other side.
  if (isNetwork && answered) return new RelaisError('server_error', `${what} broke off`, { cause: error });
  return new RelaisError(isNetwork ? 'network_unreachable' : 'unknown', `${what} failed`, { cause: error });
}
