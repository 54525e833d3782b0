import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { createCertificate } from './certificate.ts';

/**
 * The only network the driven browser has: an HTTP proxy that plays every host itself. Loopback
 * (the hub) is forwarded, a host with a scene is answered from here over TLS with our own
 * certificate, anything else is refused and written down. Nothing reaches the Internet, and
 * `requests` is the whole truth of what the browser asked for.
 */
export type StageRequest = { method: string; host: string; url: string; outcome: 'forwarded' | 'played' | 'refused' };
export type Scene = (
  request: IncomingMessage,
  url: URL,
) => { type?: string; body: string | Buffer; status?: number; headers?: Record<string, string> };
type Verdict = 'pass' | 'drop_request' | 'drop_answer';
type Held = { request: StageRequest; release: (verdict: Verdict) => void };

export type Stage = {
  port: number;
  requests: StageRequest[];
  /** Answers `host` (or `*.suffix`) from here. */
  play: (host: string, scene: Scene) => void;
  /** Refuses everything, as a machine without a network does; open sockets are cut. */
  setOffline: (offline: boolean) => void;
  /**
   * Stops the next forwarded request that matches, before the hub sees it. `release('drop_answer')`
   * lets the hub act and loses its answer; `release('drop_request')` loses the request itself.
   */
  hold: (matches: (request: StageRequest) => boolean) => Promise<Held>;
  close: () => Promise<void>;
};

const isLoopback = (hostname: string) => /^(127(\.\d+){3}|localhost|\[::1\])$/.test(hostname);

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** What a composer would receive, printed: the page shown in place of the network's own. */
export const composerScene: Scene = (_request, url) => ({
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Composer of ${escapeHtml(url.hostname)}</title>
<body style="font:16px system-ui;margin:2rem;max-width:40rem"><h1>${escapeHtml(url.hostname)}</h1>
<p>A local page in place of the real composer. It received:</p><dl>${[...url.searchParams]
    .map(
      ([name, value]) =>
        `<dt><b>${escapeHtml(name)}</b></dt><dd data-name="${escapeHtml(name)}">${escapeHtml(value)}</dd>`,
    )
    .join('')}</dl></body></html>`,
});

export const composerHosts = [
  'www.linkedin.com',
  'x.com',
  'twitter.com',
  'bsky.app',
  'www.threads.com',
  'www.facebook.com',
  'www.xing.com',
  'www.reddit.com',
  'wa.me',
  't.me',
  'teams.microsoft.com',
  'www.yammer.com',
];

export async function openStage(): Promise<Stage> {
  const requests: StageRequest[] = [];
  const scenes = new Map<string, Scene>(composerHosts.map((host) => [host, composerScene]));
  const sockets = new Set<Socket>();
  const waiting: { matches: (request: StageRequest) => boolean; resolve: (held: Held) => void }[] = [];
  let offline = false;

  const sceneOf = (hostname: string) =>
    scenes.get(hostname) ?? scenes.get(`*.${hostname.split('.').slice(1).join('.')}`);
  const note = (method: string, url: URL, outcome: StageRequest['outcome']) => {
    const entry = { method, host: url.host, url: url.href, outcome };
    requests.push(entry);
    return entry;
  };

  const play = (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const scene = sceneOf(url.hostname);
    note(request.method ?? 'GET', url, scene === undefined ? 'refused' : 'played');
    const answer = scene?.(request, url);
    response.writeHead(answer === undefined ? 502 : (answer.status ?? 200), {
      'content-type': answer?.type ?? 'text/html; charset=utf-8',
      ...answer?.headers,
    });
    response.end(answer?.body ?? 'refused by the stage');
  };

  const forward = async (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const entry = note(request.method ?? 'GET', url, 'forwarded');
    const wanted = waiting.findIndex((waiter) => waiter.matches(entry));
    let verdict: Verdict = 'pass';
    if (wanted >= 0) {
      const [waiter] = waiting.splice(wanted, 1);
      // The body is read meanwhile by nobody: the socket's own flow control keeps it.
      verdict = await new Promise<Verdict>((release) => waiter?.resolve({ request: entry, release }));
    }
    if (verdict === 'drop_request') return void request.socket.destroy();
    const { 'proxy-connection': _hop, ...headers } = request.headers;
    const onward = httpRequest(url, { method: request.method, headers }, (answer) => {
      if (verdict === 'drop_answer') {
        answer.resume();
        answer.on('end', () => request.socket.destroy());
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => request.socket.destroy());
    response.on('close', () => verdict === 'pass' && onward.destroy());
    request.pipe(onward);
  };

  const secure = createTlsServer(createCertificate([...composerHosts, '*.example']), (request, response) =>
    play(request, response, new URL(request.url ?? '/', `https://${request.headers.host}`)),
  );
  const proxy: Server = createServer((request, response) => {
    const url = URL.parse(request.url ?? '');
    if (offline || url === null) return void request.socket.destroy();
    if (isLoopback(url.hostname)) void forward(request, response, url);
    else play(request, response, url);
  });
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  proxy.on('connect', (request, socket: Socket) => {
    const url = URL.parse(`https://${request.url}`);
    if (offline || url === null || sceneOf(url.hostname) === undefined) {
      if (url !== null && !offline) note('CONNECT', url, 'refused');
      return void socket.destroy();
    }
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    secure.emit('connection', socket);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));

  return {
    port: (proxy.address() as AddressInfo).port,
    requests,
    play: (host, scene) => scenes.set(host, scene),
    setOffline: (next) => {
      offline = next;
      if (next) for (const socket of sockets) socket.destroy();
    },
    hold: (matches) => new Promise((resolve) => waiting.push({ matches, resolve })),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => proxy.close(() => resolve()));
    },
  };
}
