import { afterAll, beforeAll, expect, it } from 'vitest';
import { command, readTable } from '../../scripts/drive/extension-state.ts';
import { articleUrl } from '../../scripts/drive/magazine.ts';
import { openedPopup } from '../../scripts/drive/pages/popup.ts';
import { type Surface, until } from '../../scripts/drive/surface.ts';
import { serve, type TestServer } from '../helpers/serve.ts';
import { inEachBrowser } from './harness.ts';

const dayMs = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString();
const heat = 'Écouter l’Œuvre de la chaleur à Roubaix';
const optics = 'Two benches for optics';
const doors = 'Open doors on Saturday';
const soon = 'What we announce the day after tomorrow';

/** The one static file of a company without a hub. */
const feed = () => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Maison Lumen',
  _relais: { version: 1 },
  items: [
    { id: 'heat', url: 'https://www.lumen.example/heat?utm_source=feed', title: heat, tags: ['Énergie'] },
    {
      id: 'optics',
      url: 'https://www.lumen.example/optics',
      title: optics,
      tags: ['Emploi'],
      _relais: { kind: 'job' },
    },
    {
      id: 'doors',
      url: 'https://www.lumen.example/doors',
      title: doors,
      tags: ['Énergie'],
      _relais: { kind: 'event', event: { starts_at: inDays(3), ends_at: null, place: 'Roubaix' } },
    },
    { id: 'soon', url: 'https://www.lumen.example/soon', title: soon, _relais: { embargo_until: inDays(2) } },
    { id: 'over', url: 'https://www.lumen.example/over', title: 'Over', _relais: { expires_at: inDays(-1) } },
  ].map((item, i) => ({ ...item, date_published: new Date(Date.now() - (i + 1) * 3_600_000).toISOString() })),
});

type SourceRow = { id: string; url: string; endedAt: number | null };
type ItemRow = { id: string; title: string; url: string; unread: 0 | 1; shelf: string };

inEachBrowser('the feed of a company without a hub', (world) => {
  let server: TestServer;
  let state: Surface;
  let tab: Surface;
  /** What the server says of `/moved.json` and `/relais.json` from now on. */
  let isGone = false;

  beforeAll(async () => {
    server = await serve();
    server.answerWith(({ path }, response) => {
      const headers = { 'content-type': 'application/feed+json', 'access-control-allow-origin': '*' };
      if (isGone) response.writeHead(410, headers).end();
      else response.writeHead(200, headers).end(path === '/relais.json' ? JSON.stringify(feed()) : '{}');
    });
    state = await world().session.openPage('options.html');
    await command(state, 'addSource', { url: `${server.url}/relais.json` });
    tab = await world().session.newPage(articleUrl);
  });
  afterAll(() => server?.close());

  const openPopup = async () => {
    const popup = await openedPopup(world().session, world(), tab);
    await popup.window.waitFor('html[data-live]');
    return popup;
  };
  const titlesOf = async (window: Surface) => (await window.evaluate(readTitles)).sort();
  const showsTitles = (window: Surface, titles: string[]) =>
    until(`the cards ${titles}`, async () => JSON.stringify(await titlesOf(window)) === JSON.stringify(titles.sort()));
  const choose = async (window: Surface, title: string, ...labels: string[]) => {
    await window.click({ role: 'button', name: world().t('item_menu', title) });
    for (const text of labels) await window.click({ css: '[role=menuitem]', text });
  };
  const itemOf = async (title: string) =>
    (await readTable<ItemRow>(state, 'items')).find((item) => item.title === title) as ItemRow;

  it('lists what is on offer, without trackers, and announces the rest', async () => {
    const { t } = world();
    const { window, waitForCards } = await openPopup();
    await waitForCards();
    await showsTitles(window, [heat, optics, doors]);
    expect((await itemOf(heat)).url).toBe('https://www.lumen.example/heat');
    await window.waitForText('Roubaix');
    await window.click({ css: '.bar-views button', text: t('feed_view_soon') });
    await showsTitles(window, [soon]);
    expect(await window.has({ role: 'button', name: t('popup_share_on', 'LinkedIn', soon) })).toBe(false);
    const { id: itemId } = await itemOf(soon);
    await expect(command(state, 'startShare', { itemId, network: 'x', text: 'Early!' })).rejects.toThrow(
      'under_embargo',
    );
    await window.click({ css: '.bar-views button', text: t('feed_view_all') });
    await showsTitles(window, [heat, optics, doors]);
    await window.close();
  });

  it('finds words whatever their accents, and says when there are none', async () => {
    const { t } = world();
    const { window } = await openPopup();
    await window.fill({ role: 'textbox', name: t('feed_search') }, 'oeuvre ecout');
    await showsTitles(window, [heat]);
    await window.fill('.bar input[type=search]', 'xylophone');
    await window.waitForText(t('feed_search_empty_title', 'xylophone'));
    await window.fill('.bar input[type=search]', '');
    await showsTitles(window, [heat, optics, doors]);
    await window.close();
  });

  it('silences a muted topic everywhere, until it is heard again', async () => {
    const { t, session } = world();
    const { window } = await openPopup();
    await choose(window, heat, t('item_topics'), t('item_mute', 'Énergie'));
    await showsTitles(window, [optics]);
    await session.killBackground();
    await until('the shelves', async () => (await itemOf(doors)).shelf === 'away');
    await window.close();
    const again = await openPopup();
    await showsTitles(again.window, [optics]);
    await again.window.close();
    await command(state, 'setTopic', { label: 'ENERGIE', stance: null });
    const after = await openPopup();
    await showsTitles(after.window, [heat, optics, doors]);
    await after.window.close();
  });

  it('snoozes, keeps for later and puts away, each with its undo', async () => {
    const { t } = world();
    const { window } = await openPopup();
    await choose(window, optics, t('item_snooze'), t('item_snooze_tomorrow'));
    await showsTitles(window, [heat, doors]);
    await window.click({ role: 'button', name: t('action_undo') });
    await showsTitles(window, [heat, optics, doors]);
    await choose(window, doors, t('item_hide'));
    await showsTitles(window, [heat, optics]);
    await choose(window, heat, t('item_save'));
    await window.waitForText(t('item_save_done'));
    await window.click({ css: '.bar-views button', text: t('feed_view_saved') });
    await showsTitles(window, [heat]);
    await window.click({ css: '.bar-views button', text: t('feed_view_all') });
    await showsTitles(window, [heat, optics]);
    await window.close();
    const options = await world().session.openPage('options.html');
    await options.waitForText(doors);
    await options.close();
  });

  it('is asked no more once it is gone, keeps what it gave, and can be tried again', async () => {
    const { t } = world();
    isGone = true;
    const [source] = await readTable<SourceRow>(state, 'sources');
    await command(state, 'refreshSources', { sourceId: source?.id });
    expect((await readTable<SourceRow>(state, 'sources'))[0]?.endedAt).not.toBeNull();
    expect((await itemOf(heat)).title).toBe(heat);
    const options = await world().session.openPage('options.html');
    await options.waitForText(t('sources_ended'));
    const before = server.received.length;
    isGone = false;
    await options.click({ role: 'button', name: t('sources_ended_retry') });
    await until('the feed to be read again', () => server.received.length > before);
    await until('the source to go on', async () => (await readTable<SourceRow>(state, 'sources'))[0]?.endedAt === null);
    await options.close();
  });
});

/** Runs in the page. */
function readTitles(): string[] {
  return [...document.querySelectorAll('[data-item] h2')].map((title) => title.textContent?.trim() ?? '');
}
