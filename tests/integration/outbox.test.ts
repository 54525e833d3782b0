import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices, type Services } from '../../entrypoints/background/services.ts';
import { startTestHub, type TestHub } from '../helpers/hub.ts';
import { createTestPlatform, restart, type TestPlatform } from '../helpers/platform.ts';
import { aDraft } from '../helpers/rows.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

const network: typeof fetch = (input, init) => globalThis.fetch(input, init);

async function connected(overrides: Parameters<typeof createTestPlatform>[0] = {}) {
  const platform = createTestPlatform({ fetch: network, now: Date.now, ...overrides });
  const services = createServices(platform);
  const invitationUrl = await hub.invite();
  const { connectionId } = await services.connections.connectHub({ invitationUrl, displayName: 'Camille R.' });
  const groups = await platform.db.groups.filter((group) => group.visibility === 'open').toArray();
  return { platform, services, connectionId, groups };
}

let draftCount = 0;
async function spot(platform: TestPlatform, services: Services, groupIds: string[]): Promise<string> {
  draftCount += 1;
  const draft = aDraft({ id: crypto.randomUUID() });
  await platform.db.drafts.put(draft);
  const { spotId } = await services.spots.sendSpot({
    draftId: draft.id,
    title: `Dark-sky lighting ${draftCount}`,
    comment: 'Worth telling the town halls',
    quote: null,
    tags: ['light'],
    groupIds,
  });
  await services.outbox.drain();
  return spotId;
}

/** How often the hub holds each of these deliveries. */
async function rowsOnHub(ids: string[]): Promise<number> {
  const rows = await hub.db.query('select id from spots where id = any($1) and deleted_at is null', [ids]);
  return rows.length;
}

async function deliveriesOf(platform: TestPlatform, spotId: string) {
  return platform.db.deliveries.where('spotId').equals(spotId).toArray();
}

describe('sendSpot', () => {
  it('posts into each group once and keeps what left, word for word', async () => {
    const { platform, services, groups } = await connected();
    const targets = groups.slice(0, 2).map((group) => group.id);
    const spotId = await spot(platform, services, targets);
    const deliveries = await deliveriesOf(platform, spotId);
    expect(deliveries.map((d) => d.state)).toEqual(['delivered', 'delivered']);
    expect(await rowsOnHub(deliveries.map((d) => d.id))).toBe(2);
    const left = await platform.db.departures.filter((row) => row.purpose === 'spot').toArray();
    expect(left).toHaveLength(2);
    expect(JSON.parse(left[0]?.body ?? '')).toMatchObject({ comment: 'Worth telling the town halls', tags: ['light'] });
  });

  it('is one spot when it is sent twice', async () => {
    const { platform, services, groups } = await connected();
    const draft = aDraft({ id: crypto.randomUUID() });
    await platform.db.drafts.put(draft);
    const input = { draftId: draft.id, title: '', comment: '', quote: null, tags: [], groupIds: [groups[0]?.id ?? ''] };
    await Promise.all([services.spots.sendSpot(input), services.spots.sendSpot(input)]);
    expect(await deliveriesOf(platform, draft.id)).toHaveLength(1);
  });

  it('posts once when the answer is lost and the background dies', async () => {
    const { platform, services, groups } = await connected();
    let cut = true;
    const cutNetwork: typeof fetch = async (input, init) => {
      const answer = await network(input, init);
      if (!cut) return answer;
      await answer.arrayBuffer();
      throw new TypeError('the connection was cut after the hub had answered');
    };
    const dying = restart(platform, { fetch: cutNetwork });
    const spotId = await spot(platform, dying, [groups[0]?.id ?? '']);
    const [waiting] = await deliveriesOf(platform, spotId);
    expect(waiting).toMatchObject({ state: 'queued', attempts: 1, failure: { code: 'network_unreachable' } });
    expect(await rowsOnHub([waiting?.id ?? ''])).toBe(1);
    cut = false;
    await services.outbox.hurry();
    expect((await deliveriesOf(platform, spotId))[0]?.state).toBe('delivered');
    expect(await rowsOnHub([waiting?.id ?? ''])).toBe(1);
  });

  it('sends once when several drains start together', async () => {
    const { platform, services, groups } = await connected();
    let posts = 0;
    const counting: typeof fetch = (input, init) => {
      posts += 1;
      return network(input, init);
    };
    const offline = restart(platform, { fetch: () => Promise.reject(new TypeError('offline')) });
    const spotId = await spot(platform, offline, [groups[0]?.id ?? '']);
    const twins = [restart(platform, { fetch: counting }), restart(platform, { fetch: counting })];
    await Promise.all(twins.map((twin) => twin.outbox.hurry()));
    expect(posts).toBe(1);
    expect((await deliveriesOf(platform, spotId))[0]?.state).toBe('delivered');
    void services;
  });
});

