import { z } from 'zod';
import { codeOf, RelaisError } from '../../../domain/errors.ts';
import { parseWebAddress } from '../../../domain/links/parse-address.ts';
import type { HttpClient } from '../../http/client.ts';
import { isLoopback } from '../../hub/invitation.ts';
import type { DirectNetwork, NetworkCall, PostContent, Published, Session, SignedIn } from '../direct-network.ts';
import { mentionedHandles, richText } from './facets.ts';
import { createXrpc, type XrpcRequest } from './xrpc.ts';

/** Where an account is when its owner says nothing else: it leads to the server that holds it. */
export const blueskyServer = 'https://bsky.social';

const collection = 'app.bsky.feed.post';
const nothing = z.object({});
const tokensPayload = z.object({ accessJwt: z.string(), refreshJwt: z.string() });
const sessionPayload = tokensPayload.extend({
  did: z.string().startsWith('did:'),
  handle: z.string(),
  didDoc: z
    .object({ service: z.array(z.object({ id: z.string(), serviceEndpoint: z.unknown() })) })
    .optional()
    .catch(undefined),
});
const uriPayload = z.object({ uri: z.string() });

type Tokens = z.infer<typeof tokensPayload>;
type Call = Omit<XrpcRequest, 'server' | 'token'>;

export type BlueskyClient = ReturnType<typeof createBlueskyClient>;

/**
 * An account of the AT Protocol, by an app password (`docs/adr/0007-direct-posting.md`): the password is sent
 * once, and what is kept are the two tokens that it gives.
 */
