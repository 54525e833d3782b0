import { describe, expect, it } from 'vitest';
import { createServices } from '../../entrypoints/background/services.ts';
import { defaultPreferences } from '../../lib/domain/default-preferences.ts';
import type { ItemRow } from '../../lib/storage/db.ts';
import { readFeedScreen } from '../../lib/storage/queries/feed.ts';
import { writePreferences } from '../../lib/storage/settings.ts';
import { createTestPlatform, restart } from '../helpers/platform.ts';
import { anItem } from '../helpers/rows.ts';

const hour = 3_600_000;

async function withItems(...items: Partial<ItemRow>[]) {
  const platform = createTestPlatform();
  await platform.db.items.bulkAdd(items.map((values, i) => anItem({ id: `newsroom|${i}`, ...values })));
  const services = createServices(platform);
  const shelfOf = async (id: string) => (await platform.db.items.get(id))?.shelf;
  const screen = () => readFeedScreen(platform.db, { limit: 10, now: platform.clock.now, language: 'en' });
  return { platform, services, shelfOf, screen };
}

describe('setItemMark', () => {
  it('puts away what is not for me, silently, and gives it back as it was', async () => {
    const { platform, services, shelfOf, screen } = await withItems({ id: 'a', unread: 0 }, { id: 'b' });
    await services.shelves.setItemMark({ itemId: 'a', hidden: true });
    expect(await shelfOf('a')).toBe('away');
    expect((await screen()).itemCount).toBe(1);
    await services.shelves.setItemMark({ itemId: 'a', hidden: false });
    expect(await platform.db.items.get('a')).toMatchObject({ shelf: 'feed', unread: 0 });
    expect(await platform.db.marks.count()).toBe(0);
  });

  it('counts nothing that is put away as unread', async () => {
    const { services, screen } = await withItems({ id: 'a' }, { id: 'b' });
    expect((await screen()).unreadCount).toBe(2);
    await services.shelves.setItemMark({ itemId: 'a', hidden: true });
    expect((await screen()).unreadCount).toBe(1);
  });

  it('snoozes until the hour, asks to be woken then, and brings it back as new', async () => {
    const { platform, services, shelfOf, screen } = await withItems({ id: 'a', unread: 0 });
    const until = platform.clock.now + 10 * hour;
    await services.shelves.setItemMark({ itemId: 'a', snoozedUntil: until });
    expect(await shelfOf('a')).toBe('away');
    expect(platform.shelfWakes.at(-1)).toBe(until);
    platform.clock.now = until - 1;
    await services.shelves.wakeUp();
    expect(await shelfOf('a')).toBe('away');
    platform.clock.now = until;
    await restart(platform).shelves.wakeUp();
    expect(await platform.db.items.get('a')).toMatchObject({ shelf: 'feed', unread: 1, shelfUntil: null });
    expect(platform.shelfWakes.at(-1)).toBeNull();
    expect((await screen()).unreadCount).toBe(1);
  });

  it('keeps what was not spoken of', async () => {
    const { platform, services } = await withItems({ id: 'a' });
    await services.shelves.setItemMark({ itemId: 'a', saved: true });
    const savedAt = platform.clock.now;
    platform.clock.now += hour;
    await services.shelves.setItemMark({ itemId: 'a', snoozedUntil: platform.clock.now + hour });
    await services.shelves.setItemMark({ itemId: 'a', saved: true });
    expect(await platform.db.marks.get('a')).toEqual({
      itemId: 'a',
      savedAt,
      hiddenAt: null,
      snoozedUntil: platform.clock.now + hour,
    });
  });

  it('refuses a mark on what left the feed, and lets one be taken back', async () => {
    const { platform, services } = await withItems();
    await expect(services.shelves.setItemMark({ itemId: 'gone', saved: true })).rejects.toMatchObject({
      code: 'not_found',
    });
    await platform.db.marks.add({ itemId: 'gone', savedAt: null, hiddenAt: 1, snoozedUntil: null });
    await services.shelves.setItemMark({ itemId: 'gone', hidden: false });
    expect(await platform.db.marks.count()).toBe(0);
  });
});

describe('setTopic', () => {
  it('silences a topic however its tag is written, and gives it back', async () => {
    const { platform, services, shelfOf } = await withItems(
      { id: 'a', tags: ['ÉNERGIE'] },
      { id: 'b', tags: ['#energie', 'Lille'] },
      { id: 'c', tags: ['Lille'] },
    );
    await services.shelves.setTopic({ label: '#Énergie', stance: 'muted' });
    expect(await Promise.all(['a', 'b', 'c'].map(shelfOf))).toEqual(['away', 'away', 'feed']);
    expect(await platform.db.topics.toArray()).toEqual([{ key: 'energie', label: 'Énergie', stance: 'muted' }]);
    await services.shelves.setTopic({ label: 'energie', stance: 'followed' });
    expect(await Promise.all(['a', 'b', 'c'].map(shelfOf))).toEqual(['feed', 'feed', 'feed']);
    await services.shelves.setTopic({ label: 'energie', stance: null });
    expect(await platform.db.topics.count()).toBe(0);
  });

  it('forgets nothing on a label that says nothing', async () => {
    const { platform, services } = await withItems();
    await services.shelves.setTopic({ label: ' # ', stance: 'muted' });
    expect(await platform.db.topics.count()).toBe(0);
  });
});