describe('a failing hub', () => {
  const answers: [string, () => Response | Promise<Response>, { state: string; code: string }][] = [
    ['401', () => json(401, 'not_signed_in'), { state: 'queued', code: 'not_signed_in' }],
    ['403', () => json(403, 'forbidden'), { state: 'parked', code: 'forbidden' }],
    ['409', () => json(409, 'conflict'), { state: 'queued', code: 'conflict' }],
    ['422', () => json(422, 'rejected'), { state: 'parked', code: 'rejected' }],
    ['429', () => json(429, 'rate_limited', { 'retry-after': '120' }), { state: 'queued', code: 'rate_limited' }],
    ['500', () => new Response('oops', { status: 500 }), { state: 'queued', code: 'server_error' }],
    [
      'nothing',
      () => Promise.reject(new TypeError('failed to fetch')),
      { state: 'queued', code: 'network_unreachable' },
    ],
  ];

  function json(status: number, code: string, headers: Record<string, string> = {}): Response {
    return Response.json({ error: { code, message: 'said by the test' } }, { status, headers });
  }

  it.each(answers)('that answers %s loses nothing', async (_, answer, expected) => {
    const { platform, groups } = await connected();
    const failing = restart(platform, { fetch: async () => answer() });
    const spotId = await spot(platform, failing, [groups[0]?.id ?? '']);
    const [delivery] = await deliveriesOf(platform, spotId);
    expect(delivery).toMatchObject({ state: expected.state, failure: { code: expected.code } });
    expect(await platform.db.spots.get(spotId)).toBeDefined();
  });

  it('is asked again only after the time it asked for', async () => {
    const { platform, groups } = await connected();
    const slow = restart(platform, { fetch: async () => json(429, 'rate_limited', { 'retry-after': '3600' }) });
    const spotId = await spot(platform, slow, [groups[0]?.id ?? '']);
    const [delivery] = await deliveriesOf(platform, spotId);
    expect((delivery?.nextAttemptAt ?? 0) - Date.now()).toBeGreaterThan(3_500_000);
    expect(platform.wakes.at(-1)).toBe(delivery?.nextAttemptAt);
    await slow.outbox.hurry();
    expect((await deliveriesOf(platform, spotId))[0]).toMatchObject({
      attempts: 1,
      nextAttemptAt: delivery?.nextAttemptAt,
    });
  });

  it('that revoked the token keeps the queue, and a new invitation lets it go', async () => {
    const { platform, services, groups, connectionId } = await connected();
    const revoked = restart(platform, { fetch: async () => json(401, 'not_signed_in') });
    const spotId = await spot(platform, revoked, [groups[0]?.id ?? '']);
    expect((await platform.db.connections.get(connectionId))?.state).toBe('revoked');
    const renewed = await services.connections.connectHub({
      invitationUrl: await hub.invite(),
      displayName: 'Camille R.',
    });
    expect(renewed.connectionId).toBe(connectionId);
    await services.outbox.hurry();
    expect((await deliveriesOf(platform, spotId))[0]?.state).toBe('delivered');
  });
});

