import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type FrontRequest = { method: string; path: string; body: string };

/** What the front says in the hub's place. */
export type FrontAnswer = {
  /** Whether the hub sees the request and acts on it, its answer lost. */
  reachesHub?: boolean;
  /** Absent closes the socket without a word. */
  status?: number;
  headers?: Record<string, string>;
  body?: string;
};

/**
 * A real server in front of a real hub, as a reverse proxy or a bad day is: passes requests on and
 * answers back with its own address in place of the hub's, unless `bend` says otherwise.
 */
export async function openFront(hubUrl: string) {
  let bend: (request: FrontRequest) => FrontAnswer | null = () => null;

  const pass = async (request: FrontRequest, headers: IncomingMessage['headers']) => {
    const { host: _host, connection: _connection, 'content-length': _length, ...kept } = headers;
    const answer = await fetch(hubUrl + request.path, {
      method: request.method,
      headers: kept as Record<string, string>,
      ...(request.body !== '' && { body: request.body }),
    });
    return { answer, text: await answer.text() };
  };

  const reply = async (request: FrontRequest, headers: IncomingMessage['headers'], response: ServerResponse) => {
    const bent = bend(request);
    if (bent === null || bent.reachesHub) {
      const { answer, text } = await pass(request, headers);
      if (bent === null) {
        const known = Object.fromEntries(answer.headers);
        for (const name of ['content-length', 'content-encoding', 'transfer-encoding', 'connection'])
          delete known[name];
        response.writeHead(answer.status, known).end(text.replaceAll(hubUrl, url));
        return;
      }
    }
    if (bent.status === undefined) return void response.destroy();
    response
      .writeHead(bent.status, {
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'Retry-After',
        'content-type': bent.body?.startsWith('<') ? 'text/html' : 'application/json',
        ...bent.headers,
      })
      .end(bent.body ?? '');
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      reply({ method, path, body: Buffer.concat(chunks).toString('utf8') }, headers, response).catch(() =>
        response.destroy(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    bendWith(next: typeof bend) {
      bend = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Front = Awaited<ReturnType<typeof openFront>>;
