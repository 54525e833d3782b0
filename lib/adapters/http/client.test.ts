import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { serve, type TestServer } from '../../../tests/helpers/serve.ts';
import { RelaisError } from '../../domain/errors.ts';
import { bodyLimitBytes, createHttpClient, type HttpRequest } from './client.ts';

let server: TestServer;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

const now = Date.UTC(2024, 4, 1, 10, 0, 0);
const client = createHttpClient({ fetch, now: () => now });

function answerWith(status: number, headers: Record<string, string>, body: string | Buffer = ''): void {
  server.answerWith((_, response) => response.writeHead(status, headers).end(body));
}

async function failureOf(work: Promise<unknown>): Promise<RelaisError> {
  const error = await work.then(
    (value) => new Error(`answered ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(RelaisError);
  return error as RelaisError;
}

function get(path = '/', more: Partial<HttpRequest> = {}) {
  return client.send({ method: 'GET', url: server.url + path, ...more });
}

describe('createHttpClient', () => {
  it.each([
    [400, 'rejected'],
    [401, 'not_signed_in'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [405, 'unexpected_answer'],
    [409, 'conflict'],
    [410, 'gone'],
    [413, 'too_large'],
    [422, 'rejected'],
    [429, 'rate_limited'],
    [500, 'server_error'],
    [503, 'server_error'],
    [304, 'unexpected_answer'],
  ])('calls %i %s', async (status, code) => {
    answerWith(status, {});
    expect((await failureOf(get())).code).toBe(code);
    expect(server.received).toHaveLength(1);
  });

  it.each([
    ['120', 120_000],
    ['Wed, 01 May 2024 10:00:30 GMT', 30_000],
    ['Wed, 01 May 2024 09:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
  ])('reads how long to wait from Retry-After: %s', async (retryAfter, retryAfterMs) => {
    answerWith(429, { 'retry-after': retryAfter });
    expect((await failureOf(get())).retryAfterMs).toBe(retryAfterMs);
  });

  it('believes the code of a hub, and of nobody else', async () => {
    const body = JSON.stringify({ error: { code: 'invitation_used', message: 'used on Tuesday' } });
    answerWith(409, { 'content-type': 'application/json' }, body);
    expect(await failureOf(get('/', { speaksRelais: true }))).toMatchObject({
      code: 'invitation_used',
      message: 'used on Tuesday',
    });
    expect((await failureOf(get())).code).toBe('conflict');
  });

  it.each([
    ['an unknown code', '{"error":{"code":"on_fire","message":"x"}}'],
    ['a code about this browser', '{"error":{"code":"storage_full","message":"x"}}'],
    ['HTML', '<h1>Bad gateway</h1>'],
    ['nothing', ''],
    ['a refusal without end', 'x'.repeat(200_000)],
  ])('goes by the status when a hub answers %s', async (_, body) => {
    answerWith(403, { 'content-type': 'application/json' }, body);
    expect((await failureOf(get('/', { speaksRelais: true }))).code).toBe('forbidden');
  });

  it('calls a closed socket and a refused connection network_unreachable', async () => {
    server.answerWith((_, response) => response.destroy());
    expect((await failureOf(get())).code).toBe('network_unreachable');
    const gone = await serve();
    await gone.close();
    expect((await failureOf(client.send({ method: 'GET', url: gone.url }))).code).toBe('network_unreachable');
  });

  it('does not blame the network, or ask for a permission, when an answer breaks off', async () => {
    server.answerWith((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    });
    expect((await failureOf(get())).code).toBe('server_error');
  });

  it('tells a host that answers, whatever it says, from one that does not', async () => {
    answerWith(403, {}, 'not for you');
    expect(await client.isAnswering(server.url)).toBe(true);
    server.answerWith((_, response) => response.destroy());
    expect(await client.isAnswering(server.url)).toBe(false);
  });

  it('stops waiting for an answer that does not come, and for a body that does not end', async () => {
    const hasty = createHttpClient({ fetch, timeoutMs: 100 });
    server.answerWith(() => undefined);
    expect((await failureOf(hasty.send({ method: 'GET', url: server.url }))).code).toBe('timed_out');
    server.answerWith((_, response) => response.writeHead(200).write('a'));
    expect((await failureOf(hasty.send({ method: 'GET', url: server.url }))).code).toBe('timed_out');
  });

  it('reads up to 20 MB, and no more of what has no end', async () => {
    answerWith(200, { 'content-length': String(bodyLimitBytes + 1) }, '');
    expect((await failureOf(get())).code).toBe('too_large');
    const chunk = Buffer.alloc(1024 * 1024);
    let sent = 0;
    server.answerWith((_, response) => pour(response));
    function pour(response: ServerResponse): void {
      // As fast as the reader takes it, until the reader hangs up.
      while (!response.destroyed && sent < 200) {
        sent += 1;
        if (!response.write(chunk)) {
          response.once('drain', () => pour(response));
          return;
        }
      }
    }
    expect((await failureOf(get())).code).toBe('too_large');
    expect(sent).toBeLessThan(100);
  });

  it('follows redirects, says where it arrived, and leaves the token behind at another origin', async () => {
    const other = await serve();
    other.answerWith((_, response) => response.end('there'));
    server.answerWith((request, response) => {
      response.writeHead(302, { location: request.path === '/out' ? `${other.url}/landing` : '/in' }).end(request.path);
    });
    const answer = await get('/out', { token: 'secret' });
    expect(answer).toMatchObject({ status: 200, url: `${other.url}/landing` });
    expect(server.received[0]?.headers.authorization).toBe('Bearer secret');
    expect(other.received[0]?.headers.authorization).toBeUndefined();
    await other.close();
  });

  it('goes nowhere else when redirects are refused', async () => {
    const other = await serve();
    answerWith(302, { location: `${other.url}/pixel.png` });
    expect((await failureOf(get('/', { redirect: 'refuse' }))).code).toBe('unexpected_answer');
    expect(other.received).toEqual([]);
    await other.close();
  });

  it('reads no more than it was asked to', async () => {
    answerWith(200, {}, 'x'.repeat(2000));
    expect((await failureOf(get('/', { limitBytes: 1999 }))).code).toBe('too_large');
    expect((await get('/', { limitBytes: 2000 })).bytes.byteLength).toBe(2000);
  });

  it.each(['file:///etc/passwd', 'javascript:alert(1)', 'ftp://127.0.0.1/x', 'not an address', ''])(
    'refuses to fetch %s',
    async (url) => {
      expect((await failureOf(client.send({ method: 'GET', url }))).code).toBe('invalid_address');
    },
  );

  it.each(['file:///etc/passwd', 'data:text/plain,x', 'javascript:1'])('never follows to %s', async (location) => {
    answerWith(302, { location });
    expect((await failureOf(get())).code).toBe('network_unreachable');
  });

  it('calls fetch as browsers insist: without a receiver', async () => {
    answerWith(200, {}, 'yes');
    const picky = createHttpClient({
      fetch(this: unknown, input, init) {
        if (this !== undefined) throw new TypeError('Illegal invocation');
        return fetch(input, init);
      },
    });
    expect((await picky.send({ method: 'GET', url: server.url })).status).toBe(200);
  });

  it('answers a status that was asked for', async () => {
    answerWith(304, {});
    expect(await get('/', { accepts: [304] })).toMatchObject({ status: 304, bytes: new Uint8Array() });
  });

  it('sends a body as it was written, and none where there is none', async () => {
    answerWith(204, {});
    await client.sendForNothing({ method: 'POST', url: server.url, body: '{"a": 1}' });
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      body: '{"a": 1}',
      headers: { 'content-type': 'application/json' },
    });
    await client.sendForNothing({ method: 'DELETE', url: server.url, body: '' });
    expect(server.received[1]?.headers['content-type']).toBeUndefined();
  });

  it.each([
    ['HTML with 200', '<!doctype html><title>Sign in</title>'],
    ['cut JSON', '{"ok":tr'],
    ['another schema', '{"ok":"yes"}'],
    ['nothing', ''],
  ])('calls %s where JSON was due unexpected_answer', async (_, body) => {
    answerWith(200, { 'content-type': 'application/json' }, body);
    const work = client.sendForJson({ method: 'GET', url: server.url }, z.object({ ok: z.boolean() }));
    expect((await failureOf(work)).code).toBe('unexpected_answer');
  });

  it('takes no sign-in page for a yes', async () => {
    answerWith(200, { 'content-type': 'text/html' }, '<h1>Sign in</h1>');
    const work = client.sendForNothing({ method: 'POST', url: server.url, body: '{}' });
    expect((await failureOf(work)).code).toBe('unexpected_answer');
  });

  it('answers what the schema made of the JSON', async () => {
    answerWith(200, { 'content-type': 'application/json' }, '{"count":"3","more":1}');
    const schema = z.object({ count: z.coerce.number() });
    expect(await client.sendForJson({ method: 'GET', url: server.url }, schema)).toEqual({ count: 3 });
  });
});
