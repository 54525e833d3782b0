import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createServices, type Services } from '../../entrypoints/background/services.ts';
import type { Account } from '../../lib/domain/account.ts';
import type { MessageInput } from '../../lib/messaging/protocol.ts';
import { type AtProtocol, type AtProtocolAccount, startAtProtocol } from '../helpers/at-protocol.ts';
import { createTestPlatform, restart, type TestPlatform } from '../helpers/platform.ts';
import { anItem, aSource } from '../helpers/rows.ts';
import { serve, type TestServer } from '../helpers/serve.ts';

/** Against a real AT Protocol server, its own limits and refusals included. */
let server: AtProtocol;
let site: TestServer;
let people = 0;

beforeAll(async () => {
  [server, site] = await Promise.all([startAtProtocol(), serve()]);
  await server.createAccount('bob.test');
});
afterAll(() => Promise.all([server.close(), site.close()]));

type Fetch = typeof globalThis.fetch;

/** What stands between the browser and the network; `null` lets a request through. */
let between: (request: Request, pass: () => Promise<Response>) => Promise<Response> | null;
let platform: TestPlatform;
let services: Services;
let person: AtProtocolAccount;
let account: Account;

const fetchBetween: Fetch = (input, init) => {
  const request = new Request(input, init);
  return between(request, () => fetch(request)) ?? fetch(request);
};
const lost = () => Promise.reject(new TypeError('the answer is lost'));

beforeEach(async () => {
  between = () => null;
  platform = createTestPlatform({ fetch: fetchBetween });
  services = createServices(platform);
  people += 1;
  person = await server.createAccount(`person${people}.test`);
  await signIn();
  account = (await platform.db.accounts.toArray())[0] as Account;
  await platform.db.sources.add(aSource({ id: 'newsroom', url: `${site.url}/feed` }));
  await platform.db.items.add(
    anItem({ id: 'a', url: 'https://maison-lumen.example/a', imageUrl: `${site.url}/heat.jpg` }),
  );
  site.answerWith((_, response) => response.writeHead(200, { 'content-type': 'image/jpeg' }).end('a picture'));
});

async function signIn() {
  const appPassword = await server.createAppPassword(person);
  return services.accounts.signInBluesky({ handle: person.handle, appPassword, server: server.url });
}

function publish(values: Partial<MessageInput<'publishPost'>> = {}) {
  return services.directPosts.publishPost({
    itemId: 'a',
    accountId: account.id,
    text: 'Fier de l’équipe',
    withPicture: false,
    pictureAlt: '',
    visibility: 'public',
    ...values,
  });
}

const onlyPost = async () => {
  const posts = await server.posts(person);
  expect(posts).toHaveLength(1);
  return posts[0]?.value as Record<string, never>;
};

