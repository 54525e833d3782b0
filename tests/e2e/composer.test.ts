import { afterAll, beforeAll, expect, it } from 'vitest';
import { command, readTable } from '../../scripts/drive/extension-state.ts';
import { articleUrl } from '../../scripts/drive/magazine.ts';
import { openedPopup } from '../../scripts/drive/pages/popup.ts';
import { type Surface, until } from '../../scripts/drive/surface.ts';
import { serve, type TestServer } from '../helpers/serve.ts';
import { inEachBrowser } from './harness.ts';

const title = 'The workshop heats itself';
const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Maison Lumen',
  _relais: { version: 1 },
  items: [
    { id: 'heat', url: 'https://www.maison-lumen.example/heat', title, date_published: '2026-11-20T09:00:00Z' },
    // The page of the tab that the tests have in front.
    { id: 'page', url: articleUrl, title: 'An article of ours', date_published: '2026-11-19T09:00:00Z' },
  ],
};

type DraftRow = { network: string; text: string };
type ShareRow = { network: string; text: string };

inEachBrowser('the composer', (world) => {
  let server: TestServer;
  let state: Surface;
  let tab: Surface;
  const itemIdOf = async (externalId: string) =>
    (await readTable<{ id: string; externalId: string }>(state, 'items')).find((row) => row.externalId === externalId)
      ?.id ?? '';
  const drafts = () => readTable<DraftRow>(state, 'shareDrafts');

  beforeAll(async () => {
    server = await serve();
    server.answerWith((_, response) =>
      response
        .writeHead(200, { 'content-type': 'application/feed+json', 'access-control-allow-origin': '*' })
        .end(JSON.stringify(feed)),
    );
    state = await world().session.openPage('options.html');
    await command(state, 'addSource', { url: `${server.url}/relais.json` });
    tab = await world().session.newPage(articleUrl);
  });
  afterAll(() => server?.close());

  it('keeps what was typed up to the last instant: the popup closes, the background dies', async () => {
    const { session, t } = world();
    const popup = await openedPopup(session, world(), tab);
    await popup.waitForCards();
    await popup.compose(title);
    const { window } = popup;
    await window.fill('textarea', 'I spent a winter there');
    await until('the draft to be kept', async () => (await drafts())[0]?.text === 'I spent a winter there');
    // No pause before the popup goes.
    await window.evaluate(() => {
      document.querySelector('textarea')?.setSelectionRange(99, 99);
      document.execCommand('insertText', false, ', and now it is warm.');
    });
    await window.close();
    await until('the last words', async () => (await drafts())[0]?.text.endsWith('now it is warm.') === true);
    await session.killBackground();

    const again = await openedPopup(session, world(), tab);
    await again.window.click({ role: 'button', name: t('item_draft_open', title) });
    await again.window.until(
      'the draft in the composer',
      () => document.querySelector('textarea')?.value === 'I spent a winter there, and now it is warm.',
    );
    await again.window.close();
  });

  it('takes two networks, a text for each, one click after the other', async () => {
    const { session, t, plural } = world();
    const popup = await openedPopup(session, world(), tab);
    await popup.waitForCards();
    await popup.compose(title);
    const { window } = popup;
    await window.waitFor({ role: 'button', name: t('composer_several') });
    await window.click({ role: 'button', name: t('composer_several') });
    await window.click({ role: 'button', name: 'X' });
    await window.waitForText(t('composer_adapted', 'X'));
    await until('both drafts', async () => (await drafts()).length === 2);
    await window.click({ role: 'button', name: plural('composer_share_several', 2) });

    const round = await session.waitForWindow('the round', (url) => url.includes('/compose.html?'));
    for (const [name, address] of [
      ['LinkedIn', 'https://www.linkedin.com/sharing/'],
      ['X', 'https://x.com/intent/'],
    ] as const) {
      await round.click({ role: 'button', name: t('round_open', name) });
      const network = await session.waitForWindow(name, (url) => url.startsWith(address));
      await network.close();
      // The question that follows a network's window is answered where the round is.
      const ask = await session.waitForWindow('the question', (url) => url.includes('/ask.html'));
      await ask.close();
      await round.bringToFront();
    }
    expect(await readTable<ShareRow>(state, 'shares')).toMatchObject([
      { text: 'I spent a winter there, and now it is warm.' },
      { text: 'I spent a winter there, and now it is warm.' },
    ]);
    expect(await drafts()).toEqual([]);
    await round.click({ role: 'button', name: t('round_dismiss_of', 'X') });
    await until('own words to come back', async () => (await drafts())[0]?.network === 'x');
    await round.close();
  });

  it('opens from the page of an item by its shortcut, and shares by Ctrl+Enter', async () => {
    const { session } = world();
    await session.runCommand(tab, 'share-page');
    const composer = await session.waitForWindow('the composer', (url) => url.includes('/compose.html?'));
    expect(new URL(await composer.url()).searchParams.get('item')).toBe(await itemIdOf('page'));
    await composer.close();

    const page = await session.openPage(`compose.html?item=${encodeURIComponent(await itemIdOf('heat'))}&networks=x`);
    await page.until('the focus', () => document.activeElement?.tagName === 'TEXTAREA');
    await page.press('Control+Enter');
    const network = await session.waitForWindow('X’s composer', (url) => url.startsWith('https://x.com/intent/'));
    await network.close();
    await page.close();
  });

  it('says in the spot window that a page is no item of the feed', async () => {
    const { session, stage, t } = world();
    stage.play('elsewhere.example', () => ({ body: '<!doctype html><title>Elsewhere</title><p>Another page.' }));
    const other = await session.newPage('https://elsewhere.example/page');
    await session.runCommand(other, 'share-page');
    const spot = await session.waitForWindow('the spot window', (url) => url.includes('/spot.html?draft='));
    await spot.waitForText(t('spot_warning_not_in_feed'));
    await spot.close();
    await other.close();
  });
});
