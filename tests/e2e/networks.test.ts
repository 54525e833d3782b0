import { afterAll, beforeAll, expect, it } from 'vitest';
import { command, readTable } from '../../scripts/drive/extension-state.ts';
import { articleUrl } from '../../scripts/drive/magazine.ts';
import { openedAsk } from '../../scripts/drive/pages/ask.ts';
import { openedPopup } from '../../scripts/drive/pages/popup.ts';
import { composerScene } from '../../scripts/drive/stage.ts';
import type { Surface } from '../../scripts/drive/surface.ts';
import { serve, type TestServer } from '../helpers/serve.ts';
import { inEachBrowser } from './harness.ts';

const title = 'Our workshop runs on recovered heat';
const url = 'https://www.maison-lumen.example/heat';
const text = 'L’atelier & ses équipes 🫩 100 %';
const both = `${text}\n${url}`;

/** What each composer is handed. */
const composers = [
  ['threads', 'https://www.threads.com/intent/post', { text, url }],
  ['facebook', 'https://www.facebook.com/sharer/sharer.php', { u: url }],
  ['xing', 'https://www.xing.com/spi/shares/new', { url }],
  ['reddit', 'https://www.reddit.com/submit', { url, title: text }],
  ['whatsapp', 'https://wa.me/', { text: both }],
  ['telegram', 'https://t.me/share/url', { url, text }],
  ['teams', 'https://teams.microsoft.com/share', { href: url, msgText: text }],
  ['viva_engage', 'https://www.yammer.com/messages/new', { login: 'true', status: both }],
] as const;

const instance = {
  domain: 'mastodon.example',
  version: '4.5.0',
  configuration: { statuses: { max_characters: 1234, characters_reserved_per_url: 23 } },
};

inEachBrowser('networks', (world) => {
  let server: TestServer;
  let state: Surface;
  let recipes: object[] = [];
  const itemId = async () => (await readTable<{ id: string }>(state, 'items'))[0]?.id ?? '';
  const shares = () => readTable<{ network: string; state: string; text: string }>(state, 'shares');

  beforeAll(async () => {
    server = await serve();
    server.answerWith((_, response) =>
      response.writeHead(200, { 'content-type': 'application/feed+json', 'access-control-allow-origin': '*' }).end(
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title: 'Maison Lumen',
          _relais: { version: 1, recipes },
          items: [{ id: 'heat', url, title, date_published: '2026-11-20T09:00:00Z' }],
        }),
      ),
    );
    state = await world().session.openPage('options.html');
    await command(state, 'addSource', { url: `${server.url}/relais.json` });
    world().stage.play('mastodon.example', (request, asked) =>
      asked.pathname === '/api/v2/instance'
        ? {
            type: 'application/json',
            body: JSON.stringify(instance),
            headers: { 'access-control-allow-origin': '*' },
          }
        : composerScene(request, asked),
    );
  });
  afterAll(() => server?.close());

  it.each(composers)('hand %s what its composer takes', async (network, page, parameters) => {
    const { session } = world();
    await command(state, 'startShare', { itemId: await itemId(), network, text });
    const composer = await session.waitForWindow(`the composer of ${network}`, (at) => at.startsWith(page));
    const shown = await composer.until('what it received', () => {
      const names = [...document.querySelectorAll<HTMLElement>('[data-name]')];
      return names.length > 0 && Object.fromEntries(names.map((one) => [one.dataset.name ?? '', one.textContent]));
    });
    expect(shown).toEqual(parameters);
    await composer.close();
    await (await openedAsk(session, world())).dismiss();
    expect((await shares()).find((share) => share.network === network)).toMatchObject({ state: 'dismissed', text });
  });

  it('check a Mastodon server in the options, then share there', async () => {
    const { session, t } = world();
    await state.bringToFront();
    await state.fill({ role: 'textbox', name: t('instance_label') }, '@ada@mastodon.example');
    await state.click({ role: 'button', name: t('instance_check') });
    await state.waitForText('1,234');
    await command(state, 'startShare', { itemId: await itemId(), network: 'mastodon', text });
    const composer = await session.waitForWindow('the employee’s own server', (at) =>
      at.startsWith('https://mastodon.example/share?text='),
    );
    await composer.waitForText(text);
    await composer.close();
    await (await openedAsk(session, world())).dismiss();
  });

  it('lead from a card to a mail by the menu, the composer and a small window', async () => {
    const { session, t } = world();
    const tab = await session.newPage(articleUrl);
    const popup = await openedPopup(session, world(), tab);
    await popup.waitForCards();
    const { window } = popup;
    await window.click({ role: 'button', name: t('item_menu', title) });
    await window.click({ css: '[role=menuitem]', text: t('item_more_networks') });
    await window.click({ css: '[role=menuitem]', text: t('network_name_email') });
    await window.fill('.composer textarea', text);
    await window.click('.composer-footer .r-button-primary');
    const handover = await session.waitForWindow('the small window', (at) =>
      at.startsWith(`${session.baseUrl}handover.html`),
    );
    const address = await handover.until('the mail', () =>
      document.querySelector('a[href^="mailto:"]')?.getAttribute('href'),
    );
    const mail = new URL(address);
    expect(mail.searchParams.get('subject')).toBe(title);
    expect(mail.searchParams.get('body')).toBe(`${text}\r\n${url}`);
    await handover.close();
    const ask = await openedAsk(session, world());
    await ask.window.waitForText(t('ask_question_email'));
    await ask.window.click({ role: 'button', name: t('ask_confirm_plain') });
    await session.waitForNoWindow('the question to close', (at) => at.startsWith(`${session.baseUrl}ask.html`));
    expect((await shares()).find(({ network }) => network === 'email')).toMatchObject({ state: 'confirmed', text });
  });

  it('copy the text with its link, and ask nothing', async () => {
    const { session, t } = world();
    await command(state, 'setPreferences', { networks: ['copy', 'x'] });
    const tab = await session.newPage(articleUrl);
    const popup = await openedPopup(session, world(), tab);
    await popup.waitForCards();
    await popup.window.click({ role: 'button', name: t('popup_share_by', t('network_name_copy'), title) });
    await popup.window.waitForText(t('popup_shared_clipboard', '').slice(0, 8));
    expect(await session.readClipboard(tab)).toBe(`${title}\n${url}`);
    expect((await shares()).find(({ network }) => network === 'copy')).toMatchObject({ state: 'opened' });
  });

  it('follow a recipe of the feed, without a new version', async () => {
    const { session } = world();
    const updated_at = '2026-11-21T09:00:00Z';
    recipes = [
      { network: 'facebook', template: 'https://www.facebook.com/dialog/share?href={url}&display=popup', updated_at },
      { network: 'xing', template: null, updated_at },
      { network: 'threads', template: 'https://evil.example/?text={text}', updated_at },
    ];
    await command(state, 'refreshSources', { sourceId: null });
    const id = await itemId();
    await expect(command(state, 'startShare', { itemId: id, network: 'xing', text })).rejects.toThrow(
      'network_withdrawn',
    );
    for (const [network, page] of [
      ['facebook', 'https://www.facebook.com/dialog/share?href='],
      ['threads', 'https://www.threads.com/intent/post?text='],
    ] as const) {
      await command(state, 'startShare', { itemId: id, network, text });
      const composer = await session.waitForWindow(`the composer of ${network}`, (at) => at.startsWith(page));
      await composer.close();
      await (await openedAsk(session, world())).dismiss();
    }
  });
});