export function createBlueskyClient({ http, now }: { http: HttpClient; now: () => number }) {
  const call = createXrpc({ http, now });

  /** @throws RelaisError `sign_in_refused`, `app_password_needed`, or the network's. */
  async function signIn(input: { server: string; handle: string; appPassword: string }): Promise<SignedIn> {
    const body = JSON.stringify({ identifier: input.handle, password: input.appPassword });
    const name = 'com.atproto.server.createSession';
    const session = await call({ server: input.server, method: 'POST', name, body }, sessionPayload);
    const { did, handle, accessJwt, refreshJwt, didDoc } = session;
    const home = didDoc?.service.find(({ id }) => id.endsWith('#atproto_pds'))?.serviceEndpoint;
    return {
      server: safeOrigin(home) ?? input.server,
      handle,
      remoteId: did,
      maxCharacters: null,
      secret: JSON.stringify({ accessJwt, refreshJwt } satisfies Tokens),
      call: callOf(input.server, name, { identifier: input.handle, password: '…' }),
    };
  }

  /** Calls as the account; a token that ran out is renewed once, and the new ones are kept before they are used. */
  async function callAs<Schema extends z.ZodType>(session: Session, request: Call, schema: Schema) {
    const { server } = session;
    const tokens = tokensPayload.parse(JSON.parse(session.secret));
    try {
      return await call({ ...request, server, token: tokens.accessJwt }, schema);
    } catch (error) {
      if (codeOf(error) !== 'not_signed_in') throw error;
      const renewed = await renew(server, tokens);
      session.secret = JSON.stringify(renewed);
      await session.save(session.secret);
      return call({ ...request, server, token: renewed.accessJwt }, schema);
    }
  }

  async function renew(server: string, { refreshJwt }: Tokens): Promise<Tokens> {
    try {
      const name = 'com.atproto.server.refreshSession';
      return await call({ server, method: 'POST', name, token: refreshJwt }, tokensPayload);
    } catch (error) {
      // Whatever its words, a refused renewal means that the person has to sign in again.
      const isRefused = ['not_signed_in', 'sign_in_refused', 'rejected', 'not_found'].includes(codeOf(error));
      throw isRefused ? new RelaisError('not_signed_in', 'the session was not renewed', { cause: error }) : error;
    }
  }

  /** DIDs of the handles that are someone's. One that cannot be resolved stays plain text: it is no reason to hold a post back. */
  async function resolveMentions(session: Session, text: string): Promise<Map<string, string>> {
    const name = 'com.atproto.identity.resolveHandle';
    const found = await Promise.all(
      mentionedHandles(text).map(async (handle): Promise<[string, string][]> => {
        const request = { server: session.server, method: 'GET', name, query: { handle } } as const;
        const answer = await call(request, z.object({ did: z.string().startsWith('did:') })).catch(() => null);
        return answer === null ? [] : [[handle, answer.did]];
      }),
    );
    return new Map(found.flat());
  }

  async function uploadPicture(session: Session, { picture }: PostContent): Promise<unknown> {
    if (picture === null) return undefined;
    const request = { method: 'POST', name: 'com.atproto.repo.uploadBlob', content: picture.blob } as const;
    try {
      return (await callAs(session, request, z.object({ blob: z.looseObject({}) }))).blob;
    } catch (error) {
      const isAboutPicture = ['too_large', 'rejected'].includes(codeOf(error));
      throw isAboutPicture ? new RelaisError('picture_refused', 'the picture was refused', { cause: error }) : error;
    }
  }

  async function isThere({ server, remoteId }: Session, key: string): Promise<boolean> {
    const query = { repo: remoteId, collection, rkey: key };
    try {
      await call({ server, method: 'GET', name: 'com.atproto.repo.getRecord', query }, uriPayload);
      return true;
    } catch (error) {
      if (codeOf(error) === 'not_found') return false;
      throw error;
    }
  }

  /** The card is made here: a server reads no page. */
  async function publish(session: Session, content: PostContent): Promise<Published> {
    const { key: rkey } = content;
    const published = {
      remoteId: rkey,
      postUrl: `https://bsky.app/profile/${session.remoteId}/post/${rkey}`,
      call: null,
    };
    // The answer of an earlier attempt may be all that was lost.
    if (content.triedAt !== null && (await isThere(session, rkey))) return published;
    const { text, facets } = richText(content.text, await resolveMentions(session, content.text));
    const thumb = await uploadPicture(session, content);
    const { url: uri, title, picture } = content;
    // A card has no alternative text of its own: what the picture shows goes into its description.
    const description = [content.description, picture?.alt].filter(Boolean).join('\n');
    const record = {
      $type: collection,
      text,
      createdAt: new Date(content.createdAt).toISOString(),
      langs: [content.language],
      ...(facets.length > 0 && { facets }),
      embed: {
        $type: 'app.bsky.embed.external',
        external: { uri, title, description, ...(thumb !== undefined && { thumb }) },
      },
    };
    const written = { repo: session.remoteId, collection, rkey, record };
    const body = JSON.stringify(written);
    const name = 'com.atproto.repo.putRecord';
    await callAs(session, { method: 'POST', name, body }, uriPayload);
    return { ...published, call: callOf(session.server, name, written) };
  }

  async function remove(session: Session, rkey: string): Promise<NetworkCall> {
    const name = 'com.atproto.repo.deleteRecord';
    const record = { repo: session.remoteId, collection, rkey };
    // Says yes to a record that is not there.
    await callAs(session, { method: 'POST', name, body: JSON.stringify(record) }, nothing);
    return callOf(session.server, name, record);
  }

  async function signOut({ server, secret }: Session): Promise<void> {
    const { refreshJwt } = tokensPayload.parse(JSON.parse(secret));
    await call({ server, method: 'POST', name: 'com.atproto.server.deleteSession', token: refreshJwt }, nothing);
  }

  return { signIn, publish, remove, signOut } satisfies DirectNetwork & { signIn: unknown };
}

function callOf(server: string, name: string, body: unknown): NetworkCall {
  return { method: 'POST', url: `${server}/xrpc/${name}`, body: JSON.stringify(body) };
}

/** Tokens cross the network in clear only when they do not leave the machine. */
export function safeOrigin(address: unknown): string | null {
  const url = typeof address === 'string' ? parseWebAddress(address) : null;
  if (url === null || (url.protocol === 'http:' && !isLoopback(url.hostname))) return null;
  return url.origin;
}
