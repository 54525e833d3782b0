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
  return { browser, page, extensions, close: () => browser.close() };
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
  const popup = await until(`the popup of ${variant}`, async () =>
    (await extension.pages()).find((candidate) => candidate !== bench.page && !candidate.url().includes('parse')),
  );
  const at = await until(`the items of ${variant}`, () =>
    popup.evaluate(() => performance.getEntriesByName('relais:first-items')[0]?.startTime),
  );
  await popup.close();
  await until(`the popup of ${variant} to close`, async () => !(await extension.pages()).includes(popup));
  return at;
}

/** A copy of a profile that the run may change, and the way to be rid of it. */
export function copyProfile(from: string | null): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'relais-bench-'));
  if (from !== null) cpSync(from, dir, { recursive: true });
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }) };
}
