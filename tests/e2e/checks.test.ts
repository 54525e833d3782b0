import { afterAll, beforeAll, expect, it } from 'vitest';
import { command, readTable } from '../../scripts/drive/extension-state.ts';
import { articleUrl } from '../../scripts/drive/magazine.ts';
import { openedPopup } from '../../scripts/drive/pages/popup.ts';
import type { Surface } from '../../scripts/drive/surface.ts';
import { serve, type TestServer } from '../helpers/serve.ts';
import { inEachBrowser } from './harness.ts';

const title = 'A record profit, and where it goes';

/** The file of a company without a hub. */
const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Maison Lumen',
  _relais: {
    version: 1,
    checks: [
      { id: 'tag', level: 'block', help: 'Add our hashtag.', rule: { type: 'hashtag', tags: ['#IndustryWeek'] } },
      {
        id: 'figures',
        level: 'warning',
        help: 'Only published figures.',
        rule: { type: 'contains_none', terms: [{ word: 'profit', reason: 'Is it public?' }] },
      },
    ],
  },
  items: [
    { id: 'profit', url: 'https://www.maison-lumen.example/profit', title, date_published: '2026-11-20T09:00:00Z' },
  ],
};

inEachBrowser('checks of a feed without a hub', (world) => {
  let server: TestServer;
  let state: Surface;
  let tab: Surface;

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

  it('hold one click back, say why, mend with a tap, ask once, and let go', async () => {
    const { session, t } = world();
    const popup = await openedPopup(session, world(), tab);
    await popup.waitForCards();
    await popup.share('LinkedIn', title);
    const { window } = popup;
    await window.waitForText(t('composer_level_block'));
    await window.waitForText('Add our hashtag.');
    await window.waitForText(t('composer_blocked'));
    expect(await readTable(state, 'shares')).toEqual([]);

    await window.click({ role: 'button', name: t('composer_fix_append', '#IndustryWeek') });
    await window.until('the block to be gone', () => document.querySelector('.findings-block') === null);
    await window.waitForText('Is it public?');
    await window.click({ role: 'button', name: t('composer_share', 'LinkedIn') });
    await window.waitForText(t('composer_warning_question'));
    expect(await readTable(state, 'shares')).toEqual([]);

    await window.click({ role: 'button', name: t('composer_share_anyway') });
    const network = await session.waitForWindow('LinkedIn’s composer', (url) =>
      url.startsWith('https://www.linkedin.com/sharing/share-offsite/?url='),
    );
    expect(await readTable<{ text: string }>(state, 'shares')).toMatchObject([{ text: `${title} #IndustryWeek` }]);
    await network.close();
  });
});
