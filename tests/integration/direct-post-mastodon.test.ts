import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createServices, type Services } from '../../entrypoints/background/services.ts';
import type { Account } from '../../lib/domain/account.ts';
import type { MessageInput } from '../../lib/messaging/protocol.ts';
import { type MastodonDouble, startMastodonDouble } from '../helpers/mastodon-double.ts';
import { createTestPlatform, restart, type TestPlatform } from '../helpers/platform.ts';
import { anItem, aSource } from '../helpers/rows.ts';

/** Against a double of a Mastodon server, written from its documentation. */
let double: MastodonDouble;
let platform: TestPlatform;
let services: Services;
let account: Account;
const hour = 3_600_000;
const lost = () => Promise.reject(new TypeError('the answer is lost'));

/** What stands between the browser and the network; `null` lets a request through. */
let between: (request: Request, pass: () => Promise<Response>) => Promise<Response> | null;

beforeAll(async () => {
  double = await startMastodonDouble({ now: () => platform.clock.now });
});
afterAll(() => double.close());

beforeEach(async () => {
  between = () => null;
  platform = createTestPlatform({
    fetch: (input, init) => {
      const request = new Request(input, init);
      return between(request, () => fetch(request)) ?? fetch(request);
    },
  });
  services = createServices(platform);
  double.statuses.length = 0;
  double.media.clear();
  Object.assign(double.settings, { isPublicReadable: true, isMastodon: true, mediaPolls: 0, mediaLimit: 16_000_000 });
  await signIn();
  account = (await platform.db.accounts.toArray())[0] as Account;
  await platform.db.sources.add(aSource({ id: 'newsroom' }));
  await platform.db.items.add(
    anItem({ id: 'a', url: 'https://maison-lumen.example/a', imageUrl: 'https://cdn.example/heat.jpg' }),
  );
  await platform.db.pictures.add({
    url: 'https://cdn.example/heat.jpg',
    blob: new Blob(['small'], { type: 'image/webp' }),
    storedAt: 1,
  });
});

