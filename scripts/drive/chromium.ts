import puppeteer, { type Page } from 'puppeteer-core';
import { pageSurface, type Session, type SessionOptions } from './session.ts';
import { type Primitives, type Surface, until } from './surface.ts';

/** Chromium asks its makers for time, components and accounts by itself; the driven one stays quiet. */
const quietArgs = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-dev-shm-usage',
  '--no-default-browser-check',
  '--no-first-run',
];

function stageArgs(port: number): string[] {
  return [
    `--proxy-server=http://127.0.0.1:${port}`,
    // Loopback too: the hub is then cut off like the rest when the stage goes offline.
    '--proxy-bypass-list=<-loopback>',
    '--ignore-certificate-errors',
  ];
}

/** Not `page.screenshot`: one that hangs, on a window that is never drawn, holds every later call back. */
async function capture(page: Page): Promise<Uint8Array> {
  const client = await page.createCDPSession();
  const { data } = await client.send('Page.captureScreenshot', { format: 'png' });
  await client.detach();
  return Buffer.from(data, 'base64');
}

export async function launchChromium(options: SessionOptions): Promise<Session> {
  const isRoot = process.getuid?.() === 0;
  const browser = await puppeteer.launch({
    executablePath: options.executablePath,
    headless: options.headless ?? true,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: options.stage !== undefined,
    defaultViewport: null,
    ...(options.profileDir !== undefined && { userDataDir: options.profileDir }),
    env: { ...process.env, ...(options.locale && { LANGUAGE: options.locale }) },
    args: [
      ...quietArgs,
      ...(isRoot ? ['--no-sandbox'] : []),
      ...(options.locale ? [`--lang=${options.locale}`] : []),
      ...(options.stage ? stageArgs(options.stage.port) : []),
      '--window-size=1280,900',
      ...(options.args ?? []),
    ],
  });
  const id = await browser.installExtension(options.extensionDir);
  const extension = (await browser.extensions()).get(id);
  if (extension === undefined) throw new Error(`Chromium did not load ${options.extensionDir}`);
  const baseUrl = `chrome-extension://${id}/`;
  const pages = new WeakMap<Surface, Page>();
  let scheme: 'light' | 'dark' | undefined;
  let offline = false;

  /** What the session set applies to pages that open later. */
  const dress = async (page: Page) => {
    if (offline) await page.setOfflineMode(true);
    if (scheme) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  };
  const wrap = async (page: Page, differently: Partial<Primitives> = {}) => {
    await dress(page);
    const captureInFront = async () => {
      await page.bringToFront();
      return capture(page);
    };
    const surface = pageSurface(page, { capture: captureInFront, ...differently });
    pages.set(surface, page);
    return surface;
  };
  const pageOf = (surface: Surface) => {
    const page = pages.get(surface);
    if (page === undefined) throw new Error('not a surface of this session');
    return page;
  };
  const newPage = async (url: string) => {
    const page = await browser.newPage();
    await dress(page);
    await page.goto(url);
    return wrap(page);
  };
  const popupPage = async () => (await extension.pages()).find((page) => page.url().startsWith(`${baseUrl}popup.html`));
  const closePopup = async () => {
    const open = await popupPage();
    await open?.close();
  };
  const openPopup = async (on: Surface) => {
    await closePopup();
    await on.bringToFront();
    let pressedAt = Number.NEGATIVE_INFINITY;
    const page = await until('the popup', async () => {
      const open = await popupPage();
      // Focus that went elsewhere at the wrong moment closes a popup: a person presses the button again.
      if (open === undefined && performance.now() - pressedAt > 4_000) {
        pressedAt = performance.now();
        await extension.triggerAction(pageOf(on));
      }
      return open;
    });
    // Bringing a popup to the front would take its focus away.
    return wrap(page, { capture: () => capture(page) });
  };
  const runningWorker = async () => {
    const target = browser.targets().find((t) => t.type() === 'service_worker' && t.url().startsWith(baseUrl));
    return target?.worker().catch(() => null);
  };
  const worker = async () => {
    const target = await browser.waitForTarget((t) => t.type() === 'service_worker' && t.url().startsWith(baseUrl));
    return until('the service worker', () => target.worker());
  };
  /**
   * Native menus and shortcuts are out of the protocol's reach, so the browser's own event is fired
   * in the worker; the toolbar button pressed before gives the `activeTab` that the real gesture gives.
   */
  const dispatch = async (event: string, detail: unknown, tabUrl: string) =>
    (await worker()).evaluate(`(async () => {
      const tabs = await chrome.tabs.query({});
      const tab = tabs.find(({ url }) => url === ${JSON.stringify(tabUrl)}) ?? tabs.find(({ active }) => active);
      chrome.${event}.dispatch(${JSON.stringify(detail)}, tab);
    })()`);
  const gesture = async (on: Surface, fire: (tabUrl: string) => Promise<unknown>) => {
    await openPopup(on);
    await closePopup();
    await fire(await on.url());
  };

  // Targets rather than pages: `browser.pages()` waits for every page, also one that is only being made.
  const tabs = () => browser.targets().filter((target) => target.type() === 'page');
  const windowUrls = async () => tabs().map((target) => target.url());

  return {
    kind: 'chromium',
    browser,
    baseUrl,
    newPage,
    openPage: (path) => newPage(baseUrl + path),
    openPopup,
    clickMenu: async (on, context, selector) => {
      const info = await on.evaluate(
        (kind: string, css: string) => {
          const element = document.querySelector(css);
          if (kind === 'selection' && element) getSelection()?.selectAllChildren(element);
          return {
            ...(kind === 'link' && { linkUrl: element?.closest('a')?.href ?? '' }),
            ...(kind === 'selection' && { selectionText: getSelection()?.toString() ?? '' }),
          };
        },
        context,
        selector,
      );
      await gesture(on, (pageUrl) =>
        dispatch(
          'contextMenus.onClicked',
          { menuItemId: `spot-${context}`, pageUrl, editable: false, ...info },
          pageUrl,
        ),
      );
    },
    runCommand: (on, command) => gesture(on, (pageUrl) => dispatch('commands.onCommand', command, pageUrl)),
    // Gone already, or going: either way there is nothing left to end.
    killBackground: async () => (await runningWorker())?.close().catch(() => undefined),
    windowUrls,
    windows: async () => {
      const pages = await Promise.all(tabs().map((target) => target.page().catch(() => null)));
      return Promise.all(pages.flatMap((page) => (page === null ? [] : [wrap(page)])));
    },
    waitForNoWindow: async (what, matches) => void (await until(what, async () => !(await windowUrls()).some(matches))),
    waitForWindow: async (what, matches) =>
      wrap(
        await until(what, () =>
          tabs()
            .find((target) => matches(target.url()))
            ?.page(),
        ),
      ),
    setOffline: async (next) => {
      offline = next;
      options.stage?.setOffline(next);
      const conditions = { offline: next, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
      const open = [...(await browser.pages()), ...(await extension.pages())];
      await Promise.all(open.map((page) => page.setOfflineMode(next)));
      // A worker that sleeps is told nothing; it wakes into the network as it then is.
      const awake = await runningWorker();
      await awake?.client.send('Network.emulateNetworkConditions', conditions).catch(() => undefined);
    },
    readClipboard: async (on) => {
      const { origin } = new URL(await on.url());
      await browser.defaultBrowserContext().overridePermissions(origin, ['clipboard-read']);
      await on.bringToFront();
      return on.evaluate(() => navigator.clipboard.readText());
    },
    setColorScheme: async (next) => {
      scheme = next;
      await Promise.all([...(await browser.pages()), ...(await extension.pages())].map(dress));
    },
    close: () => browser.close(),
  };
}
