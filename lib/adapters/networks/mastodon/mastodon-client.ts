import { z } from 'zod';
import { codeOf, RelaisError } from '../../../domain/errors.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from '../../http/client.ts';
import type { DirectNetwork, NetworkCall, PostContent, Published, Session, SignedIn } from '../direct-network.ts';
import { jsonOf, refusalOf, refusals } from '../errors.ts';
import { isSameText } from './same-text.ts';

/** The least that publishing with a picture, and saying as whom, asks for. */
export const mastodonScopes = 'read:accounts write:statuses write:media';

/**
 * The server shows the code and the person pastes it: no redirect, hence no `identity` permission and no page
 * of the extension open to the web (https://docs.joinmastodon.org/methods/oauth/#authorize).
 */
const redirectUri = 'urn:ietf:wg:oauth:2.0:oob';

/** How long the network remembers an `Idempotency-Key`, less what a slow clock may take. */
const keyLifeMs = 55 * 60_000;
const pollCount = 20;

const errorPayload = z.object({ error: z.string(), error_description: z.string().optional() });
const instancePayload = z.object({
  version: z.string(),
  configuration: z
    .object({ statuses: z.object({ max_characters: z.number().int().positive() }) })
    .optional()
    .catch(undefined),
});
const appPayload = z.object({ client_id: z.string(), client_secret: z.string() });
const tokenPayload = z.object({ access_token: z.string() });
const accountPayload = z.object({ id: z.string(), acct: z.string() });
const statusPayload = z.object({ id: z.string(), url: z.string().nullish(), uri: z.string().nullish() });
const statusesPayload = z.array(statusPayload.extend({ content: z.string(), created_at: z.string() }));
const mediaPayload = z.object({ id: z.string(), url: z.string().nullish() });

/** What a sign-in under way needs when the person comes back with the code; a secret like the rest. */
export const pendingSignInSchema = z.object({
  server: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  verifier: z.string(),
});
export type PendingSignIn = z.infer<typeof pendingSignInSchema>;

const secretSchema = z.object({ token: z.string(), clientId: z.string(), clientSecret: z.string() });

type MastodonDeps = { http: HttpClient; now: () => number; wait: (ms: number) => Promise<void> };
type Call = Pick<HttpRequest, 'method' | 'token' | 'body' | 'content' | 'headers'> & { server: string; path: string };

export type MastodonClient = ReturnType<typeof createMastodonClient>;

