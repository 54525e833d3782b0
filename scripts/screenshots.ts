import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import { startHub } from '../hub/src/start.ts';
import { buildExtension, extensionDir, root } from './build-extension.ts';
import { command, readTable } from './drive/extension-state.ts';
import { launchSession } from './drive/launch.ts';
import { articleUrl, magazineHost, magazineScene } from './drive/magazine.ts';
import { openedSpotWindow } from './drive/pages/spot-window.ts';
import type { Session } from './drive/session.ts';
import { openStage } from './drive/stage.ts';
import { type Surface, until } from './drive/surface.ts';
import { type Locale, startOf, wordsOf } from './drive/words.ts';
import { ensureSystem, findBrowsers } from './system.ts';

/**
 * Pictures of every screen of the real extension with the sample company: those of the README into
 * `docs/screenshots`, all of them into `.relais/review`, in both languages, light and dark.
 */
const review = join(root, '.relais', 'review');
const kept = join(root, 'docs', 'screenshots');
const ofReadme = ['popup-en-light', 'composer-fr-light', 'spot-en-dark', 'leaderboard-en-light'];

/** What the person of the pictures left to be shown. */
type Lived = { draftId: string; itemId: string };

type Shot = { name: string; path: string; width: number; height: number; act?: (page: Page) => Promise<void> };

const press = (index: number) => async (page: Page) => {
  await page.waitForSelector('.bar-views button');
  await page.evaluate((at) => document.querySelectorAll<HTMLElement>('.bar-views button')[at]?.click(), index);
};

/** The ways into the feed, in the order of its bar, and what opens above it. */
const feedViews: { name: string; act: (page: Page) => Promise<void> }[] = [
  { name: 'brief', act: press(1) },
  { name: 'saved', act: press(2) },
  { name: 'soon', act: press(3) },
  {
    name: 'filters',
    act: async (page) => {
      await page.waitForSelector('.bar > button');
      await page.click('.bar > button');
    },
  },
  {
    name: 'search',
    act: async (page) => {
      await page.waitForSelector('html[data-live]');
      await page.type('.bar input[type=search]', 'lum');
    },
  },
  {
    name: 'menu',
    act: async (page) => {
      await page.waitForSelector('html[data-live]');
      await page.click('[data-item] [aria-haspopup=menu]');
    },
  },
];

const shots = ({ draftId, itemId }: Lived): Shot[] => [
  { name: 'welcome', path: 'welcome.html', width: 960, height: 800 },
  { name: 'popup', path: 'popup.html', width: 400, height: 600 },
  { name: 'composer', path: 'popup.html', width: 400, height: 600, act: openComposer },
  {
    name: 'guidelines',
    path: 'popup.html',
    width: 400,
    height: 600,
    act: (page) => page.click('#popup-tab-guidelines'),
  },
  ...feedViews.map((view) => ({
    name: `feed-${view.name}`,
    path: 'popup.html',
    width: 400,
    height: 600,
    act: view.act,
  })),
  { name: 'relay', path: 'popup.html', width: 400, height: 600, act: (page) => page.click('#popup-tab-relay') },
  { name: 'spot', path: `spot.html?draft=${draftId}`, width: 420, height: 680 },
  { name: 'leaderboard', path: 'dashboard.html#leaderboard', width: 1100, height: 780 },
  { name: 'queue', path: 'dashboard.html#queue', width: 1100, height: 900 },
  {
    name: 'compose',
    path: `compose.html?item=${encodeURIComponent(itemId)}&networks=linkedin,x,mastodon`,
    width: 440,
    height: 700,
  },
  { name: 'journal', path: 'dashboard.html#journal', width: 1100, height: 780 },
  { name: 'options', path: 'options.html', width: 1000, height: 2600 },
  { name: 'sheet', path: 'sheet.html', width: 900, height: 1200 },
];

/** Of the first card that can be shared: a comment has no composer. */
async function openComposer(page: Page): Promise<void> {
  const names = (['en', 'fr'] as const).map((locale) => startOf(wordsOf(locale), 'popup_compose').source);
  await page.waitForFunction(
    (pattern) => {
      const buttons = [...document.querySelectorAll<HTMLElement>('[data-item] button')];
      const nameOf = (button: Element) => (button.getAttribute('aria-label') ?? '').replace(/\s+/g, ' ');
      const compose = buttons.find((button) => new RegExp(pattern).test(nameOf(button)));
      compose?.click();
      return compose !== undefined;
    },
    {},
    names.join('|'),
  );
  await page.waitForSelector('textarea');
}

