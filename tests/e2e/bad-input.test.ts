import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ErrorCode } from '../../lib/domain/errors.ts';
import { command, readTable } from '../../scripts/drive/extension-state.ts';
import { articleUrl } from '../../scripts/drive/magazine.ts';
import { openedPopup } from '../../scripts/drive/pages/popup.ts';
import { openedSpotWindow } from '../../scripts/drive/pages/spot-window.ts';
import type { StageRequest } from '../../scripts/drive/stage.ts';
import { type Surface, until } from '../../scripts/drive/surface.ts';
import { watchConsoles } from '../helpers/consoles.ts';
import { type Front, type FrontAnswer, openFront } from '../helpers/hub-front.ts';
import { serve, type TestServer } from '../helpers/serve.ts';
import { inEachBrowser, type World } from './harness.ts';

type DeliveryRow = {
  id: string;
  spotId: string;
  state: string;
  nextAttemptAt: number;
  failure: { code: ErrorCode; at: number } | null;
};
type ItemRow = { title: string; url: string | null };

/** What the hub says to the spot that carries this name as its comment, and what Relais must make of it. */
const badDays: Record<string, FrontAnswer & { code: ErrorCode; state: 'queued' | 'parked' }> = {
  'forbids it': { status: 403, code: 'forbidden', state: 'parked' },
  'is busy with it': { status: 409, code: 'conflict', state: 'queued' },
  'does not accept it': { status: 422, code: 'rejected', state: 'parked' },
  'asks for patience': { status: 429, headers: { 'retry-after': '7200' }, code: 'rate_limited', state: 'queued' },
  'fails after writing it': { status: 500, reachesHub: true, code: 'server_error', state: 'queued' },
  'shows a sign-in page': {
    status: 200,
    body: '<!doctype html><title>Sign in</title>',
    code: 'unexpected_answer',
    state: 'queued',
  },
  'says nothing after writing it': { reachesHub: true, code: 'network_unreachable', state: 'queued' },
};

const commentOf = (body: string) => (JSON.parse(body || '{}') as { comment?: string }).comment ?? '';

async function spotPage({ session, ...words }: World, tab: Surface) {
  await session.runCommand(tab, 'spot-page');
  return openedSpotWindow(session, words);
}

async function openRelayTab(world: World, tab: Surface) {
  const popup = await openedPopup(world.session, world, tab);
  await popup.openTab('relay');
  return popup.window;
}

