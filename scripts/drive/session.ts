import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import type { Stage } from './stage.ts';
import { createSurface, type Primitives, type Surface } from './surface.ts';

export const browserKinds = ['chromium', 'firefox'] as const;
export type BrowserKind = (typeof browserKinds)[number];
export type MenuContext = 'page' | 'link' | 'selection';

export type SessionOptions = {
  executablePath: string;
  /** The folder with the built `manifest.json`. */
  extensionDir: string;
  /** The only network of the browser; absent leaves it the machine's own. */
  stage?: Stage;
  locale?: 'en' | 'fr';
  headless?: boolean;
  /** Kept between runs when given, else a throw-away one. */
  profileDir?: string;
  /** More command-line arguments, for Chromium. */
  args?: string[];
};

/** One browser with Relais installed, driven the way a person would where the browser allows it. */
export type Session = {
  kind: BrowserKind;
  browser: Browser;
  /** `chrome-extension://…/` or `moz-extension://…/`. */
  baseUrl: string;
  newPage: (url: string) => Promise<Surface>;
  /** A page of the extension in a tab, ready. */
  openPage: (path: string) => Promise<Surface>;
  /** Presses the real toolbar button while `on` is in front: opens the popup and grants `activeTab`. */
  openPopup: (on: Surface) => Promise<Surface>;
  /** Chooses Relais in the context menu of what `selector` finds. */
  clickMenu: (on: Surface, context: MenuContext, selector: string) => Promise<void>;
  /** Runs a keyboard command of the manifest while `on` is in front. */
  runCommand: (on: Surface, command: string) => Promise<void>;
  /** Ends the background at once, as the browser does at will. */
  killBackground: () => Promise<void>;
  /** Addresses of every tab and window now. */
  windowUrls: () => Promise<string[]>;
  windows: () => Promise<Surface[]>;
  waitForWindow: (what: string, matches: (url: string) => boolean) => Promise<Surface>;
  waitForNoWindow: (what: string, matches: (url: string) => boolean) => Promise<void>;
  /** Takes the network away from every context, and tells them, as a closed lid does; needs a stage. */
  setOffline: (offline: boolean) => Promise<void>;
  /** What a paste into a page of the web would give. */
  readClipboard: (on: Surface) => Promise<string>;
  setColorScheme: (scheme: 'light' | 'dark') => Promise<void>;
  close: () => Promise<void>;
};

/** The address a page is really at: Puppeteer does not hear of navigations to `moz-extension:` pages. */
export async function addressOf(page: Page): Promise<string> {
  return page.evaluate(() => location.href).catch((error) => (isClosed(error) ? '' : page.url()));
}

/** Puppeteer lists a closed page for a while yet. */
export function isClosed(error: unknown): boolean {
  return /no such frame|Session closed|Target closed|detached/i.test(String(error));
}

type KeyInput = Parameters<Page['keyboard']['press']>[0];

/** `Control+Enter`: all but the last are held meanwhile. */
async function pressTogether(page: Page, keys: KeyInput[]): Promise<void> {
  const held = keys.slice(0, -1);
  for (const key of held) await page.keyboard.down(key);
  await page.keyboard.press(keys.at(-1) ?? 'Enter');
  for (const key of held.toReversed()) await page.keyboard.up(key);
}

/** A tab or window that Puppeteer knows; `differently` replaces what one browser does otherwise. */
export function pageSurface(page: Page, differently: Partial<Primitives> = {}): Surface {
  return createSurface({
    url: () => addressOf(page),
    evaluateSource: (source) => page.evaluate(source),
    clickAt: (x, y, button) => page.mouse.click(x, y, { button: button ?? 'left' }),
    press: (keys) => pressTogether(page, keys.split('+') as KeyInput[]),
    capture: () => page.screenshot({ type: 'png' }),
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
    ...differently,
  });
}

/** A picture of every window, as far as each can be drawn: what is seen when something went wrong. */
export async function captureWindows(session: Session, folder: string): Promise<void> {
  const windows = await Promise.race([session.windows(), delay(3_000, [] as Surface[])]);
  for (const [i, window] of windows.entries()) {
    // A window that is hidden may never be drawn; the others are not kept waiting for it.
    await Promise.race([window.screenshot(join(folder, `${i}.png`)).catch(() => undefined), delay(3_000)]);
  }
}
