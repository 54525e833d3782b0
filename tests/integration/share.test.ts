import { describe, expect, it } from 'vitest';
import { createServices, type Services } from '../../entrypoints/background/services.ts';
import type { StoredCheck } from '../../lib/domain/checks/check.ts';
import { createTestPlatform, restart } from '../helpers/platform.ts';
import { anItem, aSource } from '../helpers/rows.ts';

async function withItem(values: Parameters<typeof anItem>[0] = {}) {
  const platform = createTestPlatform();
  await platform.db.items.add(anItem(values));
  return { platform, services: createServices(platform) };
}

describe('startShare', () => {
  it('writes the share as opened, marks the item read and opens the composer', async () => {
    const { platform, services } = await withItem({ id: 'a', url: 'https://maison-lumen.example/a' });
    const { shareId } = await services.shares.startShare({ itemId: 'a', network: 'x', text: 'Bonjour à tous' });
    expect(await platform.db.shares.get(shareId)).toMatchObject({ state: 'opened', network: 'x', askedAt: null });
    expect((await platform.db.items.get('a'))?.unread).toBe(0);
    const composer = new URL(platform.opened[0]?.target ?? '');
    expect(composer.origin).toBe('https://x.com');
    expect(composer.searchParams.get('text')).toBe('Bonjour à tous');
    expect(composer.searchParams.get('url')).toBe('https://maison-lumen.example/a');
  });

  it('keeps the share when the browser refuses the window, and opens it again', async () => {
    const { platform } = await withItem({ id: 'a' });
    const services = restart(platform, { openComposerWindow: () => Promise.reject(new Error('no window')) });
    await expect(services.shares.startShare({ itemId: 'a', network: 'x', text: 'Bonjour' })).rejects.toMatchObject({
      code: 'composer_blocked',
    });
    const [share] = await platform.db.shares.toArray();
    expect(share).toMatchObject({ state: 'opened', text: 'Bonjour' });
    await restart(platform).shares.reopenShare({ shareId: share?.id ?? '' });
    expect(platform.opened).toMatchObject([{ kind: 'composer', target: expect.stringContaining('text=Bonjour') }]);
    expect(await platform.db.shares.count()).toBe(1);
  });

  it.each([
    ['an internal address', { id: 'a', url: 'http://intranet.local/a' }, 'address_internal'],
    ['no address', { id: 'a', url: null }, 'invalid_address'],
    ['an item that left the feed', { id: 'b' }, 'not_found'],
  ])('refuses %s', async (_, values, code) => {
    const { platform, services } = await withItem(values);
    await expect(services.shares.startShare({ itemId: 'a', network: 'x', text: '' })).rejects.toMatchObject({ code });
    expect(await platform.db.shares.count()).toBe(0);
    expect(platform.opened).toEqual([]);
  });
});

describe('startShare, checks', () => {
  const check = (values: Partial<StoredCheck>): StoredCheck => ({
    id: 'secret',
    level: 'block',
    help: 'Not this.',
    rule: { type: 'contains_none', terms: ['secret'] },
    sourceId: 'newsroom',
    position: 0,
    ...values,
  });
  const share = (services: Services, text: string, warningsSeen?: boolean) =>
    services.shares.startShare({ itemId: 'a', network: 'x', text, warningsSeen });

  it('keeps back what a block finds, whatever the page says it showed', async () => {
    const { platform, services } = await withItem({ id: 'a' });
    await platform.db.checks.add(check({}));
    await expect(share(services, 'C’est un SECRET', true)).rejects.toMatchObject({ code: 'check_blocked' });
    expect(await platform.db.shares.count()).toBe(0);
    expect(platform.opened).toEqual([]);
    await share(services, 'Rien à cacher');
    expect(await platform.db.shares.count()).toBe(1);
  });

  it('asks for a warning to be read, once; advice passes', async () => {
    const { platform, services } = await withItem({ id: 'a' });
    await platform.db.checks.bulkAdd([
      check({ level: 'warning' }),
      check({ id: 'tag', level: 'advice', rule: { type: 'hashtag', tags: ['Lumen'] } }),
    ]);
    await expect(share(services, 'un secret')).rejects.toMatchObject({ code: 'check_warned' });
    await share(services, 'un secret', true);
    await share(services, 'sans mot-dièse');
    expect(await platform.db.shares.count()).toBe(2);
  });

  it.each([
    ['a network that the item is not offered on', { networks: ['linkedin' as const] }],
    ['an item that expired', { expiresAt: Date.UTC(2026, 10, 22, 11) }],
  ])('keeps back %s', async (_, values) => {
    const { platform, services } = await withItem({ id: 'a', ...values });
    await expect(share(services, 'Bonjour')).rejects.toMatchObject({ code: 'check_blocked' });
    expect(await platform.db.shares.count()).toBe(0);
  });

  it('keeps back an internal address in the text', async () => {
    const { services } = await withItem({ id: 'a' });
    await expect(share(services, 'Voir http://intranet/plan')).rejects.toMatchObject({ code: 'check_blocked' });
  });

  it('hears the item’s own source and the hubs, no other feed', async () => {
    const { platform, services } = await withItem({ id: 'a' });
    await platform.db.sources.bulkAdd([
      aSource({ id: 'newsroom' }),
      aSource({ id: 'other', url: 'https://other.example/feed' }),
    ]);
    await platform.db.checks.add(check({ sourceId: 'other' }));
    await share(services, 'un secret');
    await platform.db.sources.update('other', { kind: 'hub' });
    await expect(share(services, 'un secret')).rejects.toMatchObject({ code: 'check_blocked' });
  });
});

describe('windowClosed', () => {
  it('asks once, even when the background died in between', async () => {
    const { platform, services } = await withItem({ id: 'a' });
    const { shareId } = await services.shares.startShare({ itemId: 'a', network: 'linkedin', text: 'Bonjour' });
    const windowId = 1;
    const revived = restart(platform);
    await revived.shares.windowClosed(windowId);
    await revived.shares.windowClosed(windowId);
    expect(platform.opened.filter(({ kind }) => kind === 'ask')).toEqual([{ kind: 'ask', target: shareId }]);
    expect((await platform.db.shares.get(shareId))?.askedAt).toBe(platform.clock.now);
  });

  it('does not ask about a share already answered, nor about any other window', async () => {
    const { platform, services } = await withItem({ id: 'a' });
    const { shareId } = await services.shares.startShare({ itemId: 'a', network: 'linkedin', text: 'Bonjour' });
    await services.shares.decideShare({ shareId, state: 'dismissed' });
    await services.shares.windowClosed(1);
    await services.shares.windowClosed(99);
    expect(platform.opened.filter(({ kind }) => kind === 'ask')).toEqual([]);
  });
});

describe('decideShare', () => {
  it('lets the employee correct an answer, and never touches a verified share', async () => {
    const { platform, services } = await withItem({ id: 'a' });
    const { shareId } = await services.shares.startShare({ itemId: 'a', network: 'x', text: '' });
    for (const state of ['confirmed', 'dismissed', 'confirmed'] as const) {
      await services.shares.decideShare({ shareId, state });
      expect((await platform.db.shares.get(shareId))?.state).toBe(state);
    }
    await platform.db.shares.update(shareId, { state: 'verified' });
    await services.shares.decideShare({ shareId, state: 'dismissed' });
    expect((await platform.db.shares.get(shareId))?.state).toBe('verified');
  });

  it('says which share is missing', async () => {
    const { services } = await withItem();
    await expect(services.shares.decideShare({ shareId: 'none', state: 'confirmed' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