inEachBrowser('a hub that misbehaves', (world) => {
  let front: Front;
  let state: Surface;
  let tab: Surface;
  let group = '';
  let consoles: () => Promise<string[]>;

  const connect = async () => {
    const invitationUrl = (await world().invite()).replace(world().hubUrl, front.url);
    await command(state, 'connectHub', { invitationUrl, displayName: 'Camille R.' });
  };
  const delivered = async (comment: string) =>
    (await world().stream(group)).filter((spot) => spot.comment === comment).length;

  beforeAll(async () => {
    const { session, hubUrl, groupNames } = world();
    consoles = watchConsoles(session);
    front = await openFront(hubUrl);
    state = await session.openPage('options.html');
    await connect();
    [group = ''] = await groupNames();
    tab = await session.newPage(articleUrl);
  });
  afterAll(() => front?.close());

  it.each(Object.entries(badDays))(
    'that %s: the spot window says what comes next, and the spot is kept',
    async (name, day) => {
      front.bendWith(({ method, path, body }) =>
        method === 'POST' && path.endsWith('/spots') ? (badDays[commentOf(body)] ?? null) : null,
      );
      const spot = await spotPage(world(), tab);
      await spot.waitForForm();
      await spot.choose(group);
      await spot.comment(name);
      await spot.send(1);
      await spot.window.waitForText(world().t(`error_${day.code}`));
      const newest = (await readTable<DeliveryRow>(state, 'deliveries')).find(
        ({ failure }) => failure?.code === day.code,
      );
      expect(newest?.state).toBe(day.state);
      if (day.status === 429)
        expect((newest?.nextAttemptAt ?? 0) - (newest?.failure?.at ?? 0)).toBeGreaterThan(7_190_000);
      await spot.close();
    },
  );

  it('lists them all in My relay, each with its sentence and a way to try again or discard', async () => {
    const { t } = world();
    const relay = await openRelayTab(world(), tab);
    await relay.waitForText(t('relay_outbox_title'));
    for (const { code } of Object.values(badDays)) await relay.waitForText(t(`error_${code}`));
    const buttons = await relay.evaluate(() =>
      [...document.querySelectorAll('button')].map((b) => b.textContent?.trim()),
    );
    const count = Object.keys(badDays).length;
    expect(buttons.filter((label) => label === t('action_retry'))).toHaveLength(count);
    expect(buttons.filter((label) => label === t('journal_discard'))).toHaveLength(count);
    await relay.close();
  });

  it('delivers every one exactly once when the hub is well again, and what was discarded never', async () => {
    const { t } = world();
    front.bendWith(() => null);
    await command(state, 'refreshSources', { sourceId: null });
    // All but the one whose hub asked for two hours: that is the hub's to say, or the employee's.
    await until('what waits to leave by itself', async () =>
      (await readTable<DeliveryRow>(state, 'deliveries')).every(
        (row) => row.state !== 'queued' || row.failure?.code === 'rate_limited',
      ),
    );
    expect(await delivered('asks for patience')).toBe(0);
    const relay = await openRelayTab(world(), tab);
    await relay.waitForText(t('error_rejected'));
    const press = async (sentence: string, label: string) =>
      relay.until(
        `${label} beside “${sentence}”`,
        (text: string, name: string) => {
          const row = [...document.querySelectorAll('.relay-row')].find((r) => r.textContent?.includes(text));
          const button = [...(row?.querySelectorAll('button') ?? [])].find((b) => b.textContent?.trim() === name);
          button?.click();
          return button !== undefined;
        },
        sentence,
        label,
      );
    await press(t('error_rate_limited'), t('action_retry'));
    await press(t('error_forbidden'), t('action_retry'));
    await press(t('error_rejected'), t('journal_discard'));
    await until('every delivery to settle', async () =>
      (await readTable<DeliveryRow>(state, 'deliveries')).every(
        (row) => row.state === 'delivered' || row.state === 'undone',
      ),
    );
    for (const [name, { status }] of Object.entries(badDays)) {
      expect(`${name}: ${await delivered(name)}`).toBe(`${name}: ${status === 422 ? 0 : 1}`);
    }
    await relay.close();
  });

  it('that no longer knows this browser keeps the spot until there is a new invitation', async () => {
    const { t } = world();
    const name = 'no longer knows this browser';
    front.bendWith(({ body }) => (commentOf(body) === name ? { status: 401 } : null));
    const spot = await spotPage(world(), tab);
    await spot.waitForForm();
    await spot.choose(group);
    await spot.comment(name);
    await spot.send(1);
    await spot.window.waitForText(t('error_not_signed_in'));
    await spot.window.waitForText(t('delivery_queued_signed_out'));
    await spot.close();
    await state.waitForText(t('options_connection_revoked_body'));
    front.bendWith(() => null);
    await connect();
    await until('the spot to leave by itself', async () => (await delivered(name)) === 1);
  });

  it('keeps what was read when the hub’s feed comes back cut, empty of Relais, or not at all', async () => {
    const { t } = world();
    const before = (await readTable<ItemRow>(state, 'items')).length;
    const guidelines = (await readTable(state, 'guidelines')).length;
    expect(before).toBeGreaterThan(10);
    const whole = await (await fetch(`${world().hubUrl}/feed.json`)).text();
    const answers: FrontAnswer[] = [
      { status: 200, body: '<!doctype html><title>Sign in</title>' },
      { status: 503 },
      { status: 200, body: whole.slice(0, whole.length / 2) },
      { status: 200, body: '{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[]}' },
      {},
    ];
    for (const answer of answers) {
      front.bendWith(({ method, path }) => (method === 'GET' && path.includes('/feed') ? answer : null));
      await command(state, 'refreshSources', { sourceId: null });
      expect((await readTable<ItemRow>(state, 'items')).length).toBe(before);
      expect((await readTable(state, 'guidelines')).length).toBe(guidelines);
      const [source] = await readTable<{ failure: { code: ErrorCode } | null }>(state, 'sources');
      if (source?.failure) await state.waitForText(t(`error_${source.failure.code}`));
      else expect(answer.body).toContain('jsonfeed');
    }
    front.bendWith(() => null);
    await command(state, 'refreshSources', { sourceId: null });
    expect((await readTable<ItemRow>(state, 'items')).length).toBe(before);
  });

  it('talks to the hub and the networks only, and complains of nothing in its consoles', async () => {
    const hosts = world()
      .requests()
      .map(({ host }: StageRequest) => host)
      .filter((host) => host !== new URL(front.url).host && !host.startsWith(new URL(articleUrl).host));
    expect([...new Set(hosts)]).toEqual([]);
    expect(await consoles()).toEqual([]);
  });
});

