import { describe, expect, it } from 'vitest';
import { createServices } from '../../entrypoints/background/services.ts';
import { defaultPreferences } from '../../lib/domain/default-preferences.ts';
import { readPreferences, writePreferences } from '../../lib/storage/settings.ts';
import { createTestPlatform, restart } from '../helpers/platform.ts';
import { anItem, aSource } from '../helpers/rows.ts';

const hour = 3_600_000;
/** A Monday at ten, where this computer is. */
const monday = new Date(2026, 10, 23, 10).getTime();
const office = { fromHour: 9, toHour: 18, days: [1, 2, 3, 4, 5] };

async function atWork(overrides: Parameters<typeof createTestPlatform>[0] = {}) {
  await writePreferences({ ...defaultPreferences, digest: office });
  const platform = createTestPlatform(overrides);
  platform.clock.now = monday;
  await platform.db.sources.add(aSource({ changedAt: monday - hour }));
  const item = (id: string, more: object) =>
    anItem({ id: `newsroom|${id}`, title: id, receivedAt: monday - hour, orderAt: monday - hour, ...more });
  await platform.db.items.bulkAdd([
    item('fresh', {}),
    item('fresher', { orderAt: monday - hour / 2 }),
    item('pinned', { pinned: 1, orderAt: monday - 2 * hour }),
    item('fourth', { orderAt: monday - 3 * hour }),
    item('seen', { unread: 0 }),
    item('muted', { shelf: 'away' }),
    item('coming', { shelf: 'soon' }),
    item('last week', { receivedAt: monday - 7 * 24 * hour }),
  ]);
  return { platform, digest: createServices(platform).digest };
}

describe('the digest', () => {
  it('names the newest of what is offered and unread, once a day, also when the worker dies in between', async () => {
    const { platform, digest } = await atWork();
    await Promise.all([digest.tell(), digest.tell()]);
    expect(platform.digests).toEqual([{ count: 4, titles: ['pinned', 'fresher', 'fresh'] }]);
    platform.clock.now += 2 * hour;
    await platform.db.items.add(anItem({ id: 'newsroom|later', title: 'later', receivedAt: platform.clock.now }));
    await platform.db.sources.update('newsroom', { changedAt: platform.clock.now });
    await restart(platform).digest.tell();
    expect(platform.digests).toHaveLength(1);
    platform.clock.now += 24 * hour;
    await restart(platform).digest.tell();
    expect(platform.digests.at(-1)).toEqual({ count: 1, titles: ['later'] });
    platform.clock.now += 24 * hour;
    await restart(platform).digest.tell();
    expect(platform.digests).toHaveLength(2);
  });

  it.each([
    ['the feed is open', { isFeedOpen: async () => true }],
    ['the permission was taken back', { canNotify: async () => false }],
  ])('waits while %s', async (_, overrides) => {
    const { platform, digest } = await atWork(overrides);
    await digest.tell();
    expect(platform.digests).toEqual([]);
    await restart(platform, { isFeedOpen: async () => false, canNotify: async () => true }).digest.tell();
    expect(platform.digests).toHaveLength(1);
  });

  it('is silent out of its hours, and where it is off', async () => {
    const { platform, digest } = await atWork();
    platform.clock.now = monday - 2 * hour;
    await digest.tell();
    await writePreferences({ ...defaultPreferences, digest: null });
    platform.clock.now = monday;
    await digest.tell();
    expect(platform.digests).toEqual([]);
  });

  it('goes off with the permission, and leaves the other preferences', async () => {
    const { digest } = await atWork();
    await writePreferences({ ...(await readPreferences()), theme: 'dark' });
    await digest.turnOff();
    expect(await readPreferences()).toMatchObject({ digest: null, theme: 'dark' });
  });
});

describe('the badge', () => {
  it('is empty for who does not want it', async () => {
    const { platform } = await atWork();
    const { firstScreen } = createServices(platform);
    await firstScreen.refresh();
    await writePreferences({ ...defaultPreferences, badge: false });
    await firstScreen.refresh();
    expect(platform.badge).toEqual([5, 0]);
  });
});

describe('everything about a person', () => {
  it('is exported, and erased with what was allowed', async () => {
    let forgotten = 0;
    const { platform } = await atWork({
      forgetPermissions: async () => {
        forgotten += 1;
      },
    });
    const { db } = platform;
    await db.topics.add({ key: 'jobs', label: 'Jobs', stance: 'muted' });
    await db.marks.add({ itemId: 'newsroom|fresh', savedAt: 1, hiddenAt: null, snoozedUntil: null });
    await db.secrets.add({ connectionId: 'lumen', token: 'hush-hush' });
    await db.pictures.add({ url: 'https://a.example/p.png', blob: new Blob(['x']), storedAt: 1 });
    const { data } = createServices(platform);
    const { json } = await data.exportData();
    expect(JSON.parse(json)).toMatchObject({
      relais: 2,
      preferences: { digest: office },
      topics: [{ key: 'jobs' }],
      marks: [{ itemId: 'newsroom|fresh' }],
      learning: [],
      guidelineVersions: [],
    });
    expect(json).not.toContain('hush-hush');
    await data.eraseData();
    for (const table of db.tables) expect(await table.count()).toBe(0);
    expect(await readPreferences()).toEqual(defaultPreferences);
    expect(forgotten).toBe(1);
  });
});
