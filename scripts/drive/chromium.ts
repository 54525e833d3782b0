import puppeteer, { type Page } from 'puppeteer-core';
import { addressOf, pageSurface, type Session, type SessionOptions } from './session.ts';
import { type Surface, until } from './surface.ts';

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

  const dress = async (page: Page) => {
    if (scheme) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  };
  const wrap = async (page: Page) => {
    await dress(page);
    const surface = pageSurface(page);
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
    await extension.triggerAction(pageOf(on));
    return wrap(await until('the popup', popupPage));
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
    killBackground: async () => {
      const target = browser.targets().find((t) => t.type() === 'service_worker' && t.url().startsWith(baseUrl));
      // Gone already, or going: either way there is nothing left to end.
      await (await target?.worker().catch(() => null))?.close().catch(() => undefined);
    },
    windowUrls: async () => Promise.all((await browser.pages()).map(addressOf)),
    waitForWindow: async (what, matches) =>
      wrap(
        await until(what, async () => {
          for (const page of await browser.pages()) if (matches(await addressOf(page))) return page;
          return undefined;
        }),
      ),
    setColorScheme: async (next) => {
      scheme = next;
      await Promise.all([...(await browser.pages()), ...(await extension.pages())].map(dress));
    },
    close: () => browser.close(),
  };
}
