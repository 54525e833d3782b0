import { cpSync, globSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { buildExtension, extensionDir, root, runTool } from '../scripts/build-extension.ts';
import { command, readTable } from '../scripts/drive/extension-state.ts';
import { pageSurface } from '../scripts/drive/session.ts';
import { until } from '../scripts/drive/surface.ts';
import { copyProfile, type Dirs, openBench, openExtensionPage, type Variant } from './browser.ts';

const outDir = '.relais/bench';
const floorVariants = ['static', 'idb', 'local'] as const;

/** The built extension, and one tiny extension for each floor: same manifest, another popup. */
export async function prepareExtensions(): Promise<Dirs> {
  await buildExtension(['chrome'], { outDir, onlyIfStale: true, quiet: true });
  const dirs = { relais: extensionDir(outDir, 'chrome') } as Dirs;
  for (const variant of floorVariants) {
    const dir = join(root, outDir, `floor-${variant}`);
    rmSync(dir, { recursive: true, force: true });
    cpSync(join(root, 'bench', 'floor'), dir, { recursive: true });
    const manifest = {
      manifest_version: 3,
      name: `Relais floor: ${variant}`,
      version: '1',
      permissions: ['storage', 'unlimitedStorage'],
      action: { default_popup: `${variant}.html` },
      background: { service_worker: 'background.js' },
    };
    writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
    dirs[variant] = dir;
  }
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: dirs.static,
      emptyOutDir: false,
      lib: { entry: join(root, 'bench', 'parse-entry.ts'), formats: ['es'], fileName: () => 'parse.js' },
    },
  });
  return dirs;
}

/** Size of the package as a store receives it, in bytes. */
export async function measurePackage(): Promise<number> {
  await runTool('wxt/bin/wxt.mjs', ['zip', '-b', 'chrome'], { RELAIS_OUT_DIR: outDir }, true);
  const [zip] = globSync('*-chrome.zip', { cwd: join(root, outDir) });
  if (zip === undefined) throw new Error('wxt zip left no package');
  return statSync(join(root, outDir, zip)).size;
}

export type Profiles = {
  /** As the browser left it right after the items were written. */
  written: string;
  /** The same after one more start. */
  settled: string;
  remove: () => void;
};

type Row = { id: string; imageUrl: string | null };

/** A profile in which Relais read a feed of `count` items by its own means, and each floor holds the same list. */
export async function prepareProfile(
  executablePath: string,
  dirs: Dirs,
  count: number,
  origin: string,
): Promise<Profiles> {
  const profile = copyProfile(null);
  const variants: Variant[] = ['relais', ...floorVariants];
  const bench = await openBench(executablePath, dirs, variants, profile.dir);
  const relais = pageSurface(await openExtensionPage(bench, 'relais', 'options.html'));
  await command(relais, 'addSource', { url: `${origin}/${count}/shown.rss` });
  const expected = Math.min(count, 40);
  await until(
    'the items and their pictures',
    async () => {
      const pictures = await readTable(relais, 'pictures');
      const items = await relais.evaluate(countItems);
      return items >= count && pictures.length >= Math.min(expected, 10);
    },
    120_000,
  );
  const [rows, pictures] = [await readTable<Row>(relais, 'items'), await relais.evaluate(readPictures)];
  const floor = await openExtensionPage(bench, 'idb', 'idb.html');
  for (let at = 0; at < rows.length; at += 1000) {
    await floor.evaluate(
      fillFloor,
      JSON.stringify(rows.slice(at, at + 1000)),
      at === 0 ? JSON.stringify(pictures) : '[]',
    );
  }
  const snapshot = await relais.evaluate(readSnapshot);
  const local = await openExtensionPage(bench, 'local', 'local.html');
  await local.evaluate((json) => chrome.storage.local.set({ cards: JSON.parse(json) }), snapshot);
  await floor.close();
  await local.close();
  await bench.close();

  const written = copyProfile(profile.dir);
  const again = await openBench(executablePath, dirs, variants, profile.dir);
  for (const variant of variants) {
    const page = await openExtensionPage(again, variant, variant === 'relais' ? 'popup.html' : `${variant}.html`);
    await until('the items', () => page.evaluate(() => performance.getEntriesByName('relais:first-items').length > 0));
    await page.close();
  }
  await again.close();
  return {
    written: written.dir,
    settled: profile.dir,
    remove: () => {
      written.remove();
      profile.remove();
    },
  };
}

function countItems(): Promise<number> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('relais');
    opening.onsuccess = () => {
      const counting = opening.result.transaction('items').objectStore('items').count();
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  });
}

/** The stored pictures as JSON holds them. */
function readPictures(): Promise<{ url: string; dataUrl: string }[]> {
  const readAs = (blob: Blob) =>
    new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.readAsDataURL(blob);
    });
  return new Promise((resolve) => {
    const opening = indexedDB.open('relais');
    opening.onsuccess = () => {
      const reading = opening.result.transaction('pictures').objectStore('pictures').getAll();
      reading.onsuccess = () => {
        opening.result.close();
        const rows = reading.result as { url: string; blob: Blob | null }[];
        resolve(
          Promise.all(
            rows.flatMap(({ url, blob }) =>
              blob === null ? [] : [readAs(blob).then((dataUrl) => ({ url, dataUrl }))],
            ),
          ),
        );
      };
    };
  });
}

function fillFloor(items: string, pictures: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('floor', 1);
    opening.onsuccess = () => {
      const writing = opening.result.transaction(['items', 'pictures'], 'readwrite');
      for (const item of JSON.parse(items)) writing.objectStore('items').put(item);
      for (const picture of JSON.parse(pictures)) writing.objectStore('pictures').put(picture);
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
      writing.onerror = () => reject(writing.error);
    };
  });
}

/** The cards of Relais's own first screen, so that the floor in `storage.local` holds the same list. */
async function readSnapshot(): Promise<string> {
  for (;;) {
    const { firstScreen } = await chrome.storage.local.get('firstScreen');
    const cards = firstScreen?.screen?.cards ?? [];
    if (cards.length > 0) return JSON.stringify(cards);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Folders that a run leaves for the next one. */
export function ensureFolder(): void {
  mkdirSync(join(root, outDir), { recursive: true });
}