const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>A blog</title><link>https://blog.example/</link>${items}</channel></rss>`;
const plainItems = Array.from(
  { length: 12 },
  (_, i) =>
    `<item><title>Post ${i}</title><link>https://blog.example/${i}</link><guid isPermaLink="false">${i}</guid></item>`,
).join('');
/** Each where its address should be, and its words where a title should be. */
const hostileAddresses = [
  'javascript:document.title=1',
  'data:text/html,<script>1</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'https://user:secret@blog.example/x',
];
const hostileItems = hostileAddresses
  .map(
    (address, i) =>
      `<item><title><![CDATA[Hostile ${i} <img src=x onerror="document.title='owned'"><script>document.title='owned'</script>&lt;b&gt;\u202egnp]]></title><link><![CDATA[${address}]]></link><guid isPermaLink="false">h${i}</guid></item>`,
  )
  .join('');

inEachBrowser('a feed that misbehaves', (world) => {
  let server: TestServer;
  let state: Surface;
  let tab: Surface;
  let consoles: () => Promise<string[]>;
  const send = (body: string, status = 200, type = 'application/rss+xml') =>
    server.answerWith((_, response) =>
      response.writeHead(status, { 'content-type': type, 'access-control-allow-origin': '*' }).end(body),
    );

  beforeAll(async () => {
    const { session } = world();
    consoles = watchConsoles(session);
    server = await serve();
    send(rss(plainItems));
    state = await session.openPage('options.html');
    await command(state, 'addSource', { url: `${server.url}/feed.xml` });
    tab = await session.newPage(articleUrl);
  });
  afterAll(() => server?.close());

  const turns: [string, ErrorCode, () => void][] = [
    ['a sign-in page', 'not_a_feed', () => send('<!doctype html><title>Sign in</title>', 200, 'text/html')],
    ['an error', 'server_error', () => send('', 500)],
    ['nothing readable', 'feed_damaged', () => send(rss('<item><title>Cut').slice(0, 90))],
    [
      'an answer that breaks off',
      'server_error',
      () =>
        server.answerWith((_, response) =>
          // Not cut, which the proxy between would wait out, but as unreadable from the same point on.
          response
            .writeHead(200, { 'access-control-allow-origin': '*', 'content-encoding': 'gzip' })
            .end('these are no compressed bytes'),
        ),
    ],
    ['silence', 'network_unreachable', () => server.answerWith((_, response) => response.destroy())],
    [
      'a site that no longer lets everyone read it',
      'host_access_needed',
      () => server.answerWith((_, response) => response.writeHead(200).end(rss(plainItems))),
    ],
  ];
  it.each(turns)('that turns into %s: its items stay, and the source says why', async (_name, code, turn) => {
    const { session, t } = world();
    turn();
    await command(state, 'refreshSources', { sourceId: null });
    await state.waitForText(t(`error_${code}`));
    const popup = await openedPopup(session, world(), tab);
    await popup.window.waitForText(t(`error_${code}`));
    await until('all 12 cards', async () => (await popup.waitForCards()).length === 12);
    await popup.window.close();
  });

  it('says no more of it once the feed is well again', async () => {
    const { session, t } = world();
    send(rss(plainItems));
    await command(state, 'refreshSources', { sourceId: null });
    const popup = await openedPopup(session, world(), tab);
    await popup.waitForCards();
    const sentence = t('error_host_access_needed');
    await until('the failure to be gone', async () => !(await popup.window.text()).includes(sentence));
    await popup.window.close();
  });

  it('with hostile titles and addresses: plain words, and nothing to click on', async () => {
    const { session, t } = world();
    send(rss(hostileItems));
    await command(state, 'refreshSources', { sourceId: null });
    const popup = await openedPopup(session, world(), tab);
    // Not by the text in sight: a card that is scrolled out of it is not laid out.
    await until('the hostile cards', async () =>
      (await popup.waitForCards()).some(({ title }) => /Hostile 4/.test(title)),
    );
    const seen = await popup.window.evaluate(() =>
      [...document.querySelectorAll('[data-item]')]
        .filter((card) => card.textContent?.includes('Hostile'))
        .map((card) => ({
          title: card.querySelector('h2')?.textContent ?? '',
          links: card.querySelectorAll('a, img[src^="x"], script, b').length,
          // The card's menu stays: what cannot be shared can be put away.
          disabled: [...card.querySelectorAll<HTMLButtonElement>('button:not([aria-haspopup])')].every(
            (button) => button.disabled,
          ),
          reason: card.textContent ?? '',
        })),
    );
    expect(seen).toHaveLength(hostileAddresses.length);
    for (const { title, links, disabled, reason } of seen) {
      expect(title).toMatch(/^Hostile \d ?(gnp)?$/);
      expect(links).toBe(0);
      expect(disabled).toBe(true);
      expect(reason).toContain(t('popup_item_no_address'));
    }
    expect(await popup.window.evaluate(() => document.title)).not.toBe('owned');
    await popup.window.close();
  });

  it('of 10,000 items: the popup opens at once and scrolls', async () => {
    const { session } = world();
    const items = Array.from(
      { length: 10_000 },
      (_, i) =>
        `<item><title>Item ${i}</title><link>https://blog.example/n/${i}</link><guid isPermaLink="false">n${i}</guid><pubDate>${new Date(Date.UTC(2026, 0, 1) + i * 60_000).toUTCString()}</pubDate></item>`,
    );
    send(rss(items.join('')));
    await command(state, 'refreshSources', { sourceId: null });
    expect((await readTable(state, 'items')).length).toBeGreaterThanOrEqual(10_000);
    const popup = await openedPopup(session, world(), tab);
    await popup.waitForCards();
    const shown = await popup.window.until('150 cards, by scrolling to the end again and again', () => {
      const panel = document.querySelector('[role=tabpanel]');
      panel?.scrollTo(0, panel.scrollHeight);
      const { length } = document.querySelectorAll('[data-item]');
      return length >= 150 && length;
    });
    expect(shown).toBeGreaterThanOrEqual(150);
    await popup.window.close();
  });

  it('is all that is asked, and the consoles stay silent', async () => {
    const known = [new URL(server.url).host, new URL(articleUrl).host];
    const hosts = world()
      .requests()
      .map(({ host }) => host.replace(/:443$/, ''))
      .filter((host) => !known.includes(host));
    expect([...new Set(hosts)]).toEqual([]);
    expect(await consoles()).toEqual([]);
  });
});

