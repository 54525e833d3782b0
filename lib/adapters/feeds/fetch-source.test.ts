import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type TestServer } from '../../../tests/helpers/serve.ts';
import { createHttpClient } from '../http/client.ts';
import { fetchDocument, freshnessOf } from './fetch-source.ts';

let server: TestServer;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

const http = createHttpClient({ fetch });
const first = { etag: null, lastModified: null, granted: false };

function answerWith(body: string, headers: Record<string, string> = {}): void {
  server.answerWith((request, response) => {
    const isKnown = headers.etag !== undefined && request.headers['if-none-match'] === headers.etag;
    response.writeHead(isKnown ? 304 : 200, headers).end(isKnown ? '' : body);
  });
}

describe('fetchDocument', () => {
  it('hands over a document with what the next fetch needs', async () => {
    answerWith('<rss/>', {
      etag: '"v1"',
      'last-modified': 'Wed, 01 May 2024 10:00:00 GMT',
      'content-type': 'text/xml; charset=ISO-8859-1',
    });
    expect(await fetchDocument(http, { ...first, url: `${server.url}/feed` })).toMatchObject({
      status: 'fetched',
      url: `${server.url}/feed`,
      bytes: new TextEncoder().encode('<rss/>'),
      contentType: 'text/xml; charset=ISO-8859-1',
      charset: 'ISO-8859-1',
      etag: '"v1"',
      lastModified: 'Wed, 01 May 2024 10:00:00 GMT',
    });
  });

  it('asks conditionally where it may, and believes 304', async () => {
    answerWith('<rss/>', { etag: '"v1"' });
    const known = { url: server.url, etag: '"v1"', lastModified: 'Wed, 01 May 2024 10:00:00 GMT', granted: true };
    expect(await fetchDocument(http, known)).toMatchObject({ status: 'unchanged' });
    expect(server.received[0]?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': known.lastModified,
    });
  });

  it('sends no header that asks for a preflight where access was not granted', async () => {
    answerWith('<rss/>', { etag: 'W/"v1"' });
    const known = { url: server.url, etag: '"v1"', lastModified: 'Wed, 01 May 2024 10:00:00 GMT', granted: false };
    expect(await fetchDocument(http, known)).toMatchObject({ status: 'unchanged' });
    expect(server.received[0]?.headers['if-none-match']).toBeUndefined();
    expect(server.received[0]?.headers['if-modified-since']).toBeUndefined();
  });

  it('goes by a digest of the body where the ETag is missing or hidden', async () => {
    answerWith('<rss>1</rss>');
    const fetched = await fetchDocument(http, { ...first, url: server.url });
    if (fetched.status !== 'fetched') throw new Error('a first fetch cannot be unchanged');
    const again = { url: server.url, etag: fetched.etag, lastModified: null, granted: true };
    expect(await fetchDocument(http, again)).toMatchObject({ status: 'unchanged' });
    expect(server.received[1]?.headers['if-none-match']).toBeUndefined();
    answerWith('<rss>2</rss>');
    expect(await fetchDocument(http, again)).toMatchObject({ status: 'fetched' });
  });

  it('says where a redirect led', async () => {
    server.answerWith((request, response) => {
      if (request.path === '/old') response.writeHead(301, { location: '/new/feed' }).end();
      else response.end('<rss/>');
    });
    expect(await fetchDocument(http, { ...first, url: `${server.url}/old` })).toMatchObject({
      url: `${server.url}/new/feed`,
    });
  });

  it('reads a hub with the token', async () => {
    answerWith('{}');
    await fetchDocument(http, { ...first, url: server.url, token: 'secret', granted: true });
    expect(server.received[0]?.headers.authorization).toBe('Bearer secret');
  });

  it.each([
    [401, 'not_signed_in'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [410, 'gone'],
    [429, 'rate_limited'],
    [500, 'server_error'],
  ])('says what %i means', async (status, code) => {
    server.answerWith((_, response) => response.writeHead(status).end('<html>'));
    await expect(fetchDocument(http, { ...first, url: server.url })).rejects.toMatchObject({ code });
  });

  it('does not take a 304 that it did not ask for', async () => {
    server.answerWith((_, response) => response.writeHead(304).end());
    await expect(fetchDocument(http, { ...first, url: server.url })).rejects.toMatchObject({
      code: 'unexpected_answer',
    });
  });
});

describe('freshnessOf', () => {
  const now = Date.UTC(2026, 10, 22, 12);
  it.each([
    [{ 'cache-control': 'max-age=3600' }, 3_600_000],
    [{ 'cache-control': 'public, s-maxage=10, Max-Age="7200"' }, 7_200_000],
    [{ 'cache-control': 'max-age=3600', age: '600' }, 3_000_000],
    [{ 'cache-control': 'max-age=60', age: '600' }, 0],
    [{ 'cache-control': 'max-age=3600', expires: 'Sun, 22 Nov 2026 12:00:10 GMT' }, 3_600_000],
    [{ 'cache-control': 's-maxage=600' }, null],
    [{ 'cache-control': 'no-cache, max-age=3600' }, null],
    [{ expires: 'Sun, 22 Nov 2026 13:00:00 GMT' }, 3_600_000],
    [{ expires: 'Sun, 22 Nov 2026 13:00:00 GMT', date: 'Sun, 22 Nov 2026 12:30:00 GMT' }, 1_800_000],
    [{ expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
    [{ expires: 'soon' }, null],
    [{}, null],
  ])('reads %o', (headers, expected) => {
    expect(freshnessOf(new Headers(headers as Record<string, string>), now)).toBe(expected);
  });
});
