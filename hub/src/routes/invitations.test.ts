import { beforeEach, expect, it } from 'vitest';
import { invitationPreviewPayload, memberPayload, redeemInvitationPayload } from '../../../lib/contract/hub.ts';
import { insertInvitation, invitationLifeMs } from '../db/queries/invitations.ts';
import { createInvitationSecret } from '../secrets.ts';
import { aHub, answered, countRows, refused, setUpCompany, type TestHub } from '../testing/a-hub.ts';
import { describeEachDatabase } from '../testing/databases.ts';
import { attemptLimit } from './invitations.ts';

describeEachDatabase('invitationRoutes', (db) => {
  let hub: TestHub;
  beforeEach(async () => {
    await setUpCompany(db());
    hub = aHub(db());
  });

  const redeem = (secret: string, name = 'Camille') =>
    hub.request('POST', '/api/v1/invitations/redeem', { secret, display_name: name, device_name: 'Chrome' });
  const preview = (secret: string, headers?: Record<string, string>) =>
    hub.request('POST', '/api/v1/invitations/preview', { secret }, headers);

  it('previews without using the invitation up', async () => {
    const secret = await insertInvitation(db(), hub.clock.now);
    for (const _ of [1, 2]) {
      const shown = await answered(await preview(secret), 200, invitationPreviewPayload);
      expect(shown).toEqual({
        company_name: 'Acme',
        expires_at: new Date(hub.clock.now + invitationLifeMs).toISOString(),
      });
    }
  });

  it('makes a member and a token that opens the API', async () => {
    const answer = await answered(
      await redeem(await insertInvitation(db(), hub.clock.now)),
      200,
      redeemInvitationPayload,
    );
    expect(answer.feed_url).toBe('https://hub.example/api/v1/feed');
    const me = await hub.request('GET', '/api/v1/me', undefined, { Authorization: `Bearer ${answer.token}` });
    expect(await answered(me, 200, memberPayload)).toEqual(answer.member);
  });

  it('stores neither the secret nor the token', async () => {
    const secret = await insertInvitation(db(), hub.clock.now);
    const { token } = await answered(await redeem(secret), 200, redeemInvitationPayload);
    const stored = JSON.stringify([
      await db().query('SELECT * FROM invitations'),
      await db().query('SELECT * FROM devices'),
      hub.log,
    ]);
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(token);
  });

  it('gives one of many redeemers the membership, and tells the others that it is used', async () => {
    const secret = await insertInvitation(db(), hub.clock.now);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => redeem(secret, `Racer ${index}`)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
    expect(await countRows(db(), 'members')).toBe(1);
    await refused(await preview(secret), 409, 'invitation_used');
  });

  it('refuses an unknown one', async () => {
    await refused(await preview(createInvitationSecret()), 404, 'invitation_invalid');
    await refused(await redeem(createInvitationSecret()), 404, 'invitation_invalid');
  });

  it('refuses one of more than 72 hours', async () => {
    const secret = await insertInvitation(db(), hub.clock.now);
    hub.clock.now += invitationLifeMs;
    await refused(await preview(secret), 410, 'invitation_expired');
    await refused(await redeem(secret), 410, 'invitation_expired');
    expect(await countRows(db(), 'members')).toBe(0);
  });

  it.each([
    ['no body', undefined],
    ['not JSON', '{'],
    ['no secret', {}],
    ['a short secret', { secret: 'abc', display_name: 'Camille', device_name: 'Chrome' }],
    ['an empty name', { secret: createInvitationSecret(), display_name: ' ', device_name: 'Chrome' }],
  ])('rejects %s', async (_, body) => {
    await refused(await hub.request('POST', '/api/v1/invitations/redeem', body), 422, 'rejected');
  });

  it('slows a caller down on all the hub’s processes together, and forgets by the next minute', async () => {
    const other = aHub(db(), hub.clock);
    const from = { 'X-Forwarded-For': '203.0.113.7' };
    for (let count = 0; count < attemptLimit; count += 2) {
      await preview(createInvitationSecret(), from);
      await other.request('POST', '/api/v1/invitations/preview', { secret: createInvitationSecret() }, from);
    }
    const answer = await preview(createInvitationSecret(), from);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    await refused(answer, 429, 'rate_limited');
    expect(JSON.stringify(await db().query('SELECT * FROM attempts'))).not.toContain('203.0.113.7');

    hub.clock.now += 60_000;
    await refused(await preview(createInvitationSecret(), from), 404, 'invitation_invalid');
    expect(await countRows(db(), 'attempts')).toBe(1);
  });
});
