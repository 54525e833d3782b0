import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type TestServer } from '../../../tests/helpers/serve.ts';
import { codeOf } from '../../domain/errors.ts';
import { createHttpClient } from '../http/client.ts';
import { createHubClient } from './hub-client.ts';

let server: TestServer;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

const hub = createHubClient({ http: createHttpClient({ fetch }) });
const token = 'token-of-this-device';

function answerWith(status: number, body: unknown): void {
  server.answerWith((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === null ? '' : JSON.stringify(body));
  });
}

const spot = {
  url: 'https://www.acme.example/a',
  title: 'A page',
  description: '',
  image_url: null,
  site_name: null,
  author: null,
  language: 'fr',
  quote: null,
  comment: 'À lire',
  tags: ['usine'],
};

describe('createHubClient', () => {
  it('asks an address what it is, without a token', async () => {
    const payload = { relais: 1, company_name: 'Acme', languages: ['fr'], feed_url: `${server.url}/feed.json` };
    answerWith(200, payload);
    expect(await hub.describe(`${server.url}/`)).toEqual(payload);
    expect(server.received[0]).toMatchObject({ method: 'GET', path: '/api/v1/hub' });
    expect(server.received[0]?.headers.authorization).toBeUndefined();
  });

  it('redeems an invitation', async () => {
    answerWith(200, {
      token: 'a-token-of-more-than-twenty',
      member: { id: '6f1c2f0e-6b5e-4d63-9a53-0d3f2c3d9b1a', display_name: 'Zoé', role: 'member' },
      company_name: 'Acme',
      feed_url: `${server.url}/feed.json`,
    });
    const invitation = { secret: 'abcdefghijklmnopqrstuvwx', displayName: 'Zoé', deviceName: 'Firefox' };
    expect(await hub.redeemInvitation(server.url, invitation)).toEqual({
      token: 'a-token-of-more-than-twenty',
      memberName: 'Zoé',
      companyName: 'Acme',
      feedUrl: `${server.url}/feed.json`,
    });
    expect(JSON.parse(server.received[0]?.body ?? '')).toEqual({
      secret: 'abcdefghijklmnopqrstuvwx',
      display_name: 'Zoé',
      device_name: 'Firefox',
    });
  });

  it.each(['invitation_used', 'invitation_expired', 'invitation_invalid'])(
    'says %s when the hub does',
    async (code) => {
      answerWith(410, { error: { code, message: 'no' } });
      await expect(hub.previewInvitation(server.url, 'abcdefghijklmnopqrstuvwx')).rejects.toMatchObject({ code });
    },
  );

  it('lists groups as this connection knows them', async () => {
    const group = { id: 'g1', name: 'Lyon', description: '', visibility: 'private', member_count: 4, url: null };
    answerWith(200, { groups: [group] });
    expect(await hub.groups(server.url, token, 'c1')).toEqual([
      {
        id: 'c1|g1',
        connectionId: 'c1',
        remoteId: 'g1',
        name: 'Lyon',
        description: '',
        visibility: 'private',
        memberCount: 4,
        url: null,
      },
    ]);
    expect(server.received[0]?.headers.authorization).toBe(`Bearer ${token}`);
  });

  it('posts a spot once, word for word what its call shows', async () => {
    answerWith(201, { ...spot, id: '6f1c2f0e-6b5e-4d63-9a53-0d3f2c3d9b1a' });
    await hub.postSpot(server.url, token, 'g/1', '6f1c2f0e-6b5e-4d63-9a53-0d3f2c3d9b1a', spot);
    const shown = hub.calls.postSpot(server.url, 'g/1', spot);
    const [arrived] = server.received;
    expect(arrived).toMatchObject({ method: shown.method, body: shown.body, path: '/api/v1/groups/g%2F1/spots' });
    expect(shown.url).toBe(server.url + arrived?.path);
    expect(arrived?.headers['idempotency-key']).toBe('6f1c2f0e-6b5e-4d63-9a53-0d3f2c3d9b1a');
    expect(server.received).toHaveLength(1);
  });

  it('takes no 200 without the spot for a delivery', async () => {
    answerWith(200, { welcome: 'guest' });
    await expect(hub.postSpot(server.url, token, 'g1', 'k', spot)).rejects.toMatchObject({ code: 'unexpected_answer' });
  });

  it.each([
    ['deleteSpot', () => hub.deleteSpot(server.url, token, 's1'), hub.calls.deleteSpot('', 's1')],
    [
      'joinParticipation',
      () => hub.joinParticipation(server.url, token, 'Zoé'),
      hub.calls.joinParticipation('', 'Zoé'),
    ],
    ['leaveParticipation', () => hub.leaveParticipation(server.url, token), hub.calls.leaveParticipation('')],
    ['signOut', () => hub.signOut(server.url, token), hub.calls.signOut('')],
  ] as const)('%s sends its call with the token', async (_, work, call) => {
    answerWith(204, null);
    await work();
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({ method: call.method, path: call.url, body: call.body });
    expect(server.received[0]?.headers.authorization).toBe(`Bearer ${token}`);
  });

  it('sends participation events and says how many were accepted', async () => {
    answerWith(200, { accepted: 1 });
    const event = {
      id: '6f1c2f0e-6b5e-4d63-9a53-0d3f2c3d9b1a',
      kind: 'share' as const,
      network: 'linkedin' as const,
      state: 'confirmed' as const,
      item_id: null,
      day: '2024-05-01',
    };
    expect(await hub.sendParticipationEvents(server.url, token, [event])).toBe(1);
    expect(server.received[0]?.body).toBe(hub.calls.sendParticipationEvents(server.url, [event]).body);
  });

  it('reads the leaderboard in instants', async () => {
    answerWith(200, {
      period: 'month',
      from: '2024-05-01T00:00:00Z',
      to: '2024-06-01T00:00:00+02:00',
      participant_count: 1,
      rows: [{ rank: 1, display_name: 'Zoé', team: null, shares: 2, spots: 1, points: 25, is_you: true }],
    });
    expect(await hub.leaderboard(server.url, token, 'month')).toEqual({
      period: 'month',
      from: Date.UTC(2024, 4, 1),
      to: Date.UTC(2024, 4, 31, 22),
      participantCount: 1,
      rows: [{ rank: 1, displayName: 'Zoé', team: null, shares: 2, spots: 1, points: 25, isYou: true }],
    });
    expect(server.received[0]?.path).toBe('/api/v1/leaderboard?period=month');
  });

  it('calls an answer of another schema unexpected_answer', async () => {
    answerWith(200, { groups: [{ id: 'g1' }] });
    const error = await hub.groups(server.url, token, 'c1').catch((reason: unknown) => reason);
    expect(codeOf(error)).toBe('unexpected_answer');
  });
});
