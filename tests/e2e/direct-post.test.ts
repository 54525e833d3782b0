import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { command, readTable } from '../../scripts/drive/extension-state.ts';
import { articleUrl } from '../../scripts/drive/magazine.ts';
import { openedPopup } from '../../scripts/drive/pages/popup.ts';
import { type Surface, until } from '../../scripts/drive/surface.ts';
import { type AtProtocol, type AtProtocolAccount, startAtProtocol } from '../helpers/at-protocol.ts';
import { type MastodonDouble, startMastodonDouble } from '../helpers/mastodon-double.ts';
import { serve, type TestServer } from '../helpers/serve.ts';
import { inEachBrowser } from './harness.ts';

const title = 'The workshop heats itself';
const feed = (image: string) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Maison Lumen',
  items: [
    { id: 'heat', url: 'https://www.maison-lumen.example/heat', title, image, date_published: '2026-11-20T09:00:00Z' },
  ],
});

type Posted = { embed: { external: { thumb: { size: number } } } };
type ShareRow = { network: string; state: string; postUrl: string | null };

inEachBrowser('direct posting', (world) => {
  let feeds: TestServer;
  let bluesky: AtProtocol;
  let mastodon: MastodonDouble;
  let person: AtProtocolAccount;
  let options: Surface;
  let tab: Surface;
  const shares = () => readTable<ShareRow>(options, 'shares');

  beforeAll(async () => {
    [feeds, bluesky, mastodon] = await Promise.all([serve(), startAtProtocol(), startMastodonDouble()]);
    person = await bluesky.createAccount('camille.test');
    // Larger than a post takes, and more than it shows.
    const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const;
    const picture = await sharp({ create: { width: 2400, height: 1600, channels: 3, background: '#a40', noise } })
      .jpeg({ quality: 90 })
      .toBuffer();
    feeds.answerWith(({ path }, response) => {
      const headers = { 'access-control-allow-origin': '*' };
      if (path === '/heat.jpg') response.writeHead(200, { ...headers, 'content-type': 'image/jpeg' }).end(picture);
      else response.writeHead(200, headers).end(JSON.stringify(feed(`${feeds.url}/heat.jpg`)));
    });
    options = await world().session.openPage('options.html');
    await command(options, 'addSource', { url: `${feeds.url}/relais.json` });
    await until('the picture', async () => (await readTable(options, 'pictures')).length === 1);
    await command(options, 'setPreferences', { networks: ['bluesky', 'mastodon'] });
    tab = await world().session.newPage(articleUrl);
  });
  afterAll(() => Promise.all([feeds?.close(), bluesky?.close(), mastodon?.close()]));

  /** Writes in the popup's composer, for one network, and presses publish. */
  async function publish(network: string, handle: string, text: string): Promise<void> {
    const { session, t } = world();
    await tab.bringToFront();
    const popup = await openedPopup(session, world(), tab);
    await popup.waitForCards();
    await popup.compose(title);
    const { window } = popup;
    await window.click({ role: 'button', name: network });
    await window.fill('textarea', text);
    await window.click({ role: 'button', name: t('direct_publish', handle) });
    await until('the share', async () => (await shares()).some(({ network: on }) => on === network.toLowerCase()));
    await window.close();
  }

  it('signs in to Bluesky by an app password, publishes once, and takes the post down', async () => {
    const { session, t } = world();
    const appPassword = await bluesky.createAppPassword(person);
    await options.bringToFront();
    await options.click({ role: 'button', name: t('accounts_add', 'Bluesky') });
    await options.fill({ role: 'textbox', name: t('accounts_handle') }, person.handle);
    await options.fill('input[type="password"]', appPassword);
    await options.click({ role: 'button', name: t('accounts_elsewhere') });
    await options.fill({ role: 'textbox', name: t('accounts_server') }, bluesky.url);
    await options.click({ role: 'button', name: t('accounts_sign_in') });
    await options.waitForText(`@${person.handle}`);

    await publish('Bluesky', person.handle, 'Il faisait froid 🥶 l’hiver dernier #Énergie');
    const [post] = await bluesky.posts(person);
    expect(post?.value).toMatchObject({
      text: 'Il faisait froid 🥶 l’hiver dernier #Énergie',
      embed: { external: { uri: 'https://www.maison-lumen.example/heat', title, thumb: { mimeType: 'image/jpeg' } } },
      facets: [{ features: [{ tag: 'Énergie' }] }],
    });
    const { embed } = (post as unknown as { value: Posted }).value;
    // As wide as a network shows it, and within what it takes.
    expect(embed.external.thumb.size).toBeGreaterThan(100_000);
    expect(embed.external.thumb.size).toBeLessThan(1_000_000);
    expect(await shares()).toMatchObject([{ network: 'bluesky', state: 'verified' }]);

    const journal = await session.openPage('dashboard.html#journal');
    await journal.click({ role: 'button', name: t('direct_delete', 'Bluesky') });
    await journal.click({ role: 'button', name: t('direct_delete_yes') });
    await until('the post to be gone', async () => (await bluesky.posts(person)).length === 0);
    await until('the journal to say so', async () => (await shares())[0]?.state === 'dismissed');
    await journal.close();
  });

  it('signs in to Mastodon by the code that its page shows, publishes, and signs out', async () => {
    const { session, t } = world();
    await options.bringToFront();
    await options.click({ role: 'button', name: t('accounts_add', 'Mastodon') });
    await options.fill({ role: 'textbox', name: t('accounts_instance') }, mastodon.url);
    await options.click({ role: 'button', name: t('accounts_continue') });
    const page = await session.waitForWindow('the server’s page', (url) => url.startsWith(`${mastodon.url}/oauth/`));
    const code = await page.until('a code', () => document.querySelector<HTMLInputElement>('.oauth-code')?.value);
    await page.close();
    const { host } = new URL(mastodon.url);
    await options.bringToFront();
    await options.fill({ role: 'textbox', name: t('accounts_code', host) }, code);
    await options.click({ role: 'button', name: t('accounts_finish') });
    const handle = `camille@${host}`;
    await options.waitForText(`@${handle}`);

    await publish('Mastodon', handle, 'J’y étais');
    expect(mastodon.statuses).toMatchObject([{ text: 'J’y étais\nhttps://www.maison-lumen.example/heat' }]);
    expect(await shares()).toContainEqual(
      expect.objectContaining({
        network: 'mastodon',
        state: 'verified',
        postUrl: expect.stringContaining(mastodon.url),
      }),
    );
    await options.bringToFront();
    await options.click({ role: 'button', name: t('accounts_disconnect_of', handle) });
    await options.click({ role: 'button', name: t('options_disconnect_yes') });
    await until('the token to be taken back', () => mastodon.tokens.size === 0);
  });
});
