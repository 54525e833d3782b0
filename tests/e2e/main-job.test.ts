import { expect, it } from 'vitest';
import { readTable } from '../../scripts/drive/extension-state.ts';
import { articleUrl } from '../../scripts/drive/magazine.ts';
import { openedAsk } from '../../scripts/drive/pages/ask.ts';
import { openedDashboard } from '../../scripts/drive/pages/dashboard.ts';
import { openedPopup } from '../../scripts/drive/pages/popup.ts';
import { openedWelcome } from '../../scripts/drive/pages/welcome.ts';
import { type Surface, until } from '../../scripts/drive/surface.ts';
import { inEachBrowser } from './harness.ts';

type ShareRow = { network: string; url: string; title: string; text: string; state: string };

/** One day of an employee, in order: each test goes on where the one before left the browser. */
inEachBrowser('the main job', (world) => {
  /** A page of the web in front, and a page of Relais to look into the database from. */
  let tab: Surface;
  let state: Surface;

  it('greets a new install with the welcome page, and connects by the invitation link', async () => {
    const { session, invite } = world();
    await session.waitForWindow('the welcome page', (url) => url === `${session.baseUrl}welcome.html`);
    const begun = performance.now();
    const welcome = await openedWelcome(session, world());
    await welcome.connect(await invite(), 'Camille R.');
    await welcome.waitForDone();
    expect(performance.now() - begun).toBeLessThan(60_000);
    state = welcome.window;
    tab = await session.newPage(articleUrl);
  });

  it('shows the company’s feed in the toolbar popup, pinned items first, newest next', async () => {
    const { session } = world();
    const popup = await openedPopup(session, world(), tab);
    await popup.waitForCards();
    const order = await popup.window.until(
      'the live feed',
      (pinned: string) => {
        if (document.documentElement.dataset.live !== 'true') return null;
        return [...document.querySelectorAll<HTMLElement>('[data-item]')].map((card) => ({
          pinned: [...card.querySelectorAll('.r-chip')].some((chip) => chip.textContent === pinned),
          at: Date.parse(card.querySelector('time')?.dateTime ?? ''),
        }));
      },
      world().t('popup_item_pinned'),
    );
    expect(order.length).toBeGreaterThanOrEqual(8);
    expect(order.findLastIndex(({ pinned }) => pinned)).toBeLessThan(order.findIndex(({ pinned }) => !pinned));
    const newest = order.filter(({ pinned }) => !pinned).map(({ at }) => at);
    expect(newest).toEqual(newest.toSorted((a, b) => b - a));
  });

  it('shares an item on LinkedIn in one click: the composer opens on its address, the text is on the clipboard', async () => {
    const { session } = world();
    const popup = await openedPopup(session, world(), tab);
    const [card] = await popup.waitForCards();
    await popup.share('LinkedIn', card?.title ?? '');
    const composer = await session.waitForWindow('LinkedIn’s composer', (url) =>
      url.startsWith('https://www.linkedin.com/sharing/share-offsite/'),
    );
    const [share] = await readTable<ShareRow>(state, 'shares');
    expect(share).toMatchObject({ network: 'linkedin', state: 'opened', title: card?.title });
    const address = new URL(await composer.url());
    expect([...address.searchParams]).toEqual([['url', share?.url]]);
    expect(share?.text).not.toBe('');
    expect(await session.readClipboard(tab)).toBe(share?.text);
    await composer.close();
  });

  it('asks once whether it was posted, and writes the answer', async () => {
    const { session } = world();
    const ask = await openedAsk(session, world());
    await ask.confirm();
    const shares = await readTable<ShareRow>(state, 'shares');
    expect(shares.map((share) => share.state)).toEqual(['confirmed']);
  });

  it('shares on X with text and address in the composer, and takes “no” for an answer', async () => {
    const { session } = world();
    const popup = await openedPopup(session, world(), tab);
    const cards = await popup.waitForCards();
    const card = cards[1];
    await popup.share('X', card?.title ?? '');
    const composer = await session.waitForWindow('X’s composer', (url) => url.startsWith('https://x.com/intent/'));
    const share = (await readTable<ShareRow>(state, 'shares')).find(({ network }) => network === 'x');
    const received = new URL(await composer.url()).searchParams;
    expect(received.get('url')).toBe(share?.url);
    expect(received.get('text')).toBe(share?.text);
    await composer.close();
    await (await openedAsk(session, world())).dismiss();
    const states = (await readTable<ShareRow>(state, 'shares')).map(({ state: now }) => now);
    expect(states.toSorted()).toEqual(['confirmed', 'dismissed']);
  });

  it('tells both in the journal, each by its state', async () => {
    const { session, t } = world();
    const journal = await openedDashboard(session, world(), 'journal');
    const shares = await readTable<ShareRow>(journal.window, 'shares');
    for (const share of shares) {
      await journal.waitForEntry(share.title);
      expect(await journal.entry(share.title)).toContain(t(`journal_state_${share.state}`));
    }
  });

  it('sends nothing to the leaderboard before joining it', async () => {
    const { stage } = world();
    expect(stage.requests.filter(({ url }) => url.includes('/participation'))).toEqual([]);
  });

  it('shows what would leave, joins, counts the next share, and withdraws with every row', async () => {
    const { session } = world();
    const board = await openedDashboard(session, world(), 'leaderboard');
    const shown = await board.previewJoining();
    expect(shown.join('\n')).toContain('/api/v1/participation');
    expect(shown.join('\n')).toContain('Camille R.');
    await board.join();
    const own = async () => (await board.waitForRows()).find(({ isYou }) => isYou);
    await board.waitForRows();

    const popup = await openedPopup(session, world(), tab);
    const cards = await popup.waitForCards();
    const next = cards.slice(2).find(({ canShare }) => canShare);
    await popup.share('LinkedIn', next?.title ?? '');
    const composer = await session.waitForWindow('LinkedIn’s composer', (url) =>
      url.startsWith('https://www.linkedin.com/sharing/share-offsite/'),
    );
    await composer.close();
    await (await openedAsk(session, world())).confirm();
    await until('the share to be counted', async () => {
      await board.refresh();
      return (await own())?.cells[2] === '1';
    });
    expect((await own())?.name).toBe('Camille R.');

    await board.withdraw();
    await board.waitForJoinCard();
    const rows = await world().leaderboardNames();
    expect(rows).not.toContain('Camille R.');
  });

  it('asked nothing of any host but the hub; the network’s pages were opened by clicks', () => {
    const { requests } = world();
    const hosts = new Set(requests().map(({ host }) => host));
    expect([...hosts].toSorted()).toEqual(['magazine.example', 'www.linkedin.com', 'x.com']);
    for (const { method, url } of requests()) {
      expect(method).toBe('GET');
      expect(url).toMatch(
        /\/favicon\.ico$|^https:\/\/magazine\.example\/2026\/quiet-offices$|^https:\/\/www\.linkedin\.com\/sharing\/|^https:\/\/x\.com\/intent\//,
      );
    }
  });
});