async function take(page: Page, shot: Shot, file: string): Promise<void> {
  await page.setViewport({ width: shot.width, height: shot.height, deviceScaleFactor: 2 });
  await shot.act?.(page);
  // Whatever is still loading is drawn as such: only what has settled is shown.
  await page.waitForFunction(() => document.querySelector('.r-skeleton, .r-spinner') === null);
  await page.waitForNetworkIdle({ idleTime: 200 }).catch(() => undefined);
  const png = await page.screenshot({ type: 'png' });
  await sharp(png).png({ palette: true, quality: 90, effort: 8 }).toFile(file);
}

/** A month of a person's acts, through the extension itself. */
async function live(session: Session, page: Surface, invitationUrl: string, locale: Locale): Promise<Lived> {
  const { connectionId } = await command<{ connectionId: string }>(page, 'connectHub', {
    invitationUrl,
    displayName: 'Camille R.',
  });
  await command(page, 'joinLeaderboard', { connectionId, displayName: 'Camille R.' });
  const items = await readTable<{ id: string; orderAt: number; title: string }>(page, 'items');
  const latest = items.sort((a, b) => b.orderAt - a.orderAt).slice(2, 6);
  for (const [i, item] of latest.entries()) {
    const network = i % 2 === 0 ? 'linkedin' : 'x';
    const { shareId } = await command<{ shareId: string }>(page, 'startShare', {
      itemId: item.id,
      network,
      text: item.title,
    });
    if (i < 3) await command(page, 'decideShare', { shareId, state: 'confirmed' });
  }
  const planned = latest.at(-1);
  await command(page, 'planShare', {
    planId: 'planned',
    itemId: planned?.id,
    network: 'linkedin',
    text: planned?.title,
    at: null,
    mode: 'remind',
    accountId: null,
  });
  await until('the pictures', async () => (await readTable(page, 'pictures')).length >= 8);
  const tab = await session.newPage(articleUrl);
  await session.clickMenu(tab, 'selection', '#quote');
  const spot = await openedSpotWindow(session, wordsOf(locale));
  await spot.waitForForm();
  const draftId = new URL(await spot.window.url()).searchParams.get('draft') ?? '';
  for (const url of await session.windowUrls()) {
    if (!url.startsWith(session.baseUrl)) await (await session.waitForWindow(url, (it) => it === url)).close();
  }
  await spot.close();
  return { draftId, itemId: latest[0]?.id ?? '' };
}

async function photograph(locale: Locale, executablePath: string): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'relais-pictures-'));
  const config = { host: '127.0.0.1', port: 0, dataFolder, databaseUrl: null, publicUrl: null };
  const hub = await startHub({ config, log: () => undefined });
  const stage = await openStage();
  stage.play(magazineHost, magazineScene);
  const session = await launchSession('chromium', {
    executablePath,
    extensionDir: extensionDir('.output', 'chrome'),
    stage,
    locale,
  });
  try {
    const page = await session.openPage('options.html');
    const lived = await live(session, page, hub.invitationUrl ?? '', locale);
    const camera = await session.browser.newPage();
    for (const scheme of ['light', 'dark'] as const) {
      await camera.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      for (const shot of shots(lived)) {
        const name = `${shot.name}-${locale}-${scheme}`;
        await camera.goto('about:blank');
        // The popup comes back to what was asked of the feed before.
        await page.evaluate(() => chrome.storage.session.remove('feedChoice'));
        await camera.goto(`${session.baseUrl}${shot.path}`);
        await take(camera, shot, join(ofReadme.includes(name) ? kept : review, `${name}.png`));
      }
    }
  } finally {
    await session.close();
    await stage.close();
    await hub.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

ensureSystem(['chromium']);
const browser = findBrowsers().find(({ kind }) => kind === 'chromium');
if (browser === undefined) throw new Error('The pictures are taken in Chrome, Chromium or Edge: none was found.');
for (const folder of [review, kept]) mkdirSync(folder, { recursive: true });
await buildExtension(['chrome'], { outDir: '.output' });
for (const locale of ['en', 'fr'] as const) await photograph(locale, browser.path);
console.log(`README: ${kept}\nReview: ${review}`);
