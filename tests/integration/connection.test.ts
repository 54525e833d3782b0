import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices } from '../../entrypoints/background/services.ts';
import { startTestHub, type TestHub } from '../helpers/hub.ts';
import { createTestPlatform, restart } from '../helpers/platform.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

function aBrowser(overrides: Parameters<typeof createTestPlatform>[0] = {}) {
  const platform = createTestPlatform({ fetch: (...request) => fetch(...request), now: Date.now, ...overrides });
  return { platform, services: createServices(platform) };
}

describe('connectHub', () => {
  it('brings feed, guidelines and groups, and keeps the token where no query looks', async () => {
    const { platform, services } = aBrowser();
    const invitationUrl = await hub.invite();
    const preview = await services.connections.previewInvitation({ invitationUrl });
    expect(preview).toMatchObject({ companyName: 'Maison Lumen', hubUrl: hub.url });
    await services.connections.connectHub({ invitationUrl, displayName: '  Camille R.  ' });
    expect(await platform.db.connections.toArray()).toMatchObject([{ memberName: 'Camille R.', state: 'active' }]);
    expect(await platform.db.items.count()).toBeGreaterThanOrEqual(20);
    expect(await platform.db.groups.count()).toBe(5);
    expect(await platform.db.guidelines.where('id').notEqual('').count()).toBe(10);
    const { token } = (await platform.db.secrets.toArray())[0] ?? { token: 'none' };
    const { json } = await services.data.exportData();
    expect(json).not.toContain(token);
    expect(json).not.toContain(invitationUrl.split('#')[1]);
  });

  it.each([
    ['the link again', async (used: string) => used, 'invitation_used'],
    ['a made-up secret', async () => `${hub.url}/join#${'A'.repeat(43)}`, 'invitation_invalid'],
    ['another page', async () => `${hub.url}/wall`, 'invitation_invalid'],
    ['a script', async () => `javascript:alert(1)//join#${'A'.repeat(43)}`, 'invitation_invalid'],
  ])('refuses %s and leaves nothing behind', async (_, link, code) => {
    const used = await hub.invite();
    await aBrowser().services.connections.connectHub({ invitationUrl: used, displayName: 'First' });
    const { platform, services } = aBrowser();
    const attempt = services.connections.connectHub({ invitationUrl: await link(used), displayName: 'Second' });
    await expect(attempt).rejects.toMatchObject({ code });
    expect(await platform.db.connections.count()).toBe(0);
    expect(await platform.db.secrets.count()).toBe(0);
  });

  it('is one connection per hub', async () => {
    const { services } = aBrowser();
    await services.connections.connectHub({ invitationUrl: await hub.invite(), displayName: 'Camille R.' });
    const again = services.connections.connectHub({ invitationUrl: await hub.invite(), displayName: 'Camille R.' });
    await expect(again).rejects.toMatchObject({ code: 'already_connected' });
  });
});

describe('disconnectHub', () => {
  it('revokes the token on the hub, forgets what came from it and keeps the journal', async () => {
    const { platform, services } = aBrowser();
    const { connectionId } = await services.connections.connectHub({
      invitationUrl: await hub.invite(),
      displayName: 'Camille R.',
    });
    const token = (await platform.db.secrets.get(connectionId))?.token ?? '';
    const item = await platform.db.items.toCollection().first();
    await services.shares.startShare({ itemId: item?.id ?? '', network: 'x', text: 'Bonjour' });
    await services.connections.disconnectHub(connectionId);
    const tables = ['connections', 'secrets', 'sources', 'items', 'groups', 'guidelines', 'campaigns'];
    for (const name of tables) expect([name, await platform.db.table(name).count()]).toEqual([name, 0]);
    expect(await platform.db.shares.count()).toBe(1);
    const me = await fetch(`${hub.url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(me.status).toBe(401);
  });

  it('forgets the hub here even when it cannot be told', async () => {
    const { platform, services } = aBrowser();
    const { connectionId } = await services.connections.connectHub({
      invitationUrl: await hub.invite(),
      displayName: 'Camille R.',
    });
    const offline = restart(platform, { fetch: () => Promise.reject(new TypeError('offline')) });
    await offline.connections.disconnectHub(connectionId);
    expect(await platform.db.secrets.count()).toBe(0);
  });
});

describe('a revoked token', () => {
  it('is said on the source, and the stored feed stays readable', async () => {
    const { platform, services } = aBrowser();
    const { connectionId } = await services.connections.connectHub({
      invitationUrl: await hub.invite(),
      displayName: 'Camille R.',
    });
    await platform.db.secrets.update(connectionId, { token: 'x'.repeat(43) });
    await services.sources.refreshAll();
    expect((await platform.db.sources.get(connectionId))?.failure?.code).toBe('not_signed_in');
    expect((await platform.db.connections.get(connectionId))?.state).toBe('revoked');
    expect(await platform.db.items.count()).toBeGreaterThanOrEqual(20);
  });
});

describe('eraseData', () => {
  it('leaves an empty database and no setting', async () => {
    const { platform, services } = aBrowser();
    await services.connections.connectHub({ invitationUrl: await hub.invite(), displayName: 'Camille R.' });
    await services.firstScreen.refresh();
    await services.data.eraseData();
    for (const table of platform.db.tables) expect([table.name, await table.count()]).toEqual([table.name, 0]);
  });
});
