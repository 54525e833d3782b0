import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Extension, type Page } from 'puppeteer-core';
import { until } from '../scripts/drive/surface.ts';

export type Variant = 'relais' | 'static' | 'idb' | 'local';
export type Dirs = Record<Variant, string>;

export type Bench = {
  browser: Browser;
  page: Page;
  extensions: Partial<Record<Variant, Extension>>;
  close: () => Promise<void>;
};

/** A browser with `variants` installed, and one empty tab in front. */
export async function openBench(
  executablePath: string,
  dirs: Dirs,
  variants: Variant[],
  profileDir: string,
): Promise<Bench> {
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    userDataDir: profileDir,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-dev-shm-usage',
      '--no-first-run',
    ],
  });
  const extensions: Bench['extensions'] = {};
  for (const variant of variants) {
    const id = await browser.installExtension(dirs[variant]);
    extensions[variant] = (await browser.extensions()).get(id);
  }
  const page = await browser.newPage();
  const bench: Bench = { browser, page, extensions, close: () => browser.close() };
  // A fresh install greets with a page of its own; each floor opens one too, so that all start alike.
  for (const variant of variants) await greet(bench, variant);
  return bench;
}

async function greet(bench: Bench, variant: Variant): Promise<void> {
  const path = variant === 'relais' ? 'welcome.html' : 'static.html';
  const url = `chrome-extension://${extensionOf(bench, variant).id}/${path}`;
  if (variant !== 'relais') await openExtensionPage(bench, variant, path);
  const target = await bench.browser.waitForTarget((candidate) => candidate.url() === url);
  const page = await until(`${path} to be seen`, () => target.page());
  await until(`${path} to load`, () => page.evaluate(() => document.readyState === 'complete'));
  await page.close();
}

/** The open popup of an extension; its other pages are not popups. */
export async function findPopup(bench: Bench, variant: Variant): Promise<Page | undefined> {
  const extension = extensionOf(bench, variant);
  const url = `chrome-extension://${extension.id}/${variant === 'relais' ? 'popup' : variant}.html`;
  return (await extension.pages()).find((page) => page.url() === url);
}

export function extensionOf(bench: Bench, variant: Variant): Extension {
  const extension = bench.extensions[variant];
  if (extension === undefined) throw new Error(`${variant} is not installed`);
  return extension;
}

export async function openExtensionPage(bench: Bench, variant: Variant, path: string): Promise<Page> {
  const page = await bench.browser.newPage();
  await page.goto(`chrome-extension://${extensionOf(bench, variant).id}/${path}`);
  return page;
}

/** Presses the toolbar button; gives the milliseconds from the popup's own start to its items on screen. */
export async function measureOpening(bench: Bench, variant: Variant): Promise<number> {
  const extension = extensionOf(bench, variant);
  await bench.page.bringToFront();
  await extension.triggerAction(bench.page);
  const popup = await until(`the popup of ${variant}`, () => findPopup(bench, variant));
  const at = await until(`the items of ${variant}`, () =>
    popup.evaluate(() => performance.getEntriesByName('relais:first-items')[0]?.startTime),
  );
  await popup.close();
  await until(`the popup of ${variant} to close`, async () => (await findPopup(bench, variant)) === undefined);
  return at;
}

/** A copy of a profile that the run may change, and the way to be rid of it. */
export function copyProfile(from: string | null): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'relais-bench-'));
  if (from !== null) cpSync(from, dir, { recursive: true });
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }) };
}
