import { describe, expect, it } from 'vitest';
import { createItemFinder } from '../../lib/services/item-finder.ts';
import { createTestPlatform } from '../helpers/platform.ts';
import { anItem, aSource } from '../helpers/rows.ts';

async function withItems(...items: Parameters<typeof anItem>[0][]) {
  const platform = createTestPlatform();
  await platform.db.sources.add(aSource());
  await platform.db.items.bulkAdd(items.map((values, i) => anItem({ id: `i${i}`, orderAt: i, ...values })));
  return { platform, finder: createItemFinder(platform) };
}

describe('findByAddress', () => {
  const page = 'https://www.maison-lumen.example/news/heat';
  it.each([
    ['as it is', page],
    ['with the tags of a campaign', `${page}?utm_source=linkedin&utm_campaign=week`],
    ['without www, with a slash and an anchor', 'https://maison-lumen.example/news/heat/#figures'],
  ])('knows the page %s', async (_, address) => {
    const { finder } = await withItems({ url: page });
    expect(await finder.findByAddress([address])).toBe('i0');
  });

  it('knows the page that an item is read on, and what a page says its own address is', async () => {
    const { finder } = await withItems({ url: 'https://lumen.example/s/1', readUrl: page });
    expect(await finder.findByAddress(['https://maison-lumen.example/?p=12', page])).toBe('i0');
  });

  it.each([
    ['another page of the site', 'https://www.maison-lumen.example/news'],
    ['another site', 'https://example.com/news/heat'],
    ['a page of the browser', 'about:blank'],
    ['nothing', ''],
  ])('knows no item of %s', async (_, address) => {
    const { finder } = await withItems({ url: page });
    expect(await finder.findByAddress([address])).toBeUndefined();
  });

  it('takes the newest of several', async () => {
    const { finder } = await withItems({ url: page }, { url: page });
    expect(await finder.findByAddress([page])).toBe('i1');
  });
});

describe('findByWords', () => {
  it('finds by any words, and offers only what can be shared now', async () => {
    const { finder, platform } = await withItems(
      { title: 'Recovered heat in Roubaix' },
      { title: 'Recovered heat, soon', embargoUntil: Date.UTC(2026, 11, 1), shelf: 'soon' },
      { title: 'Recovered heat, a message', url: null },
      { title: 'Heat, hidden', shelf: 'away' },
    );
    expect((await finder.findByWords('heat reco', 6)).map(({ heading }) => heading)).toEqual([
      'Recovered heat in Roubaix',
    ]);
    expect(await finder.findByWords('', 6)).toEqual([]);
    await platform.db.items.add(anItem({ id: 'new', title: 'Heat pumps', orderAt: 9 }));
    await platform.db.sources.update('newsroom', { changedAt: platform.clock.now });
    expect((await finder.findByWords('heat', 6)).map(({ id }) => id).toSorted()).toEqual(['i0', 'new']);
    expect(await finder.findByWords('heat', 1)).toHaveLength(1);
  });
});