/** An account on any server that speaks Mastodon's interface, registered with it when the person signs in. */
export function createMastodonClient({ http, now, wait }: MastodonDeps) {
  async function send({ server, path, ...request }: Call): Promise<HttpAnswer> {
    const answer = await http.send({ ...request, url: server + path, cache: 'no-store', accepts: refusals });
    if (answer.status < 400) return answer;
    const said = errorPayload.safeParse(jsonOf(answer));
    throw refusalOf(answer, said.success ? said.data.error : '', now());
  }

  async function sendForJson<Schema extends z.ZodType>(call: Call, schema: Schema): Promise<z.output<Schema>> {
    const answer = await send(call);
    const parsed = schema.safeParse(jsonOf(answer));
    if (parsed.success) return parsed.data;
    throw new RelaisError('unexpected_answer', `${answer.url} answered another schema`, { cause: parsed.error });
  }

  /** The server's own limit; null where it states none. @throws RelaisError `not_mastodon`, or the network's. */
  async function describe(server: string): Promise<{ maxCharacters: number | null }> {
    const read = (path: string) => sendForJson({ server, method: 'GET', path }, instancePayload);
    try {
      // Servers before 4.0, and some that speak the same interface, know the first version only.
      const instance = await read('/api/v2/instance').catch((error) => {
        if (codeOf(error) === 'network_unreachable' || codeOf(error) === 'timed_out') throw error;
        return read('/api/v1/instance');
      });
      return { maxCharacters: instance.configuration?.statuses.max_characters ?? null };
    } catch (error) {
      const isOther = ['not_found', 'unexpected_answer', 'rejected', 'gone'].includes(codeOf(error));
      throw isOther ? new RelaisError('not_mastodon', `${server} does not speak Mastodon`, { cause: error }) : error;
    }
  }

  /**
   * Registers Relais with a server, and says where the person agrees.
   *
   * @param verifier of PKCE (RFC 7636), kept until the code comes back
   */
  async function startSignIn(
    server: string,
    verifier: string,
  ): Promise<{ authorizeUrl: string; pending: PendingSignIn }> {
    await describe(server);
    const body = JSON.stringify({ client_name: 'Relais', redirect_uris: redirectUri, scopes: mastodonScopes });
    const app = await sendForJson({ server, method: 'POST', path: '/api/v1/apps', body }, appPayload);
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: app.client_id,
      redirect_uri: redirectUri,
      scope: mastodonScopes,
      code_challenge: await challengeOf(verifier),
      code_challenge_method: 'S256',
    });
    return {
      authorizeUrl: `${server}/oauth/authorize?${query}`,
      pending: { server, clientId: app.client_id, clientSecret: app.client_secret, verifier },
    };
  }

  /** @throws RelaisError `sign_in_refused` for a code that is wrong, old or used. */
  async function finishSignIn(pending: PendingSignIn, code: string): Promise<SignedIn> {
    const { server, clientId, clientSecret, verifier } = pending;
    const content = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    });
    let token: string;
    try {
      token = (await sendForJson({ server, method: 'POST', path: '/oauth/token', content }, tokenPayload)).access_token;
    } catch (error) {
      const isRefused = ['rejected', 'not_signed_in', 'forbidden'].includes(codeOf(error));
      throw isRefused ? new RelaisError('sign_in_refused', `${server} refused the code`, { cause: error }) : error;
    }
    const path = '/api/v1/accounts/verify_credentials';
    const [{ id, acct }, { maxCharacters }] = await Promise.all([
      sendForJson({ server, method: 'GET', path, token }, accountPayload),
      describe(server),
    ]);
    const handle = `${acct}@${new URL(server).host}`;
    const secret = JSON.stringify({ token, clientId, clientSecret });
    const call: NetworkCall = {
      method: 'POST',
      url: `${server}/oauth/token`,
      body: 'grant_type=authorization_code&code=…',
    };
    return { server, handle, remoteId: id, maxCharacters, secret, call };
  }

  async function uploadPicture({ server }: Session, token: string, { picture }: PostContent): Promise<string[]> {
    if (picture === null) return [];
    const content = new FormData();
    content.append('file', picture.blob, `picture.${picture.blob.type.split('/')[1] ?? 'jpg'}`);
    if (picture.alt !== '') content.append('description', picture.alt);
    try {
      const uploaded = await send({ server, method: 'POST', path: '/api/v2/media', token, content });
      const { id } = mediaPayload.parse(jsonOf(uploaded));
      const path = `/api/v1/media/${encodeURIComponent(id)}`;
      let { status } = uploaded;
      // 202 then 206 while the server still works on it; a post with it is refused until then.
      for (let i = 0; (status === 202 || status === 206) && i < pollCount; i += 1) {
        await wait(1000);
        status = (await send({ server, method: 'GET', path, token })).status;
      }
      if (status !== 200) throw new RelaisError('timed_out', `${server} still works on the picture`);
      return [id];
    } catch (error) {
      const isAboutPicture = ['too_large', 'rejected'].includes(codeOf(error));
      throw isAboutPicture ? new RelaisError('picture_refused', 'the picture was refused', { cause: error }) : error;
    }
  }

  /**
   * The post among the account's own, as anyone may read them: Relais has no right to read more. Null when it
   * is not there; throws `post_unsure` when that cannot be known.
   */
  async function find({ server, remoteId }: Session, content: PostContent): Promise<Published | null> {
    const unsure = (cause?: unknown) =>
      new RelaisError('post_unsure', `${server} does not say whether it is there`, { cause });
    if (content.visibility === 'private') throw unsure();
    const path = `/api/v1/accounts/${encodeURIComponent(remoteId)}/statuses?limit=40&exclude_replies=true&exclude_reblogs=true`;
    let statuses: z.infer<typeof statusesPayload>;
    try {
      statuses = await sendForJson({ server, method: 'GET', path }, statusesPayload);
    } catch (error) {
      // A server that shows its people's posts to members only is no reason to post twice.
      throw ['not_signed_in', 'forbidden', 'not_found'].includes(codeOf(error)) ? unsure(error) : error;
    }
    const earliest = content.createdAt - 10 * 60_000;
    const found = statuses.find(
      (status) => Date.parse(status.created_at) >= earliest && isSameText(status.content, content.text),
    );
    return found === undefined ? null : publishedOf(found, null);
  }

  async function publish(session: Session, content: PostContent): Promise<Published> {
    const { server } = session;
    const { token } = secretSchema.parse(JSON.parse(session.secret));
    if (content.triedAt !== null && now() - content.triedAt > keyLifeMs) {
      const found = await find(session, content);
      if (found !== null) return found;
    }
    const mediaIds = await uploadPicture(session, token, content);
    const body = JSON.stringify({
      status: content.text,
      visibility: content.visibility,
      language: content.language,
      ...(mediaIds.length > 0 && { media_ids: mediaIds }),
    });
    const headers = { 'idempotency-key': content.key };
    const path = '/api/v1/statuses';
    const status = await sendForJson({ server, method: 'POST', path, token, body, headers }, statusPayload);
    return publishedOf(status, { method: 'POST', url: server + path, body });
  }

  async function remove({ server, secret }: Session, id: string): Promise<NetworkCall> {
    const { token } = secretSchema.parse(JSON.parse(secret));
    const path = `/api/v1/statuses/${encodeURIComponent(id)}`;
    try {
      await send({ server, method: 'DELETE', path, token });
    } catch (error) {
      if (codeOf(error) !== 'not_found') throw error;
    }
    return { method: 'DELETE', url: server + path, body: '' };
  }

  async function signOut({ server, secret }: Session): Promise<void> {
    const { token, clientId, clientSecret } = secretSchema.parse(JSON.parse(secret));
    const content = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, token });
    await send({ server, method: 'POST', path: '/oauth/revoke', content });
  }

  return { describe, startSignIn, finishSignIn, publish, remove, signOut } satisfies DirectNetwork &
    Record<string, unknown>;
}

function publishedOf({ id, url, uri }: z.infer<typeof statusPayload>, call: NetworkCall | null): Published {
  return { remoteId: id, postUrl: url ?? uri ?? '', call };
}

async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64Url(new Uint8Array(digest));
}

/** RFC 4648, section 5, without padding. */
export function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (sign) =>
    sign === '+' ? '-' : sign === '/' ? '_' : '',
  );
}