describe('undoSpot', () => {
  it('never sends what had not left', async () => {
    const { platform, groups } = await connected();
    const calls: string[] = [];
    const offline = restart(platform, {
      fetch: async (input) => {
        calls.push(String(input instanceof Request ? input.url : input));
        throw new TypeError('offline');
      },
    });
    await platform.db.connections.toCollection().modify({ state: 'revoked' });
    const spotId = await spot(platform, offline, [groups[0]?.id ?? '']);
    await offline.spots.undoSpot(spotId);
    expect((await deliveriesOf(platform, spotId))[0]?.state).toBe('undone');
    expect(calls).toEqual([]);
  });

  it('removes from the groups what was delivered', async () => {
    const { platform, services, groups } = await connected();
    const spotId = await spot(
      platform,
      services,
      groups.slice(0, 2).map((group) => group.id),
    );
    await services.spots.undoSpot(spotId);
    await services.outbox.drain();
    const deliveries = await deliveriesOf(platform, spotId);
    expect(deliveries.map((d) => d.state)).toEqual(['undone', 'undone']);
    expect(await rowsOnHub(deliveries.map((d) => d.id))).toBe(0);
  });

  it('leaves nothing on the hub when the answer to the post was lost', async () => {
    const { platform, services, groups } = await connected();
    const cut = restart(platform, {
      fetch: async (input, init) => {
        await (await network(input, init)).arrayBuffer();
        throw new TypeError('cut');
      },
    });
    const spotId = await spot(platform, cut, [groups[0]?.id ?? '']);
    await services.spots.undoSpot(spotId);
    await services.outbox.drain();
    const deliveries = await deliveriesOf(platform, spotId);
    expect(deliveries.map((d) => d.state)).toEqual(['undone']);
    expect(await rowsOnHub(deliveries.map((d) => d.id))).toBe(0);
  });

  it('that the hub refuses leaves the spot delivered, says why, and never sends it again', async () => {
    const { platform, services, groups } = await connected();
    const spotId = await spot(platform, services, [groups[0]?.id ?? '']);
    const refusing = restart(platform, {
      fetch: async () => Response.json({ error: { code: 'forbidden', message: 'not yours' } }, { status: 403 }),
    });
    await refusing.spots.undoSpot(spotId);
    await refusing.outbox.drain();
    const [delivery] = await deliveriesOf(platform, spotId);
    expect(delivery).toMatchObject({ state: 'delivered', failure: { code: 'forbidden' } });
    const departures = await platform.db.departures.count();
    await services.spots.retryDelivery(delivery?.id ?? '');
    await services.outbox.drain();
    expect(await platform.db.departures.count()).toBe(departures);
    await services.spots.undoSpot(spotId);
    await services.outbox.drain();
    expect((await deliveriesOf(platform, spotId))[0]).toMatchObject({ state: 'undone', failure: null });
  });
});

describe('participation', () => {
  it('sends nothing before joining, then counts what is done, and leaves without a trace', async () => {
    const { platform, services, connectionId, groups } = await connected();
    const item = await platform.db.items.toCollection().first();
    const share = async () => {
      const started = await services.shares.startShare({
        itemId: item?.id ?? '',
        network: 'linkedin',
        text: 'Bonjour',
      });
      await services.shares.decideShare({ shareId: started.shareId, state: 'confirmed' });
    };
    await share();
    expect(await platform.db.departures.filter((row) => row.purpose === 'participation').count()).toBe(0);

    const input = { connectionId, displayName: 'Camille R.' };
    const preview = await services.participation.previewParticipation(input);
    await services.participation.joinLeaderboard(input);
    const joined = await platform.db.departures.filter((row) => row.purpose === 'participation').toArray();
    expect(joined.map(({ method, url, body }) => ({ method, url, body }))).toEqual([preview.requests[0]]);

    await share();
    await spot(platform, services, [groups[0]?.id ?? '']);
    await services.participation.refreshLeaderboard({ connectionId, period: 'month' });
    const board = (await platform.db.leaderboards.get([connectionId, 'month']))?.leaderboard;
    expect(board?.rows.find((row) => row.isYou)).toMatchObject({
      displayName: 'Camille R.',
      shares: 1,
      spots: 1,
      points: 15,
    });

    await services.participation.leaveLeaderboard(connectionId);
    expect(await platform.db.participations.count()).toBe(0);
    await services.participation.refreshLeaderboard({ connectionId, period: 'month' });
    const after = (await platform.db.leaderboards.get([connectionId, 'month']))?.leaderboard;
    expect(after?.rows.some((row) => row.isYou)).toBe(false);
  });

  it('takes a share back when the employee corrects it', async () => {
    const { platform, services, connectionId } = await connected();
    await services.participation.joinLeaderboard({ connectionId, displayName: 'Inès B.' });
    const item = await platform.db.items.toCollection().first();
    const { shareId } = await services.shares.startShare({ itemId: item?.id ?? '', network: 'x', text: '' });
    const yourShares = async () => {
      await services.participation.refreshLeaderboard({ connectionId, period: 'month' });
      const row = await platform.db.leaderboards.get([connectionId, 'month']);
      return row?.leaderboard.rows.find(({ isYou }) => isYou)?.shares;
    };
    await services.shares.decideShare({ shareId, state: 'confirmed' });
    expect(await yourShares()).toBe(1);
    await services.shares.decideShare({ shareId, state: 'dismissed' });
    expect((await yourShares()) ?? 0).toBe(0);
  });
});
