import { expect, it } from 'vitest';
import { readTable } from '../../scripts/drive/extension-state.ts';
import { article, articleUrl, magazineHost } from '../../scripts/drive/magazine.ts';
import { openedDashboard } from '../../scripts/drive/pages/dashboard.ts';
import { openedPopup } from '../../scripts/drive/pages/popup.ts';
import { openedSpotWindow } from '../../scripts/drive/pages/spot-window.ts';
import { type Surface, until } from '../../scripts/drive/surface.ts';
import { inEachBrowser } from './harness.ts';

inEachBrowser('spotting', (world) => {
  /** A page of Relais to look into the database from. */
  let state: Surface;

  it('spots a page from its context menu into two groups, each with exactly one row on the hub', async () => {
    const { session, connect, groupNames, stream } = world();
    state = await connect();
    const [first = '', second = ''] = await groupNames();
    const before = [await stream(first), await stream(second)].map(({ length }) => length);
    const page = await session.newPage(`${articleUrl}?utm_source=newsletter&fbclid=abc`);
    await session.clickMenu(page, 'page', '#lead');
    const spot = await openedSpotWindow(session, world());
    await spot.waitForForm();
    expect(await spot.title()).toBe(article.title);
    await spot.choose(first);
    await spot.choose(second);
    await spot.comment('Worth reading before Thursday.');
    await spot.tag('offices');
    await spot.send(2);
    await spot.waitForDelivered(2);
    const streams = [await stream(first), await stream(second)];
    expect(streams.map(({ length }, i) => length - (before[i] ?? 0))).toEqual([1, 1]);
    for (const [newest] of streams) {
      expect(newest).toMatchObject({
        url: articleUrl,
        title: article.title,
        description: article.description,
        site_name: 'The Example Magazine',
        author: 'Ada Moreau',
        language: 'en',
        comment: 'Worth reading before Thursday.',
        tags: ['offices'],
        quote: null,
        author_name: 'Camille R.',
      });
    }
    await spot.close();
  });

  it('quotes the selection, and spots what a link leads to', async () => {
    const { session, groupNames, stream } = world();
    const [group = ''] = await groupNames();
    const page = await session.newPage(articleUrl);
    await session.clickMenu(page, 'selection', '#quote');
    const quoted = await openedSpotWindow(session, world());
    await quoted.waitForForm();
    await quoted.choose(group);
    await quoted.send(1);
    await quoted.waitForDelivered(1);
    await quoted.close();
    await session.clickMenu(page, 'link', '#link');
    const linked = await openedSpotWindow(session, world());
    await linked.waitForForm();
    await linked.choose(group);
    await linked.send(1);
    await linked.waitForDelivered(1);
    await linked.close();
    const [link, quote] = await stream(group);
    expect(quote?.quote).toBe('People did not ask for silence. They asked to choose it.');
    expect(link).toMatchObject({ url: `https://${magazineHost}/2026/meeting-rooms`, quote: null });
  });

  it('opens by the keyboard command and by the popup’s button, and is taken back within its seconds', async () => {
    const { session, groupNames, stream, t } = world();
    const [group = ''] = await groupNames();
    const before = (await stream(group)).length;
    const page = await session.newPage(articleUrl);
    await session.runCommand(page, 'spot-page');
    const byKey = await openedSpotWindow(session, world());
    await byKey.waitForForm();
    await byKey.close();

    const popup = await openedPopup(session, world(), page);
    await popup.spotPage();
    const spot = await openedSpotWindow(session, world());
    await spot.waitForForm();
    expect(await spot.title()).toBe(article.title);
    await spot.choose(group);
    await spot.send(1);
    await spot.undo();
    await spot.window.waitForText(t('spot_done_undone'));
    await until('the spot to leave the hub', async () => (await stream(group)).length === before);
    await spot.close();
  });

  it('spots an item of the feed from its card', async () => {
    const { session, groupNames, stream } = world();
    const [group = ''] = await groupNames();
    const page = await session.newPage(articleUrl);
    const popup = await openedPopup(session, world(), page);
    const [card] = await popup.waitForCards();
    await popup.spotItem(card?.title ?? '');
    const spot = await openedSpotWindow(session, world());
    await spot.waitForForm();
    expect(await spot.title()).toBe(card?.title);
    await spot.choose(group);
    await spot.send(1);
    await spot.waitForDelivered(1);
    expect((await stream(group))[0]?.title).toBe(card?.title);
    await spot.close();
  });

  it('says so where a page belongs to the browser', async () => {
    const { kind, session, t } = world();
    const page = await session.newPage(kind === 'chromium' ? 'chrome://version/' : 'about:blank');
    const popup = await openedPopup(session, world(), page);
    await popup.spotPage();
    const spot = await openedSpotWindow(session, world());
    await spot.window.waitForText(t('spot_refused_browser_page_title'));
    const drafts = await readTable<{ page: unknown }>(state, 'drafts');
    expect(drafts.some(({ page: captured }) => captured === null)).toBe(true);
    await spot.close();
  });

  it('keeps every spot in the journal, with what became of it', async () => {
    const { session } = world();
    const journal = await openedDashboard(session, world(), 'journal');
    await journal.waitForEntry(article.title);
    const deliveries = await readTable<{ state: string }>(journal.window, 'deliveries');
    expect(deliveries.map(({ state }) => state).toSorted()).toEqual([...Array(5).fill('delivered'), 'undone']);
  });
});