describe('signInBluesky', () => {
  it('keeps the tokens where no query, setting or export looks, and never the password', async () => {
    expect(account).toMatchObject({ handle: person.handle, remoteId: person.did, server: server.url, state: 'active' });
    const { token } = (await platform.db.secrets.toArray())[0] ?? { token: '' };
    const { accessJwt } = JSON.parse(token) as { accessJwt: string };
    const { json } = await services.data.exportData();
    expect(json).toContain(person.handle);
    expect(json).not.toContain(accessJwt.slice(0, 40));
    expect(json).not.toMatch(/[a-z0-9]{4}(-[a-z0-9]{4}){3}"/);
  });

  it.each([
    ['the account’s own password', 'correct horse', 'app_password_needed'],
    ['another app password', 'abcd-efgh-ijkl-mnop', 'sign_in_refused'],
  ])('refuses %s', async (_, appPassword, code) => {
    let sent = 0;
    between = () => {
      sent += 1;
      return null;
    };
    const signingIn = services.accounts.signInBluesky({ handle: person.handle, appPassword, server: server.url });
    await expect(signingIn).rejects.toMatchObject({ code });
    // A password of one's own does not leave.
    expect(sent).toBe(code === 'app_password_needed' ? 0 : 1);
  });

  it.each(['javascript:alert(1)', 'http://pds.example', 'not a server', ''])(
    'sends no password to %j',
    async (address) => {
      const signingIn = services.accounts.signInBluesky({
        handle: 'me',
        appPassword: 'abcd-efgh-ijkl-mnop',
        server: address,
      });
      await expect(signingIn).rejects.toMatchObject({ code: 'invalid_address' });
    },
  );

  it('signs out there and forgets it here; the journal stays', async () => {
    await publish();
    const { token } = (await platform.db.secrets.toArray())[0] ?? { token: '' };
    await services.accounts.disconnectAccount(account.id);
    expect(await platform.db.accounts.count()).toBe(0);
    expect(await platform.db.secrets.count()).toBe(0);
    expect(await platform.db.shares.count()).toBe(1);
    const { refreshJwt } = JSON.parse(token) as { refreshJwt: string };
    const renewing = server.call('com.atproto.server.refreshSession', { token: refreshJwt, method: 'POST' });
    await expect(renewing).rejects.toThrow(/ExpiredToken/);
  });
});

describe('publishPost', () => {
  it('publishes words, card, picture and language, and proves the share by its address', async () => {
    const text =
      'مرحبا 👨‍👩‍👧‍👦 avec @bob.test et @nobody.test #Énergie https://example.com/2026/a-long-address-of-a-page';
    const told = await publish({ text, withPicture: true, pictureAlt: 'Une chaudière', language: 'fr' });
    expect(told).toMatchObject({ outcome: 'published', failure: null });
    const record = (await onlyPost()) as unknown as {
      text: string;
      langs: string[];
      facets: { index: { byteStart: number; byteEnd: number }; features: Record<string, string>[] }[];
      embed: {
        external: { uri: string; title: string; description: string; thumb: { mimeType: string; size: number } };
      };
    };
    const bytes = new TextEncoder().encode(record.text);
    const read = record.facets.map(({ index, features }) => [
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.slice(index.byteStart, index.byteEnd)),
      features[0]?.$type?.split('#')[1],
    ]);
    expect(read).toEqual([
      ['@bob.test', 'mention'],
      ['#Énergie', 'tag'],
      ['example.com/2026/a-long-...', 'link'],
    ]);
    expect(record.langs).toEqual(['fr']);
    expect(record.embed.external).toMatchObject({
      uri: 'https://maison-lumen.example/a',
      thumb: { mimeType: 'image/jpeg', size: 9 },
    });
    expect(record.embed.external.description).toContain('Une chaudière');
    const share = await platform.db.shares.get(told.shareId);
    expect(share).toMatchObject({ state: 'verified', network: 'bluesky', text, postUrl: told.postUrl });
    expect(share?.postUrl).toMatch(new RegExp(`^https://bsky.app/profile/${person.did}/post/[2-7a-z]{13}$`));
    expect(JSON.stringify(await platform.db.departures.toArray())).toContain('a-long-address-of-a-page');
  });

  it('takes the thumbnail where the picture cannot be read, and leaves without where there is none', async () => {
    site.answerWith((_, response) => response.writeHead(404).end());
    await platform.db.pictures.add({
      url: `${site.url}/heat.jpg`,
      blob: new Blob(['small'], { type: 'image/webp' }),
      storedAt: 1,
    });
    await publish({ withPicture: true });
    expect((await onlyPost()) as object).toMatchObject({
      embed: { external: { thumb: { mimeType: 'image/webp', size: 5 } } },
    });
    await services.directPosts.deletePost((await platform.db.shares.toArray())[0]?.id ?? '');
    await platform.db.pictures.clear();
    await publish({ withPicture: true });
    expect(((await onlyPost()) as unknown as { embed: { external: object } }).embed.external).not.toHaveProperty(
      'thumb',
    );
  });

  it('makes one post of an answer lost after it was accepted', async () => {
    between = (request, pass) => (request.url.includes('putRecord') ? pass().then(lost) : null);
    const told = await publish();
    expect(told).toMatchObject({ outcome: 'waiting', failure: 'network_unreachable' });
    expect(await platform.db.shares.count()).toBe(0);
    await onlyPost();
    await expect(publish({ text: 'Encore' })).rejects.toMatchObject({ code: 'post_waiting' });
    between = () => null;
    platform.clock.now += 3 * 3_600_000;
    await restart(platform).directPosts.drain();
    expect(await platform.db.shares.get(told.shareId)).toMatchObject({ state: 'verified', text: 'Fier de l’équipe' });
    await onlyPost();
  });

  it('goes on where the worker died, with the answer on its way', async () => {
    // Nothing comes back to a worker that died: its request hangs for ever.
    const sent = Promise.withResolvers<void>();
    between = (request, pass) => {
      if (!request.url.includes('putRecord')) return null;
      return pass().then(() => {
        sent.resolve();
        return new Promise<Response>(() => {});
      });
    };
    // A dead worker's lock dies with it.
    services = restart(platform, { withLock: (_, work) => work() });
    void publish();
    await sent.promise;
    between = () => null;
    await restart(platform).directPosts.drain();
    expect(await platform.db.shares.toArray()).toMatchObject([{ state: 'verified' }]);
    await onlyPost();
  });

  it('renews a session that ran out, once, and keeps what it got', async () => {
    const [secret] = await platform.db.secrets.toArray();
    const tokens = JSON.parse(secret?.token ?? '') as { accessJwt: string; refreshJwt: string };
    await platform.db.secrets.update(account.id, { token: JSON.stringify({ ...tokens, accessJwt: 'worn.out.token' }) });
    expect(await publish()).toMatchObject({ outcome: 'published' });
    const kept = JSON.parse((await platform.db.secrets.get(account.id))?.token ?? '') as typeof tokens;
    expect(kept.refreshJwt).not.toBe(tokens.refreshJwt);
  });

  it('keeps the text when access was taken away, says so, and publishes it after a new sign-in', async () => {
    await server.revokeAppPassword(person);
    const [secret] = await platform.db.secrets.toArray();
    const tokens = JSON.parse(secret?.token ?? '') as object;
    await platform.db.secrets.update(account.id, { token: JSON.stringify({ ...tokens, accessJwt: 'worn.out.token' }) });
    const told = await publish();
    expect(told).toMatchObject({ outcome: 'refused', failure: 'not_signed_in' });
    expect((await platform.db.accounts.get(account.id))?.state).toBe('revoked');
    expect(await platform.db.directPosts.get(told.shareId)).toMatchObject({
      state: 'parked',
      text: 'Fier de l’équipe',
    });
    await expect(publish()).rejects.toMatchObject({ code: 'not_signed_in' });
    await signIn();
    expect(await services.directPosts.retryPost({ shareId: told.shareId })).toMatchObject({ outcome: 'published' });
    await onlyPost();
  });

  it('refuses what is too long before anything is written', async () => {
    await expect(publish({ text: 'é'.repeat(301) })).rejects.toMatchObject({ code: 'text_too_long' });
    expect(await platform.db.directPosts.count()).toBe(0);
  });

  it('waits as long as a server that counts asks, whatever hurries', async () => {
    const at = platform.clock.now / 1000 + 900;
    between = (request) =>
      request.url.includes('putRecord')
        ? Promise.resolve(
            new Response('{"error":"RateLimitExceeded","message":"Rate Limit Exceeded"}', {
              status: 429,
              headers: { 'content-type': 'application/json', 'ratelimit-reset': String(at) },
            }),
          )
        : null;
    const told = await publish();
    expect(told).toMatchObject({ outcome: 'waiting', failure: 'rate_limited' });
    await services.directPosts.hurry();
    const { nextAttemptAt = 0, triedAt } = (await platform.db.directPosts.get(told.shareId)) ?? {};
    expect(nextAttemptAt).toBeGreaterThanOrEqual(platform.clock.now + 900_000);
    // Refused for certain: it may be let go, and written anew.
    expect(triedAt).toBeNull();
    expect(platform.wakes.at(-1)).toBe(nextAttemptAt);
  });

  it.each([
    ['a picture over the limit', 400, '{"error":"BlobTooLarge","message":"x"}'],
    ['a body over the limit', 413, '{"error":"PayloadTooLarge","message":"request entity too large"}'],
    ['a refusal by a proxy', 413, '<h1>Too large</h1>'],
  ])('keeps everything with %s, and publishes without it', async (_, status, body) => {
    between = (request) =>
      request.url.includes('uploadBlob') ? Promise.resolve(new Response(body, { status })) : null;
    const told = await publish({ withPicture: true });
    expect(told).toMatchObject({ outcome: 'refused', failure: 'picture_refused' });
    const retried = await services.directPosts.retryPost({ shareId: told.shareId, withoutPicture: true });
    expect(retried).toMatchObject({ outcome: 'published' });
    await onlyPost();
  });

  it('obeys the checks, as the composer does', async () => {
    await platform.db.checks.add({
      ...{ id: 'secret', level: 'block', help: 'Not this.', sourceId: 'newsroom', position: 0 },
      rule: { type: 'contains_none', terms: ['secret'] },
    });
    await expect(publish({ text: 'un secret' })).rejects.toMatchObject({ code: 'check_blocked' });
    expect(await server.posts(person)).toEqual([]);
  });

  it('holds an old post back rather than publish it by itself a day later', async () => {
    between = (request) => (request.url.includes('putRecord') ? lost() : null);
    const told = await publish();
    between = () => null;
    platform.clock.now += 25 * 3_600_000;
    await services.directPosts.drain();
    expect(await platform.db.directPosts.get(told.shareId)).toMatchObject({
      state: 'parked',
      failure: { code: 'post_unsure' },
    });
    expect(await server.posts(person)).toEqual([]);
    await services.directPosts.discardPost({ shareId: told.shareId, isOnline: true });
    expect(await platform.db.shares.toArray()).toMatchObject([{ state: 'confirmed', postUrl: null }]);
  });
});

describe('deletePost', () => {
  it('takes it down there, and says so here', async () => {
    const { shareId } = await publish();
    await services.directPosts.deletePost(shareId);
    expect(await server.posts(person)).toEqual([]);
    expect(await platform.db.shares.get(shareId)).toMatchObject({ state: 'dismissed', removedAt: platform.clock.now });
    await expect(services.directPosts.deletePost(shareId)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is told later what cannot be told now', async () => {
    const { shareId } = await publish();
    between = (request) => (request.url.includes('deleteRecord') ? lost() : null);
    await services.directPosts.deletePost(shareId);
    expect(await platform.db.shares.get(shareId)).toMatchObject({ state: 'verified' });
    between = () => null;
    await restart(platform).directPosts.hurry();
    expect(await server.posts(person)).toEqual([]);
    expect(await platform.db.shares.get(shareId)).toMatchObject({ state: 'dismissed' });
  });
});
