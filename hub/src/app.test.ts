import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { addressLimit } from './http/limits.ts';
import { aHub, aSpot, postSpot, publicUrl, refused, setUpCompany, type TestHub } from './testing/a-hub.ts';
import { aDay, describeEachDatabase } from './testing/databases.ts';

describeEachDatabase('createApp', (db) => {
  let hub: TestHub;
  beforeEach(async () => {
    await setUpCompany(db());
    hub = aHub(db());
  });

  it('lists every route for machines in its OpenAPI document', async () => {
    const answer = await hub.request('GET', '/openapi.json');
    const { openapi, paths } = (await answer.json()) as {
      openapi: string;
      paths: Record<string, Record<string, unknown>>;
    };
    expect(openapi).toBe('3.1.0');
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    const served = hub.app.routes
      .filter(({ method, path }) => method !== 'ALL' && /^\/(api|media|healthz|feed)/.test(path))
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(documented)].sort()).toEqual([...new Set(served)].sort());
    expect(documented.length).toBeGreaterThan(15);
  });

  it('lets any origin ask, without credentials', async () => {
    const preflight = await hub.request('OPTIONS', '/api/v1/groups/open/spots', undefined, {
      Origin: 'moz-extension://abc',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization,content-type,idempotency-key,if-none-match,if-modified-since',
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(preflight.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(preflight.headers.get('Access-Control-Allow-Headers')?.toLowerCase()).toContain('idempotency-key');
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toContain('DELETE');

    const failed = await hub.request('GET', '/api/v1/me', undefined, { Origin: 'moz-extension://abc' });
    expect(failed.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(failed.headers.get('Access-Control-Expose-Headers')).toContain('Retry-After');
  });

  it.each(['/', '/api/v1/hub', '/api/v1/nothing', '/nothing'])(
    'answers %s with the headers that keep a page safe',
    async (path) => {
      const { headers } = await hub.request('GET', path);
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      expect(headers.get('Content-Security-Policy')).not.toContain('unsafe');
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
      expect(headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it('answers an unknown address in kind', async () => {
    const camille = await hub.join();
    await refused(await camille.request('GET', '/api/v1/nothing'), 404, 'not_found');
    await refused(await hub.request('GET', '/nothing.json'), 404, 'not_found');
    const page = await hub.request('GET', '/nothing');
    expect(page.status).toBe(404);
    expect(page.headers.get('Content-Type')).toContain('text/html');
  });

  it('logs what happened, never what was written, who asked or with which secret', async () => {
    const camille = await hub.join('Camille Renard');
    const key = randomUUID();
    await postSpot(camille, 'open', aSpot({ comment: 'A private thought' }), key);
    await camille.request('GET', '/api/v1/groups/open/spots?before=1.secretcursor');
    await camille.request('DELETE', `/api/v1/spots/${key}`);
    const line = hub.log.find((entry) => entry.method === 'POST' && entry.status === 201);
    expect(line).toMatchObject({ level: 'info', event: 'request', route: '/api/v1/groups/:id/spots' });
    expect(hub.log.find((entry) => entry.status === 422)?.code).toBe('rejected');
    const all = JSON.stringify(hub.log);
    for (const secret of [camille.token, 'A private thought', 'Camille', key, 'secretcursor', 'example.org']) {
      expect(all).not.toContain(secret);
    }
  });

  it('says that it failed when it did, and keeps the cause to its log', async () => {
    const log: Record<string, unknown>[] = [];
    const broken = createApp({
      db: {
        ...db(),
        query: () => Promise.reject(new Error('the disk is on fire')),
      },
      config: { publicUrl },
      now: () => aDay,
      contentNow: async () => aDay,
      log: (entry) => log.push(entry),
    });
    const answer = await broken.request('/api/v1/hub');
    const copy = answer.clone();
    await refused(answer, 500, 'server_error');
    expect(await copy.text()).not.toContain('fire');
    expect(log.map((entry) => entry.event)).toEqual(['request_failed', 'request']);
    expect(log[0]?.message).toBe('the disk is on fire');
  });

  it('slows an address down that asks without end, and no other', async () => {
    const ask = (address: string) =>
      hub.app.request('/api/v1/me', {}, { incoming: { socket: { remoteAddress: address } } });
    for (let count = 0; count < addressLimit; count++) await ask('203.0.113.9');
    await refused(await ask('203.0.113.9'), 429, 'rate_limited');
    await refused(await ask('203.0.113.10'), 401, 'not_signed_in');
  });

  it('believes a forwarded address only from a proxy beside it', async () => {
    const ask = (peer: string, forwarded: string) =>
      hub.app.request(
        '/api/v1/me',
        { headers: { 'X-Forwarded-For': forwarded } },
        { incoming: { socket: { remoteAddress: peer } } },
      );
    for (let count = 0; count < addressLimit; count++) await ask('198.51.100.1', `10.9.9.${count % 250}`);
    await refused(await ask('198.51.100.1', '10.1.1.1'), 429, 'rate_limited');
    await refused(await ask('::ffff:172.18.0.2', '198.51.100.1'), 429, 'rate_limited');
    await refused(await ask('::ffff:172.18.0.2', '198.51.100.1, 198.51.100.77'), 401, 'not_signed_in');
  });
});
