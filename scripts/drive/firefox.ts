import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { addressOf, isClosed, pageSurface, type Session, type SessionOptions } from './session.ts';
import { createSurface, type Surface, until } from './surface.ts';

/** Fixed, so that the pages' addresses are known before Firefox has invented one. */
const extensionUuid = '5e1a15a1-0000-4000-8000-0000000e1a15';

type BidiAnswer = { result: { type?: string; result?: { value?: unknown }; exceptionDetails?: { text: string } } };
type BidiConnection = { send: (method: string, params: object) => Promise<BidiAnswer> };
type ContextTree = { result: { contexts: { context: string; url: string }[] } };

const stagePrefs = (port: number) => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.no_proxies_on': '',
  // Loopback too: the hub is then cut off like the rest when the stage goes offline.
  'network.proxy.allow_hijacking_localhost': true,
});

/**
 * Code that runs in the browser window with full rights: the only way to the real menu, the real
 * toolbar button and its popup, none of which WebDriver BiDi shows.
 */
async function openChromeScope(browser: Browser) {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as unknown as ContextTree;
  const context = tree.result.contexts.find(({ url }) => url.endsWith('/browser.xhtml'))?.context;
  if (context === undefined) throw new Error('Firefox shows no browser window');
  return async (source: string, ...args: unknown[]): Promise<unknown> => {
    const { result } = await connection.send('script.callFunction', {
      functionDeclaration: `async (...json) => JSON.stringify(await (${source})(...json.map((j) => JSON.parse(j))))`,
      awaitPromise: true,
      target: { context },
      arguments: args.map((arg) => ({ type: 'string', value: JSON.stringify(arg) })),
    });
    if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
    const value = result.result?.value;
    return typeof value === 'string' ? JSON.parse(value) : undefined;
  };
}

const findExtension = `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const extension = ExtensionParent.GlobalManager.getExtension(id);`;
const findPopup = `const popup = document.querySelector('.webextension-popup-browser');
  if (!popup) throw new Error('the popup is closed');`;

function popupSurface(inChrome: Awaited<ReturnType<typeof openChromeScope>>): Surface {
  return createSurface({
    url: async () => (await inChrome(`() => { ${findPopup} return popup.currentURI.spec; }`)) as string,
    evaluateSource: async (source) => {
      const json = await inChrome(
        `async (source) => {
          ${findPopup}
          const name = 'relais:' + Math.random();
          const frame = \`(async () => {
            const box = Cu.Sandbox(content.document.nodePrincipal, { sandboxPrototype: content, wantXrays: false });
            try {
              const value = await Cu.evalInSandbox(\${JSON.stringify(source)}, box);
              sendAsyncMessage(\${JSON.stringify(name)}, { json: JSON.stringify(value) });
            } catch (error) {
              sendAsyncMessage(\${JSON.stringify(name)}, { error: String(error) });
            }
          })()\`;
          const { messageManager } = popup;
          return await new Promise((resolve, reject) => {
            const gone = () => reject(new Error('the popup closed'));
            popup.addEventListener('DOMWindowClose', gone, { once: true });
            messageManager.addMessageListener(name, ({ data }) =>
              data.error === undefined ? resolve(data.json ?? null) : reject(new Error(data.error)));
            messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(frame), false);
          });
        }`,
        source,
      );
      return typeof json === 'string' ? JSON.parse(json) : undefined;
    },
    clickAt: async (x, y, button) =>
      void (await inChrome(
        `(x, y, button) => {
          ${findPopup}
          const { left, top } = popup.getBoundingClientRect();
          const send = window.synthesizeMouseEvent ?? window.windowUtils.sendMouseEvent.bind(window.windowUtils);
          send('mousemove', left + x, top + y, {});
          for (const type of ['mousedown', 'mouseup']) send(type, left + x, top + y, { button, clickCount: 1 });
        }`,
        x,
        y,
        button === 'right' ? 2 : 0,
      )),
    press: async (key) =>
      void (await inChrome(
        `(key) => {
          ${findPopup}
          popup.focus();
          const keys = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
          keys.beginInputTransactionForTests(window);
          const event = new window.KeyboardEvent('', { key, code: key });
          keys.keydown(event);
          keys.keyup(event);
        }`,
        key,
      )),
    capture: async () => {
      const url = (await inChrome(`async () => {
        ${findPopup}
        const bitmap = await popup.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'rgb(255,255,255)');
        const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
        canvas.width = bitmap.width;
        canvas.height = bitmap.height;
        canvas.getContext('2d').drawImage(bitmap, 0, 0);
        return canvas.toDataURL('image/png');
      }`)) as string;
      return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
    },
    bringToFront: async () => undefined,
    close: async () => void (await inChrome(closePopupSource)),
  });
}

const closePopupSource = `async () => {
  const panel = document.querySelector('.webextension-popup-browser')?.closest('panel');
  if (!panel) return;
  const hidden = new Promise((resolve) => panel.addEventListener('popuphidden', resolve, { once: true }));
  panel.hidePopup();
  await hidden;
}`;

