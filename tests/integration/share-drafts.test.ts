import { describe, expect, it } from 'vitest';
import { createHandlers } from '../../entrypoints/background/handlers.ts';
import { createServices } from '../../entrypoints/background/services.ts';
import { readCards } from '../../lib/storage/queries/cards.ts';
import { readFeedContext, readFeedRows } from '../../lib/storage/queries/feed-rows.ts';
import { createTestPlatform } from '../helpers/platform.ts';
import { anItem, aShare } from '../helpers/rows.ts';

const gestures = {
  spotActiveTab: () => Promise.reject(new Error('no tab here')),
  spotItem: () => Promise.reject(new Error('no item here')),
  openComposer: () => Promise.reject(new Error('no window here')),
};

async function withItem() {
  const platform = createTestPlatform();
  const suggestions = [{ network: null, language: 'en', tone: null, text: 'Proud of the team.' }];
  await platform.db.items.add(anItem({ id: 'a', suggestions }));
  const services = createServices(platform);
  const handlers = createHandlers(services, gestures, 'boot');
  const drafts = () => platform.db.shareDrafts.toArray();
  const draftOn = async () => {
    const context = await readFeedContext(platform.db, platform.clock.now, 'en');
    const cards = await readCards(platform.db, await readFeedRows(platform.db, { limit: 5 }, context), context);
    return cards[0]?.draftOn;
  };
  return { platform, services, handlers, drafts, draftOn };
}

const draft = { itemId: 'a', network: 'x', text: 'I was there.', aside: null };

describe('drafts of shares', () => {
  it('are marked on the card, where the last words were written', async () => {
    const { handlers, draftOn, platform } = await withItem();
    expect(await draftOn()).toBeNull();
    await handlers.saveDraft(draft);
    platform.clock.now += 1000;
    await handlers.saveDraft({ ...draft, network: 'linkedin' });
    expect(await draftOn()).toBe('linkedin');
    await handlers.discardDraft({ itemId: 'a', network: 'linkedin' });
    expect(await draftOn()).toBe('x');
  });

  it('of a network that this version does not know are kept, and not marked', async () => {
    const { handlers, drafts, draftOn } = await withItem();
    await handlers.saveDraft({ ...draft, network: 'friendly-square' });
    expect(await drafts()).toHaveLength(1);
    expect(await draftOn()).toBeNull();
  });

  it('go once shared, on that network only', async () => {
    const { handlers, drafts } = await withItem();
    await handlers.saveDraft(draft);
    await handlers.saveDraft({ ...draft, network: 'linkedin' });
    await handlers.startShare({ itemId: 'a', network: 'x', text: 'I was there.' });
    expect((await drafts()).map(({ network }) => network)).toEqual(['linkedin']);
  });

  it('stay when the share is held back', async () => {
    const { handlers, drafts, platform } = await withItem();
    await handlers.saveDraft(draft);
    await platform.db.items.update('a', { networks: ['linkedin'] });
    await expect(handlers.startShare({ itemId: 'a', network: 'x', text: 'I was there.' })).rejects.toMatchObject({
      code: 'check_blocked',
    });
    expect(await drafts()).toHaveLength(1);
  });

  it('come back when nothing was posted after all, and go again when it was', async () => {
    const { handlers, drafts } = await withItem();
    const { shareId } = await handlers.startShare({ itemId: 'a', network: 'x', text: 'I was there.' });
    await handlers.decideShare({ shareId, state: 'dismissed' });
    expect(await drafts()).toMatchObject([{ itemId: 'a', network: 'x', text: 'I was there.' }]);
    await handlers.decideShare({ shareId, state: 'confirmed' });
    expect(await drafts()).toEqual([]);
  });

  it.each([
    ['the company’s own proposal', 'Proud of the team.'],
    ['the title', 'Our Roubaix workshop now runs on recovered heat'],
    ['nothing', '  '],
  ])('do not come back as %s', async (_, text) => {
    const { handlers, drafts } = await withItem();
    const { shareId } = await handlers.startShare({ itemId: 'a', network: 'x', text });
    await handlers.decideShare({ shareId, state: 'dismissed' });
    expect(await drafts()).toEqual([]);
  });

  it('do not come back over what was begun since, nor for an item that left', async () => {
    const { handlers, drafts, platform } = await withItem();
    const { shareId } = await handlers.startShare({ itemId: 'a', network: 'x', text: 'I was there.' });
    await handlers.saveDraft({ ...draft, text: 'Newer.' });
    await handlers.decideShare({ shareId, state: 'dismissed' });
    await platform.db.shares.add(aShare({ id: 'old', itemId: 'gone', network: 'x', text: 'I was there.' }));
    await handlers.decideShare({ shareId: 'old', state: 'dismissed' });
    expect((await drafts()).map(({ text }) => text)).toEqual(['Newer.']);
  });

  it('are gone after thirty days without a word', async () => {
    const { services, handlers, drafts, platform } = await withItem();
    await handlers.saveDraft(draft);
    platform.clock.now += 29 * 86_400_000;
    await services.drafts.pruneDrafts();
    expect(await drafts()).toHaveLength(1);
    platform.clock.now += 2 * 86_400_000;
    await services.drafts.pruneDrafts();
    expect(await drafts()).toEqual([]);
  });

  it('are in the export', async () => {
    const { handlers } = await withItem();
    await handlers.saveDraft(draft);
    const { json } = await handlers.exportData({});
    expect(JSON.parse(json)).toMatchObject({ shareDrafts: [{ text: 'I was there.' }] });
  });
});
