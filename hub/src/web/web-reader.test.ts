import { createServer, type RequestListener, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { codeOf } from '../../../lib/domain/errors.ts';
import { isPublicAddress } from './public-address.ts';
import { createWebReader, type WebReader } from './web-reader.ts';

let servers: Server[] = [];
afterEach(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  servers = [];
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const limits = { maxBytes: 10_000, timeoutMs: 5_000 };
const trusting = createWebReader({ mayReach: () => true });
const careful = createWebReader({ mayReach: isPublicAddress });

async function refusal(reader: WebReader, url: string, changes: Partial<typeof limits> = {}): Promise<string> {
  const error = await reader({ url, ...limits, ...changes }).then(
    (answer) => `answered ${answer.status}`,
    (thrown: unknown) => thrown,
  );
  return typeof error === 'string' ? error : codeOf(error);
}

describe('createWebReader', () => {
  it('reads a document, and tells where it was in the end', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
      else
        response
          .writeHead(200, { etag: '"1"', 'content-encoding': 'gzip' })
          .end(gzipSync(String(request.headers['if-none-match'])));
    });
    const answer = await trusting({
      url: `http://127.0.0.1:${port}/old`,
      headers: { 'if-none-match': '"0"' },
      ...limits,
    });
    expect(answer).toMatchObject({
      status: 200,
      url: `http://127.0.0.1:${port}/new`,
      movedTo: `http://127.0.0.1:${port}/new`,
    });
    expect(answer.header('etag')).toBe('"1"');
    expect(Buffer.from(answer.bytes).toString()).toBe('"0"');
  });

  it.each([
    ['302, which is for now', [302], null],
    ['301 then 302', [301, 302], '/1'],
    ['308 twice', [308, 308], '/2'],
  ])('remembers a move for good only: %s', async (_, statuses, movedTo) => {
    const port = await serve((request, response) => {
      const hop = Number(request.url?.slice(1));
      const status = statuses[hop];
      if (status === undefined) response.end('here');
      else response.writeHead(status, { location: `/${hop + 1}` }).end();
    });
    const answer = await trusting({ url: `http://127.0.0.1:${port}/0`, ...limits });
    expect(answer.movedTo).toBe(movedTo === null ? null : `http://127.0.0.1:${port}${movedTo}`);
  });

  it('follows three redirects, and no more', async () => {
    const port = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end('here');
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    });
    expect((await trusting({ url: `http://127.0.0.1:${port}/3`, ...limits })).status).toBe(200);
    expect(await refusal(trusting, `http://127.0.0.1:${port}/4`)).toBe('unexpected_answer');
  });

  it.each([
    'http://127.0.0.1',
    'http://localhost',
    'http://2130706433',
    'http://0x7f.1',
    'http://0',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:7f00:1]',
  ])('never reaches this machine as %s', async (origin) => {
    let reached = 0;
    const port = await serve((_, response) => {
      reached += 1;
      response.end('secret');
    });
    expect(await refusal(careful, `${origin}:${port}/`)).toBe('address_internal');
    expect(reached).toBe(0);
  });

  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/',
    'http://10.0.0.1/',
    'http://100.64.0.1/',
  ])('refuses %s before connecting', async (url) =>
    expect(await refusal(careful, url, { timeoutMs: 300 })).toBe('address_internal'),
  );

  it.each(['http://127.0.0.2', 'http://inside.example'])(
    'refuses a redirect to %s, which is inside',
    async (target) => {
      // Of this machine's own addresses, one stands for the public internet and one for the inside.
      let reached = 0;
      const port = await serve((_, response) => {
        reached += 1;
        response.writeHead(302, { location: `${target}:${port}/` }).end();
      });
      const reader = createWebReader({
        mayReach: (address) => address === '127.0.0.1',
        resolve: async () => [{ address: '127.0.0.2', family: 4 }],
      });
      expect(await refusal(reader, `http://127.0.0.1:${port}/`)).toBe('address_internal');
      expect(reached).toBe(1);
    },
  );

  it('refuses a name when one of its addresses is private', async () => {
    const reader = createWebReader({
      mayReach: isPublicAddress,
      resolve: async () => [
        { address: '1.1.1.1', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
    });
    expect(await refusal(reader, 'http://both.example/')).toBe('address_internal');
  });

  it('asks for a name’s addresses once, and connects to what it checked', async () => {
    let asked = 0;
    const port = await serve((request, response) => response.end(request.headers.host));
    const reader = createWebReader({
      mayReach: () => true,
      resolve: async () => {
        asked += 1;
        return [{ address: asked === 1 ? '127.0.0.1' : '192.0.2.1', family: 4 }];
      },
    });
    const answer = await reader({ url: `http://rebinding.example:${port}/`, ...limits });
    expect(Buffer.from(answer.bytes).toString()).toBe(`rebinding.example:${port}`);
    expect(asked).toBe(1);
  });

  it.each(['file:///etc/passwd', 'ftp://example.org/', 'javascript:alert(1)', 'http://user:pass@example.org/', 'x'])(
    'is for the web only, not for %s',
    async (url) => expect(await refusal(trusting, url)).toBe('invalid_address'),
  );

  it('follows no redirect away from the web', async () => {
    const port = await serve((_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end());
    expect(await refusal(trusting, `http://127.0.0.1:${port}/`)).toBe('invalid_address');
  });

  it.each([
    ['announced', { 'content-length': '10001' }, Buffer.alloc(10_001)],
    ['streamed', {}, Buffer.alloc(10_001)],
    ['inflated', { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(5_000_000))],
  ])('stops at the limit when too much is %s', async (_, headers, body) => {
    const port = await serve((_request, response) => {
      response.writeHead(200, headers);
      response.end(body);
    });
    expect(await refusal(trusting, `http://127.0.0.1:${port}/`)).toBe('too_large');
  });

  it('does not wait for one that drips', async () => {
    const port = await serve((_, response) => {
      response.writeHead(200);
      response.write('a');
    });
    expect(await refusal(trusting, `http://127.0.0.1:${port}/`, { timeoutMs: 200 })).toBe('timed_out');
  });

  it.each([
    ['is cut short', { 'content-length': '100' }],
    ['is not the compression it says', { 'content-encoding': 'gzip' }],
  ])('says that a body that %s could not be read', async (_, headers) => {
    const port = await serve((_request, response) => {
      response.writeHead(200, headers);
      response.write('some bytes', () => response.destroy());
    });
    expect(await refusal(trusting, `http://127.0.0.1:${port}/`)).toBe('network_unreachable');
  });

  it('says that nobody is there', async () => {
    const port = await serve((_, response) => response.end());
    servers[0]?.close();
    expect(await refusal(trusting, `http://127.0.0.1:${port}/`)).toBe('network_unreachable');
    expect(await refusal(trusting, 'http://nobody.invalid/')).toBe('network_unreachable');
  });
});