export async function launchFirefox(options: SessionOptions): Promise<Session> {
  const manifest = JSON.parse(readFileSync(join(options.extensionDir, 'manifest.json'), 'utf8'));
  const geckoId: string = manifest.browser_specific_settings.gecko.id;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executablePath,
    headless: options.headless ?? true,
    acceptInsecureCerts: options.stage !== undefined,
    defaultViewport: null,
    ...(options.profileDir !== undefined && { userDataDir: options.profileDir }),
    // Without it a release build ignores the next preference and asks Mozilla's servers all the time.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
    extraPrefsFirefox: {
      // The driver itself speaks over loopback, also when the browser is told that it is offline.
      'network.disable-localhost-when-offline': false,
      'services.settings.server': 'data:,#remote-settings-dummy/v1',
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: extensionUuid }),
      // Nobody is there to answer Firefox's own question about a permission; asking it is not Relais's code.
      'extensions.webextOptionalPermissionPrompts': options.stage === undefined,
      ...(options.stage && stagePrefs(options.stage.port)),
    },
  });
  const inChrome = await openChromeScope(browser);
  if (options.locale !== undefined && options.headless !== false) {
    // A build without that language pack can still be asked for it: extensions then choose their own.
    await inChrome(
      `(locale) => {
        Services.locale.availableLocales = [...new Set([...Services.locale.availableLocales, locale])];
        Services.locale.requestedLocales = [locale];
      }`,
      options.locale === 'en' ? 'en-US' : options.locale,
    );
  }
  await browser.installExtension(options.extensionDir);
  const baseUrl = `moz-extension://${extensionUuid}/`;
  const pages = new WeakMap<Surface, Page>();
  const wrap = (page: Page) => {
    const surface = pageSurface(page);
    pages.set(surface, page);
    return surface;
  };
  const newPage = async (url: string) => {
    const page = await browser.newPage();
    await page.goto(url);
    return wrap(page);
  };
  const openPage = async (path: string) => {
    const page = await browser.newPage();
    // Loads, but never says so (Puppeteer waits for an event that Firefox does not send here).
    page.goto(baseUrl + path).catch(() => undefined);
    await until(`${path} to load`, () =>
      page.evaluate((prefix) => location.href.startsWith(prefix) && document.readyState === 'complete', baseUrl),
    );
    return wrap(page);
  };

  const windowUrls = async () => Promise.all((await browser.pages()).map(addressOf));

  return {
    kind: 'firefox',
    browser,
    baseUrl,
    newPage,
    openPage,
    openPopup: async (on) => {
      await inChrome(closePopupSource);
      await on.bringToFront();
      await inChrome(
        `(id) => { ${findExtension} ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window); }`,
        geckoId,
      );
      const surface = popupSurface(inChrome);
      await until('the popup', async () => (await surface.url()).startsWith(baseUrl));
      return surface;
    },
    clickMenu: async (on, context, selector) => {
      if (context === 'selection') {
        await on.evaluate((css: string) => {
          const element = document.querySelector(css);
          if (element) getSelection()?.selectAllChildren(element);
        }, selector);
      }
      await inChrome(closePopupSource);
      await on.bringToFront();
      await on.click(selector, 'right');
      await inChrome(
        `async (id, name) => {
          const menu = document.getElementById('contentAreaContextMenu');
          if (menu.state !== 'open') {
            await new Promise((resolve) => menu.addEventListener('popupshown', resolve, { once: true }));
          }
          const prefix = id.replace(/[^a-z0-9_-]/gi, '_') + '-menuitem-';
          const items = [...menu.querySelectorAll('menuitem')].filter((item) => item.id.startsWith(prefix));
          const item = items.find((candidate) => candidate.id.endsWith(name)) ?? items[0];
          if (!item) { menu.hidePopup(); throw new Error('Relais is not in the menu'); }
          const submenu = item.closest('menu');
          if (submenu && menu.contains(submenu)) {
            const shown = new Promise((resolve) => submenu.menupopup.addEventListener('popupshown', resolve, { once: true }));
            submenu.openMenu(true);
            await shown;
          }
          (item.closest('menupopup') ?? menu).activateItem(item);
        }`,
        geckoId,
        `spot-${context}`,
      );
    },
    runCommand: async (on, command) => {
      await inChrome(closePopupSource);
      await on.bringToFront();
      const key = String(manifest.commands[command].suggested_key.default).split('+').at(-1);
      await inChrome(
        `(key) => document.querySelector('keyset[id^="ext-keyset"] key[key="' + key + '"]').doCommand()`,
        key,
      );
    },
    killBackground: async () =>
      void (await inChrome(
        `async (id) => {
          ${findExtension}
          await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
        }`,
        geckoId,
      )),
    windowUrls,
    windows: async () => (await browser.pages()).map(wrap),
    waitForNoWindow: async (what, matches) => void (await until(what, async () => !(await windowUrls()).some(matches))),
    waitForWindow: async (what, matches) =>
      wrap(
        await until(what, async () => {
          for (const page of await browser.pages()) if (matches(await addressOf(page))) return page;
          return undefined;
        }),
      ),
    setOffline: async (offline) => {
      options.stage?.setOffline(offline);
      await inChrome('(offline) => { Services.io.offline = offline; }', offline);
    },
    readClipboard: async () =>
      (await inChrome(`() => {
        const data = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
        data.init(null);
        data.addDataFlavor('text/plain');
        Services.clipboard.getData(data, Services.clipboard.kGlobalClipboard, window.browsingContext.currentWindowContext);
        const found = {};
        data.getTransferData('text/plain', found);
        return found.value.QueryInterface(Ci.nsISupportsString).data;
      }`)) as string,
    setColorScheme: async (scheme) => {
      const isDark = scheme === 'dark';
      await inChrome(`(value) => Services.prefs.setIntPref('ui.systemUsesDarkTheme', value)`, isDark ? 1 : 0);
      // Open pages hear of it a moment later, each in its own process.
      for (const page of await browser.pages()) {
        await until('the colour scheme', () =>
          page.evaluate((dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark, isDark).catch(isClosed),
        );
      }
    },
    close: () => browser.close(),
  };
}
