import { beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { hubPayload, memberPayload } from '../../../lib/contract/hub.ts';
import { memberLimit } from '../http/limits.ts';
import { aHub, answered, countRows, refused, setUpCompany, type TestHub } from '../testing/a-hub.ts';
import { describeEachDatabase } from '../testing/databases.ts';

describeEachDatabase('hubRoutes and meRoutes', (db) => {
  let hub: TestHub;
  beforeEach(async () => {
    await setUpCompany(db());
    hub = aHub(db());
  });

  it('tells anyone what the hub is', async () => {
    expect(await answered(await hub.request('GET', '/api/v1/hub'), 200, hubPayload)).toEqual({
      relais: 1,
      company_name: 'Acme',
      languages: ['fr', 'en'],
      feed_url: 'https://hub.example/feed.json',
    });
  });

  it('answers a health check', async () => {
    await answered(await hub.request('GET', '/healthz'), 200, z.object({ ok: z.literal(true) }));
  });

  it('revokes the one token that asks for it', async () => {
    const camille = await hub.join();
    const ines = await hub.join('Inès');
    expect((await camille.request('DELETE', '/api/v1/me/device')).status).toBe(204);
    await refused(await camille.request('GET', '/api/v1/me'), 401, 'not_signed_in');
    await refused(await camille.request('DELETE', '/api/v1/me/device'), 401, 'not_signed_in');
    const me = await answered(await ines.request('GET', '/api/v1/me'), 200, memberPayload);
    expect(me).toEqual({ id: ines.id, display_name: 'Inès', role: 'member' });
    expect(await countRows(db(), 'devices')).toBe(1);
    expect(await countRows(db(), 'members')).toBe(2);
  });

  it.each([
    ['GET', '/api/v1/me'],
    ['DELETE', '/api/v1/me/device'],
    ['GET', '/api/v1/feed'],
    ['GET', '/api/v1/groups'],
    ['GET', '/api/v1/groups/open/spots'],
    ['POST', '/api/v1/groups/open/spots'],
    ['DELETE', '/api/v1/spots/9b2b6a3e-0d2f-4b8e-9f11-6d5d0a3c2b1a'],
    ['GET', '/api/v1/participation'],
    ['PUT', '/api/v1/participation'],
    ['DELETE', '/api/v1/participation'],
    ['POST', '/api/v1/participation/events'],
    ['GET', '/api/v1/leaderboard'],
    ['GET', '/api/v1/anything-new'],
  ])('asks for a token: %s %s', async (method, path) => {
    const answer = await hub.request(method, path, method === 'GET' ? undefined : {});
    expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer');
    await refused(answer, 401, 'not_signed_in');
    const withWrongOne = { Authorization: `Bearer relais_${'x'.repeat(43)}` };
    await refused(await hub.request(method, path, undefined, withWrongOne), 401, 'not_signed_in');
  });

  it('slows a member down who asks without end, and nobody else', async () => {
    const camille = await hub.join();
    const ines = await hub.join('Inès');
    for (let count = 0; count < memberLimit; count++) await camille.request('GET', '/api/v1/me');
    const answer = await camille.request('GET', '/api/v1/me');
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    await refused(answer, 429, 'rate_limited');
    expect((await ines.request('GET', '/api/v1/me')).status).toBe(200);
    hub.clock.now += 60_000;
    expect((await camille.request('GET', '/api/v1/me')).status).toBe(200);
  });
});