describe('wakeUp', () => {
  it('opens what was announced and takes away what expired, then waits for the next', async () => {
    const { platform, services, shelfOf } = await withItems(
      { id: 'opens', embargoUntil: Date.UTC(2026, 10, 22, 13), shelf: 'soon', unread: 0 },
      { id: 'ends', expiresAt: Date.UTC(2026, 10, 22, 14) },
      { id: 'later', embargoUntil: Date.UTC(2026, 10, 25), shelf: 'soon' },
    );
    await services.shelves.reshelve();
    expect(platform.shelfWakes.at(-1)).toBe(Date.UTC(2026, 10, 22, 13));
    platform.clock.now = Date.UTC(2026, 10, 22, 13);
    await services.shelves.wakeUp();
    expect(await platform.db.items.get('opens')).toMatchObject({ shelf: 'feed', unread: 1 });
    expect(platform.shelfWakes.at(-1)).toBe(Date.UTC(2026, 10, 22, 14));
    platform.clock.now = Date.UTC(2026, 10, 22, 15);
    await services.shelves.wakeUp();
    expect(await Promise.all(['opens', 'ends', 'later'].map(shelfOf))).toEqual(['feed', 'away', 'soon']);
  });

  it('shelves everything anew when the employee says who they are', async () => {
    const { services, shelfOf } = await withItems({
      id: 'a',
      audience: { roles: ['sales'], countries: ['FR'], languages: [] },
    });
    await services.shelves.wakeUp();
    expect(await shelfOf('a')).toBe('feed');
    await writePreferences({ ...defaultPreferences, role: 'hr' });
    await services.shelves.wakeUp();
    expect(await shelfOf('a')).toBe('away');
    await writePreferences({ ...defaultPreferences, role: 'sales', country: 'BE' });
    await services.shelves.wakeUp();
    expect(await shelfOf('a')).toBe('away');
    await writePreferences({ ...defaultPreferences, role: 'sales', country: 'FR' });
    await services.shelves.wakeUp();
    expect(await shelfOf('a')).toBe('feed');
  });
});

describe('ten thousand items', () => {
  const tags = ['énergie', 'lille', 'emploi', 'produit', 'équipe'];

  it('are shelved in one go, and only those that move are written', async () => {
    const { platform, services } = await withItems(
      ...Array.from({ length: 10_000 }, (_, i) => ({ orderAt: i, tags: [tags[i % 5] ?? ''], unread: 1 as const })),
    );
    await services.shelves.wakeUp();
    const written: unknown[] = [];
    const note = (changes: unknown) => written.push(changes);
    platform.db.items.hook('updating', note);
    const start = performance.now();
    await services.shelves.setTopic({ label: 'Énergie', stance: 'muted' });
    const tookMs = performance.now() - start;
    expect(written).toHaveLength(2000);
    expect(await platform.db.items.where('[shelf+unread]').equals(['feed', 1]).count()).toBe(8000);
    await services.shelves.reshelve();
    expect(written).toHaveLength(2000);
    // fake-indexeddb clones in JavaScript what a browser does natively; this only catches a square cost.
    expect(tookMs).toBeLessThan(20_000);
  }, 60_000);
});

describe('pickToday', () => {
  it('is the same at each reopening of a day, and another the day after', async () => {
    const { platform, services } = await withItems(
      ...Array.from({ length: 20 }, (_, i) => ({ orderAt: i, unread: 0 as const })),
    );
    const { itemIds } = await services.dailyPick.pickToday();
    expect(itemIds).toHaveLength(3);
    await platform.db.items.bulkAdd([anItem({ id: 'new', pinned: 1 })]);
    await services.shelves.setItemMark({ itemId: itemIds[0] ?? '', saved: true });
    platform.clock.now += 2 * hour;
    expect(await restart(platform).dailyPick.pickToday()).toEqual({ itemIds });
    await services.shelves.setItemMark({ itemId: itemIds[1] ?? '', hidden: true });
    expect((await services.dailyPick.pickToday()).itemIds).toEqual([itemIds[0], itemIds[2]]);
    platform.clock.now += 24 * hour;
    expect((await services.dailyPick.pickToday()).itemIds[0]).toBe('new');
  });
});

describe('startComment', () => {
  it('is a share that opens the post in a tab, and is asked about when the tab closes', async () => {
    const url = 'https://www.linkedin.com/feed/update/urn:li:activity:71/';
    const { platform, services } = await withItems({ id: 'a', kind: 'engage', url });
    const { shareId } = await services.shares.startComment({ itemId: 'a', text: 'Bravo !' });
    expect(await platform.db.shares.get(shareId)).toMatchObject({
      act: 'comment',
      network: 'linkedin',
      state: 'opened',
      text: 'Bravo !',
      url,
    });
    expect(platform.opened).toEqual([{ kind: 'tab', target: url }]);
    expect((await platform.db.items.get('a'))?.unread).toBe(0);
    await restart(platform).shares.tabClosed(1);
    await restart(platform).shares.tabClosed(1);
    expect(platform.opened.slice(1)).toEqual([{ kind: 'ask', target: shareId }]);
  });

  it('knows no network of another site', async () => {
    const { platform, services } = await withItems({ id: 'a', kind: 'engage', url: 'https://forum.example/t/1' });
    const { shareId } = await services.shares.startComment({ itemId: 'a', text: '' });
    expect(await platform.db.shares.get(shareId)).toMatchObject({ act: 'comment', network: null });
  });

  it.each([
    ['startShare', { network: 'x' as const }],
    ['startComment', {}],
  ] as const)('%s refuses what is not open yet', async (name, more) => {
    const { platform, services } = await withItems({ id: 'a', embargoUntil: Date.UTC(2026, 10, 30), shelf: 'soon' });
    const start = services.shares[name] as (input: object) => Promise<unknown>;
    await expect(start({ itemId: 'a', text: '', ...more })).rejects.toMatchObject({ code: 'under_embargo' });
    expect(platform.opened).toEqual([]);
    expect(await platform.db.shares.count()).toBe(0);
  });
});
