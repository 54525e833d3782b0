import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A double of a Mastodon server, over HTTP on 127.0.0.1: no such server could be started by a test. It is
 * written from https://docs.joinmastodon.org (methods: apps, oauth, instance, accounts, media, statuses; and
 * `Idempotency-Key`, kept for an hour), and knows what Relais uses of it.
 */
export type DoubleStatus = {
  id: string;
  text: string;
  visibility: string;
  language: string | null;
  mediaIds: string[];
  createdAt: number;
};

type App = { id: string; secret: string; redirectUri: string; scopes: string[] };
type Code = { app: App; challenge: string; scopes: string[] };
type Token = { app: App; scopes: string[] };
type Media = { description: string | null; type: string; size: number; pollsLeft: number };
type Failure = { status: number; body?: string; headers?: Record<string, string> };

const idempotencyMs = 3_600_000;
const accountId = '109';

class Refusal extends Error {
  readonly status: number;
  readonly body: unknown;
  constructor(status: number, body: unknown) {
    super(JSON.stringify(body));
    this.status = status;
    this.body = body;
  }
}

export async function startMastodonDouble({ now = Date.now, maxCharacters = 500 } = {}) {
  const apps = new Map<string, App>();
  const codes = new Map<string, Code>();
  const tokens = new Map<string, Token>();
  const statuses: DoubleStatus[] = [];
  const media = new Map<string, Media>();
  const keys = new Map<string, { statusId: string; at: number }>();
  const failures = new Map<string, Failure>();
  const settings = { isPublicReadable: true, isMastodon: true, mediaPolls: 0, mediaLimit: 16_000_000 };
  let ids = 100;
  const newId = () => {
    ids += 1;
    return String(ids);
  };

  function authorised({ headers }: IncomingMessage, scope: string): Token {
    const token = tokens.get(/^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '');
    if (token === undefined) throw new Refusal(401, { error: 'The access token is invalid' });
    const [group = ''] = scope.split(':');
    if (!token.scopes.includes(scope) && !token.scopes.includes(group)) {
      throw new Refusal(403, { error: 'This action is outside the authorized scopes' });
    }
    return token;
  }

  function clientOf(form: Record<string, string>): App {
    const app = apps.get(form.client_id ?? '');
    if (app === undefined || app.secret !== form.client_secret) {
      throw new Refusal(401, { error: 'invalid_client', error_description: 'Client authentication failed' });
    }
    return app;
  }

  /** Links are reserved 23 characters each, and a mention counts without its server. */
  function lengthOf(text: string): number {
    const counted = text.replace(/https?:\/\/\S+/g, 'x'.repeat(23)).replace(/(@\w+)@[\w.-]+/g, '$1');
    return [...new Intl.Segmenter().segment(counted)].length;
  }

  function payloadOf({ id, text, visibility, language, createdAt }: DoubleStatus) {
    const content = `<p>${escapeText(text).replace(/\n\n/g, '</p><p>').replace(/\n/g, '<br />')}</p>`;
    return {
      id,
      content,
      visibility,
      language,
      created_at: new Date(createdAt).toISOString(),
      url: `${url}/@camille/${id}`,
      uri: `${url}/users/camille/statuses/${id}`,
    };
  }

  function postStatus(request: IncomingMessage, form: Record<string, unknown>) {
    authorised(request, 'write:statuses');
    const key = String(request.headers['idempotency-key'] ?? '');
    const known = keys.get(key);
    const repeated = known && now() - known.at < idempotencyMs && statuses.find(({ id }) => id === known.statusId);
    if (repeated) return payloadOf(repeated);
    const text = String(form.status ?? '');
    const mediaIds = (form.media_ids as string[] | undefined) ?? [];
    if (text === '' && mediaIds.length === 0)
      throw new Refusal(422, { error: "Validation failed: Text can't be blank" });
    if (lengthOf(text) > maxCharacters) {
      throw new Refusal(422, { error: `Validation failed: Text character limit of ${maxCharacters} exceeded` });
    }
    if (mediaIds.some((id) => (media.get(id)?.pollsLeft ?? 1) > 0)) {
      throw new Refusal(422, {
        error: 'Cannot attach files that have not finished processing. Try again in a moment!',
      });
    }
    const status: DoubleStatus = {
      ...{ id: newId(), text, mediaIds, createdAt: now() },
      visibility: String(form.visibility ?? 'public'),
      language: (form.language as string | undefined) ?? null,
    };
    statuses.unshift(status);
    if (key !== '') keys.set(key, { statusId: status.id, at: now() });
    return payloadOf(status);
  }

  async function postMedia(request: IncomingMessage, body: Buffer): Promise<Answer> {
    authorised(request, 'write:media');
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    }).formData();
    const file = form.get('file');
    if (!(file instanceof Blob)) throw new Refusal(422, { error: "Validation failed: File can't be blank" });
    if (!/^image\/(jpeg|png|webp|gif)$/.test(file.type)) {
      throw new Refusal(422, { error: 'Validation failed: File content type is invalid, File is invalid' });
    }
    if (file.size > settings.mediaLimit) throw new Refusal(413, { error: 'Payload Too Large' });
    const id = newId();
    const description = form.get('description');
    media.set(id, {
      description: description === null ? null : String(description),
      type: file.type,
      size: file.size,
      pollsLeft: settings.mediaPolls,
    });
    return settings.mediaPolls > 0
      ? [202, { id, type: 'image', url: null }]
      : [200, { id, type: 'image', url: `${url}/${id}` }];
  }

  function grant(form: Record<string, string>) {
    const app = clientOf(form);
    const code = codes.get(form.code ?? '');
    codes.delete(form.code ?? '');
    const challenge = createHash('sha256')
      .update(form.code_verifier ?? '')
      .digest('base64url');
    if (code?.app !== app || code.challenge !== challenge || form.redirect_uri !== app.redirectUri) {
      throw new Refusal(400, {
        error: 'invalid_grant',
        error_description: 'The provided authorization grant is invalid.',
      });
    }
    const token = randomBytes(24).toString('base64url');
    tokens.set(token, { app, scopes: code.scopes });
    return {
      access_token: token,
      token_type: 'Bearer',
      scope: code.scopes.join(' '),
      created_at: Math.floor(now() / 1000),
    };
  }

  /** The page where a person agrees; here they always do. With the out-of-band address it shows the code. */
  function authorize(query: URLSearchParams): string {
    const app = apps.get(query.get('client_id') ?? '');
    const scopes = (query.get('scope') ?? '').split(' ');
    if (app === undefined || query.get('redirect_uri') !== app.redirectUri || query.get('response_type') !== 'code') {
      throw new Refusal(400, { error: 'invalid_request' });
    }
    if (!scopes.every((scope) => app.scopes.includes(scope))) throw new Refusal(400, { error: 'invalid_scope' });
    const code = randomBytes(16).toString('base64url');
    codes.set(code, { app, scopes, challenge: query.get('code_challenge') ?? '' });
    return `<!doctype html><title>Authorization code</title><input class="oauth-code" readonly value="${code}">`;
  }

  type Answer = [status: number, body: unknown];

  async function route(request: IncomingMessage, address: URL, body: Buffer): Promise<Answer> {
    const { pathname: path, searchParams } = address;
    const form = () => readForm(request, body);
    const call = `${request.method} ${path}`;
    if (!settings.isMastodon) throw new Refusal(404, { error: 'Not Found' });
    if (call === 'GET /api/v2/instance' || call === 'GET /api/v1/instance') {
      const configuration = { statuses: { max_characters: maxCharacters, characters_reserved_per_url: 23 } };
      return [200, { domain: address.host, version: '4.5.0', configuration }];
    }
    if (call === 'POST /api/v1/apps') {
      const { redirect_uris: redirectUri = '', scopes = 'read' } = form();
      const app: App = {
        id: randomBytes(8).toString('hex'),
        secret: randomBytes(16).toString('hex'),
        redirectUri,
        scopes: scopes.split(' '),
      };
      apps.set(app.id, app);
      return [200, { id: '1', name: 'Relais', client_id: app.id, client_secret: app.secret }];
    }
    if (call === 'GET /oauth/authorize') return [200, authorize(searchParams)];
    if (call === 'POST /oauth/token') return [200, grant(form())];
    if (call === 'POST /oauth/revoke') {
      const app = clientOf(form());
      const { token = '' } = form();
      if (tokens.has(token) && tokens.get(token)?.app !== app) throw new Refusal(403, { error: 'unauthorized_client' });
      tokens.delete(token);
      return [200, {}];
    }
    if (call === 'GET /api/v1/accounts/verify_credentials') {
      authorised(request, 'read:accounts');
      return [200, { id: accountId, username: 'camille', acct: 'camille' }];
    }
    if (call === `GET /api/v1/accounts/${accountId}/statuses`) {
      if (request.headers.authorization !== undefined) authorised(request, 'read:statuses');
      if (!settings.isPublicReadable) throw new Refusal(401, { error: 'This method requires an authenticated user' });
      return [200, statuses.filter(({ visibility }) => visibility !== 'private').map(payloadOf)];
    }
    if (call === 'POST /api/v2/media') return postMedia(request, body);
    const mediaId = /^GET \/api\/v1\/media\/(\w+)$/.exec(call)?.[1];
    const one = mediaId === undefined ? undefined : media.get(mediaId);
    if (one !== undefined) {
      authorised(request, 'write:media');
      one.pollsLeft -= 1;
      return one.pollsLeft > 0 ? [206, { id: mediaId, url: null }] : [200, { id: mediaId, url: `${url}/${mediaId}` }];
    }
    if (call === 'POST /api/v1/statuses')
      return [200, postStatus(request, JSON.parse(body.toString()) as Record<string, unknown>)];
    const removed = /^DELETE \/api\/v1\/statuses\/(\w+)$/.exec(call)?.[1];
    if (removed !== undefined) {
      authorised(request, 'write:statuses');
      const at = statuses.findIndex(({ id }) => id === removed);
      const status = statuses[at];
      if (status === undefined) throw new Refusal(404, { error: 'Record not found' });
      statuses.splice(at, 1);
      return [200, { ...payloadOf(status), text: status.text }];
    }
    throw new Refusal(404, { error: 'Record not found' });
  }

  async function answer(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> {
    const address = new URL(request.url ?? '', url);
    const cors = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'access-control-allow-methods': '*',
      'access-control-expose-headers': 'X-RateLimit-Reset',
    };
    if (request.method === 'OPTIONS') return void response.writeHead(204, cors).end();
    const failure = failures.get(`${request.method} ${address.pathname}`);
    if (failure !== undefined) {
      return void response.writeHead(failure.status, { ...cors, ...failure.headers }).end(failure.body ?? '');
    }
    const [status, said] = await route(request, address, body).catch((error): Answer => {
      if (error instanceof Refusal) return [error.status, error.body];
      throw error;
    });
    const type = typeof said === 'string' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
    response
      .writeHead(status, { ...cors, 'content-type': type })
      .end(typeof said === 'string' ? said : JSON.stringify(said));
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void answer(request, response, Buffer.concat(chunks)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    apps,
    tokens,
    statuses,
    media,
    settings,
    /** What a call, such as `POST /api/v1/statuses`, is answered from now on; null as usual again. */
    fail(call: string, failure: Failure | null) {
      if (failure === null) failures.delete(call);
      else failures.set(call, failure);
    },
    /** The code that the page at an authorization address shows to who agrees. */
    async agree(authorizeUrl: string): Promise<string> {
      const page = await (await fetch(authorizeUrl)).text();
      return /value="([^"]+)"/.exec(page)?.[1] ?? '';
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type MastodonDouble = Awaited<ReturnType<typeof startMastodonDouble>>;

function readForm(request: IncomingMessage, body: Buffer): Record<string, string> {
  const text = body.toString();
  if (/json/.test(request.headers['content-type'] ?? '')) return JSON.parse(text) as Record<string, string>;
  return Object.fromEntries(new URLSearchParams(text));
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