async function signIn() {
  const { server } = await services.accounts.startMastodonSignIn({ server: double.url });
  const code = await double.agree(platform.opened.at(-1)?.target ?? '');
  return services.accounts.finishMastodonSignIn({ server, code: ` ${code}\n` });
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

const rateLimited = () => ({
  status: 429,
  body: '{"error":"Too many requests"}',
  headers: { 'x-ratelimit-reset': new Date(platform.clock.now + 600_000).toISOString() },
});

describe('signing in', () => {
  it('asks for the least, with PKCE, and keeps the token where no query or export looks', async () => {
    expect(account).toMatchObject({
      handle: `camille@${new URL(double.url).host}`,
      remoteId: '109',
      maxCharacters: 500,
    });
    const { searchParams } = new URL(platform.opened[0]?.target ?? '');
    expect(searchParams.get('scope')).toBe('read:accounts write:statuses write:media');
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    const [token = ''] = [...double.tokens.keys()].slice(-1);
    const { json } = await services.data.exportData();
    expect(json).toContain('camille@');
    expect(json).not.toContain(token);
    expect(await platform.db.secrets.count()).toBe(1);
  });

  it('waits for the code although the worker died, and refuses a wrong one', async () => {
    await services.accounts.disconnectAccount(account.id);
    const { server } = await services.accounts.startMastodonSignIn({ server: double.url });
    const revived = restart(platform);
    const wrong = revived.accounts.finishMastodonSignIn({ server, code: 'made up' });
    await expect(wrong).rejects.toMatchObject({ code: 'sign_in_refused' });
    const code = await double.agree(platform.opened.at(-1)?.target ?? '');
    await revived.accounts.finishMastodonSignIn({ server, code });
    expect(await platform.db.accounts.toArray()).toMatchObject([{ state: 'active' }]);
  });

  it('says that a server is none of Mastodon’s, and leaves nothing', async () => {
    double.settings.isMastodon = false;
    const count = await platform.db.accounts.count();
    await expect(services.accounts.startMastodonSignIn({ server: double.url })).rejects.toMatchObject({
      code: 'not_mastodon',
    });
    expect(await platform.db.accounts.count()).toBe(count);
  });

  it('asks for a site’s permission where it answers but may not be read', async () => {
    between = (request) => (request.method === 'HEAD' ? null : lost());
    await expect(services.accounts.startMastodonSignIn({ server: double.url })).rejects.toMatchObject({
      code: 'host_access_needed',
      origin: double.url,
    });
  });

  it.each(['javascript:alert(1)', 'http://social.example', ' ', 'a b'])('sends nothing to %j', async (server) => {
    await expect(services.accounts.startMastodonSignIn({ server })).rejects.toMatchObject({ code: 'invalid_address' });
  });

  it('takes the token back there on disconnecting, and on erasing everything', async () => {
    const token = [...double.tokens.keys()].at(-1) ?? '';
    await services.accounts.disconnectAccount(account.id);
    expect(double.tokens.has(token)).toBe(false);
    await signIn();
    const again = [...double.tokens.keys()].at(-1) ?? '';
    await services.data.eraseData();
    expect(double.tokens.has(again)).toBe(false);
  });
});

describe('publishPost', () => {
  it('publishes words, link, picture with its text, language and audience', async () => {
    double.settings.mediaPolls = 2;
    const told = await publish({
      withPicture: true,
      pictureAlt: 'Une chaudière',
      language: 'fr',
      visibility: 'unlisted',
    });
    expect(told).toMatchObject({ outcome: 'published' });
    const [status] = double.statuses;
    expect(status).toMatchObject({
      text: 'Fier de l’équipe\nhttps://maison-lumen.example/a',
      language: 'fr',
      visibility: 'unlisted',
    });
    expect(double.media.get(status?.mediaIds[0] ?? '')).toMatchObject({
      description: 'Une chaudière',
      type: 'image/webp',
      size: 5,
    });
    expect(await platform.db.shares.get(told.shareId)).toMatchObject({
      state: 'verified',
      network: 'mastodon',
      postUrl: `${double.url}/@camille/${status?.id}`,
    });
  });

  const loseStatus = (request: Request, pass: () => Promise<Response>) =>
    request.method === 'POST' && request.url.endsWith('/api/v1/statuses') ? pass().then(lost) : null;

  it('makes one post of an answer lost, within the hour that the server remembers its key', async () => {
    between = loseStatus;
    const told = await publish();
    expect(told).toMatchObject({ outcome: 'waiting' });
    between = () => null;
    platform.clock.now += hour / 2;
    await restart(platform).directPosts.hurry();
    expect(double.statuses).toHaveLength(1);
    expect(await platform.db.shares.get(told.shareId)).toMatchObject({ state: 'verified' });
  });

  it.each([
    ['public', 'Fier & « heureux » <3 #Énergie @ana@ailleurs.example'],
    ['unlisted', 'مرحبا 👨‍👩‍👧‍👦'],
  ] as const)('finds a %s post of which the answer was lost, hours later', async (visibility, text) => {
    between = loseStatus;
    const told = await publish({ text, visibility });
    between = () => null;
    platform.clock.now += 3 * hour;
    await restart(platform).directPosts.hurry();
    expect(double.statuses).toHaveLength(1);
    expect(await platform.db.shares.get(told.shareId)).toMatchObject({ state: 'verified', text });
  });

  it('publishes hours later what never arrived', async () => {
    between = (request) => (request.url.endsWith('/api/v1/statuses') ? lost() : null);
    await publish();
    between = () => null;
    platform.clock.now += 3 * hour;
    await restart(platform).directPosts.hurry();
    expect(double.statuses).toHaveLength(1);
  });

  it.each([
    ['a post that only followers see', 'private', true],
    ['a server that shows its people to members only', 'public', false],
  ] as const)('asks rather than post twice: %s', async (_, visibility, isPublicReadable) => {
    between = loseStatus;
    const told = await publish({ visibility });
    between = () => null;
    double.settings.isPublicReadable = isPublicReadable;
    platform.clock.now += 3 * hour;
    await services.directPosts.hurry();
    expect(await platform.db.directPosts.get(told.shareId)).toMatchObject({
      state: 'parked',
      failure: { code: 'post_unsure' },
    });
    expect(double.statuses).toHaveLength(1);
    await expect(publish()).rejects.toMatchObject({ code: 'post_waiting' });
    // The person looked, and it was not there.
    double.statuses.length = 0;
    expect(await services.directPosts.retryPost({ shareId: told.shareId })).toMatchObject({ outcome: 'published' });
    expect(double.statuses).toHaveLength(1);
  });

  it('keeps the text when the token was taken away in the middle, and publishes it once signed in again', async () => {
    double.settings.mediaPolls = 3;
    between = (request) => {
      // Between the picture and the post.
      if (request.url.includes('/api/v1/media/')) double.tokens.clear();
      return null;
    };
    const told = await publish({ withPicture: true });
    expect(told).toMatchObject({ outcome: 'refused', failure: 'not_signed_in' });
    expect((await platform.db.accounts.get(account.id))?.state).toBe('revoked');
    expect(await platform.db.directPosts.get(told.shareId)).toMatchObject({
      state: 'parked',
      text: 'Fier de l’équipe',
    });
    between = () => null;
    await signIn();
    expect(await services.directPosts.retryPost({ shareId: told.shareId })).toMatchObject({ outcome: 'published' });
    expect(double.statuses).toHaveLength(1);
  });

  it.each([
    [
      'POST /api/v1/statuses',
      { status: 403, body: '{"error":"Your login is currently disabled"}' },
      'refused',
      'forbidden',
    ],
    ['POST /api/v1/statuses', { status: 422, body: '{"error":"Validation failed"}' }, 'refused', 'rejected'],
    ['POST /api/v1/statuses', { status: 500, body: '<h1>We’re sorry</h1>' }, 'waiting', 'server_error'],
    [
      'POST /api/v1/statuses',
      { status: 503, body: '{"error":"Remote data could not be fetched"}' },
      'waiting',
      'server_error',
    ],
    ['POST /api/v1/statuses', { status: 200, body: '<h1>Maintenance</h1>' }, 'waiting', 'unexpected_answer'],
    ['POST /api/v2/media', { status: 413, body: 'Payload Too Large' }, 'refused', 'picture_refused'],
    [
      'POST /api/v2/media',
      { status: 422, body: '{"error":"Validation failed: File is invalid"}' },
      'refused',
      'picture_refused',
    ],
    ['POST /api/v2/media', { status: 500, body: '' }, 'waiting', 'server_error'],
  ] as const)('says of %s %j that it is %s: %s', async (call, failure, outcome, code) => {
    double.fail(call, failure);
    const told = await publish({ withPicture: true });
    double.fail(call, null);
    expect(told).toMatchObject({ outcome, failure: code });
    expect(await platform.db.directPosts.get(told.shareId)).toMatchObject({ text: 'Fier de l’équipe' });
    const withoutPicture = code === 'picture_refused';
    expect(await services.directPosts.retryPost({ shareId: told.shareId, withoutPicture })).toMatchObject({
      outcome: 'published',
    });
    expect(double.statuses).toHaveLength(1);
  });

  it('waits until the server counts anew', async () => {
    double.fail('POST /api/v1/statuses', rateLimited());
    const told = await publish();
    double.fail('POST /api/v1/statuses', null);
    expect(told).toMatchObject({ outcome: 'waiting', failure: 'rate_limited' });
    await services.directPosts.hurry();
    expect(double.statuses).toHaveLength(0);
    expect(platform.wakes.at(-1)).toBeGreaterThanOrEqual(platform.clock.now + 600_000);
    platform.clock.now += 700_000;
    await services.directPosts.drain();
    expect(double.statuses).toHaveLength(1);
  });

  it('keeps to the instance’s own limit, links and mentions counted as it does', async () => {
    await platform.db.accounts.update(account.id, { maxCharacters: 60 });
    const link = `https://example.com/${'a'.repeat(200)}`;
    await publish({ text: `${link} @ana@a-very-long-server-name.example` });
    await expect(publish({ text: 'é'.repeat(61) })).rejects.toMatchObject({ code: 'text_too_long' });
  });

  it('sends nothing once taken back', async () => {
    between = () => lost();
    const told = await publish();
    await services.directPosts.discardPost({ shareId: told.shareId, isOnline: false });
    between = () => null;
    await services.directPosts.hurry();
    expect(double.statuses).toHaveLength(0);
    expect(await platform.db.shares.count()).toBe(0);
  });
});

describe('deletePost', () => {
  it.each(['there', 'gone already'])('takes down a post that is %s', async (where) => {
    const { shareId } = await publish();
    if (where === 'gone already') double.statuses.length = 0;
    await services.directPosts.deletePost(shareId);
    expect(double.statuses).toHaveLength(0);
    expect(await platform.db.shares.get(shareId)).toMatchObject({ state: 'dismissed', removedAt: platform.clock.now });
  });

  it('says so when the network refuses, and the post is still known to be online', async () => {
    const { shareId } = await publish();
    double.tokens.clear();
    await expect(services.directPosts.deletePost(shareId)).rejects.toMatchObject({ code: 'not_signed_in' });
    expect(await platform.db.shares.get(shareId)).toMatchObject({ state: 'verified', removedAt: null });
  });
});