const hostileHost = 'hostile.example';
const hostilePages: Record<string, string> = {
  '/tricks': `<!doctype html><html lang="javascript:alert(1)"><head><meta charset="utf-8"><title><script>alert(1)</script>Real\u202e title\u202c</title>
<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="https://magazine.example/stolen">
<meta property="og:title" content="&lt;img src=x onerror=alert(1)&gt; \u2066Title\u2069 &amp;amp; more">
<meta property="og:image" content="javascript:alert(1)"><meta name="author" content="javascript:alert(2)">
<meta name="description" content="${'d'.repeat(5_000_000)}">${'<meta name="keywords" content="x">'.repeat(5000)}</head>
<body id="b"><form name="title"><input name="title"></form><img name="querySelector"><img name="baseURI"><p>Words</p>
<script>Object.defineProperty(document, 'title', { get() { throw new Error('no'); } }); getSelection = () => { throw 1; }; JSON.stringify = () => 'x'; Array.prototype.map = () => [];</script></body></html>`,
  '/elsewhere': `<!doctype html><title>Ours</title><link rel="canonical" href="https://magazine.example/2026/quiet-offices"><body id="b">x`,
  '/bare': '<body id="b">x',
};

inEachBrowser('a page that misbehaves', (world) => {
  let group = '';
  let consoles: () => Promise<string[]>;

  beforeAll(async () => {
    const { session, stage, connect, groupNames } = world();
    consoles = watchConsoles(session);
    stage.play(hostileHost, (_request, url) => ({ body: hostilePages[url.pathname] ?? '' }));
    await connect();
    [group = ''] = await groupNames();
  });

  const spotAt = async (path: string) => {
    const page = await world().session.newPage(`https://${hostileHost}${path}`);
    const spot = await spotPage(world(), page);
    await spot.waitForForm();
    await spot.choose(group);
    await spot.send(1);
    await spot.waitForDelivered(1);
    await spot.close();
    await page.close();
    return (await world().stream(group))[0];
  };

  it('with hostile words about itself is spotted as clean text under its own address', async () => {
    const spot = await spotAt('/tricks');
    expect(spot).toMatchObject({ url: `https://${hostileHost}/tricks`, image_url: null, language: null });
    expect(spot?.title).toBe('<img src=x onerror=alert(1)> Title &amp; more');
    expect(spot?.description.length).toBeLessThanOrEqual(2000);
  });

  it('that names an address of another site as its own is spotted under the one it has', async () => {
    expect(await spotAt('/elsewhere')).toMatchObject({ url: `https://${hostileHost}/elsewhere`, title: 'Ours' });
  });

  it('that says nothing about itself is spotted under its host’s name', async () => {
    expect(await spotAt('/bare')).toMatchObject({
      url: `https://${hostileHost}/bare`,
      title: hostileHost,
      description: '',
    });
  });

  it('that belongs to the browser says that it cannot be spotted, and what to do', async () => {
    const { session, t } = world();
    const addresses =
      session.kind === 'firefox' ? ['about:license', 'about:blank'] : ['chrome://version/', 'chrome://settings/'];
    for (const address of addresses) {
      // Not awaited: Firefox never says that such a page has loaded.
      void (await session.browser.newPage()).goto(address).catch(() => undefined);
      const page = await session.waitForWindow(address, (url) => url.startsWith(address));
      const popup = await openedPopup(session, world(), page);
      await popup.spotPage();
      const spot = await openedSpotWindow(session, world());
      await spot.window.waitForText(t('spot_refused_browser_page_title'));
      await spot.window.waitForText(t('spot_refused_browser_page_body'));
      await spot.close();
      await page.close();
    }
  });

  it('makes Relais ask nobody, and complain of nothing', async () => {
    const hosts = world()
      .requests()
      .map(({ host }) => host.replace(/:443$/, ''))
      .filter((host) => host !== hostileHost);
    expect([...new Set(hosts)]).toEqual([]);
    expect(await consoles()).toEqual([]);
  });
});
