import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError, parseConfig } from '../hub/src/config.ts';
import { type RunningHub, StartError, startHub } from '../hub/src/start.ts';
import { buildExtension, extensionDir, root } from './build-extension.ts';
import { command, readTable } from './drive/extension-state.ts';
import { launchSession } from './drive/launch.ts';
import { driveMainJob } from './drive/main-job.ts';
import { openedWelcome } from './drive/pages/welcome.ts';
import { type BrowserKind, captureWindows, type Session } from './drive/session.ts';
import { openStage } from './drive/stage.ts';
import { type Locale, wordsOf } from './drive/words.ts';
import { ensureSystem, findBrowsers, type InstalledBrowser } from './system.ts';

/**
 * The demonstration: builds, starts the hub with its sample company, and opens a browser connected to
 * it. Without a display it does an employee's whole job by itself in a headless browser instead.
 */
const outDir = '.output';
const displayName = 'Camille R.';

const { values: options } = parseArgs({
  options: {
    browser: { type: 'string' },
    headless: { type: 'boolean', default: false },
    /** Of the headless demonstration; a browser with a window speaks its own language. */
    language: { type: 'string', default: 'en' },
  },
});

class Stop extends Error {}

function chooseBrowser(): InstalledBrowser {
  const wanted = options.browser?.toLowerCase();
  const matches = (browser: InstalledBrowser) =>
    wanted === undefined || browser.kind === wanted || browser.name.toLowerCase() === wanted;
  const find = () => findBrowsers().find(matches);
  const found = find();
  if (found !== undefined) return found;
  ensureSystem([wanted === 'firefox' ? 'firefox' : 'chromium']);
  const installed = find();
  if (installed !== undefined) return installed;
  throw new Stop(
    [
      `No ${options.browser ?? 'browser'} that can be driven was found. To try Relais by hand, load it yourself:`,
      `  Chrome, Chromium, Edge: chrome://extensions, “Developer mode”, “Load unpacked”: ${extensionDir(outDir, 'chrome')}`,
      `  Firefox: about:debugging, “This Firefox”, “Load Temporary Add-on”: ${extensionDir(outDir, 'firefox')}/manifest.json`,
    ].join('\n'),
  );
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function openHub(): Promise<RunningHub> {
  const config = parseConfig({ ...process.env, RELAIS_DATA: process.env.RELAIS_DATA || join(root, '.relais') });
  const quiet = () => undefined;
  try {
    return await startHub({ config, log: quiet });
  } catch (error) {
    // The default port is a habit, not a promise: with one of its own the demonstration goes on.
    if (!(error instanceof StartError) || process.env.RELAIS_PORT || !error.message.includes('already in use'))
      throw error;
    console.log(`Port ${config.port} is taken; the hub takes another.`);
    return startHub({ config: { ...config, port: 0 }, log: quiet });
  }
}

const target = (kind: BrowserKind) => (kind === 'firefox' ? 'firefox' : 'chrome');

async function drive(browser: InstalledBrowser, hub: RunningHub): Promise<void> {
  const locale: Locale = options.language === 'fr' ? 'fr' : 'en';
  const pictures = join(root, '.relais', 'screenshots');
  const stage = await openStage();
  const session = await launchSession(browser.kind, {
    executablePath: browser.path,
    extensionDir: extensionDir(outDir, target(browser.kind)),
    stage,
    locale,
  });
  try {
    console.log(`\nThe main job in ${browser.name}, headless. Networks’ composers are local pages: nothing is posted.`);
    await driveMainJob({
      session,
      stage,
      words: wordsOf(locale),
      hubUrl: hub.url,
      invitationUrl: hub.invitationUrl ?? '',
      displayName,
      pictures,
      onStep: (step, milliseconds) => console.log(`  ✓ ${step.padEnd(56)} ${(milliseconds / 1000).toFixed(1)} s`),
    });
    console.log(`\nDone. Screenshots: ${pictures}`);
  } catch (error) {
    const failed = join(pictures, 'failed');
    mkdirSync(failed, { recursive: true });
    await captureWindows(session, failed);
    throw new Stop(`${error instanceof Error ? error.message : error}\nPictures of every window: ${failed}`);
  } finally {
    await session.close();
    await stage.close();
  }
}

/** Connects what is not connected yet: the profile is kept, and so is the journal in it. */
async function connect(session: Session, hub: RunningHub, locale: Locale): Promise<void> {
  const page = await session.openPage('options.html');
  await command(page, 'ping', {});
  const connections = await readTable<{ hubUrl: string; state: string }>(page, 'connections');
  await page.close();
  if (connections.some(({ hubUrl, state }) => hubUrl === hub.url && state === 'active')) return;
  const welcome = await openedWelcome(session, wordsOf(locale));
  await welcome.connect(hub.invitationUrl ?? '', displayName);
  await welcome.waitForDone();
}

async function show(browser: InstalledBrowser, hub: RunningHub): Promise<void> {
  const profileDir = join(root, '.relais', `profile-${browser.name.toLowerCase()}`);
  mkdirSync(profileDir, { recursive: true });
  const session = await launchSession(browser.kind, {
    executablePath: browser.path,
    extensionDir: extensionDir(outDir, target(browser.kind)),
    headless: false,
    profileDir,
  });
  const gone = new Promise<void>((resolve) => session.browser.once('disconnected', () => resolve()));
  const page = await session.openPage('options.html');
  const language = await page.evaluate(() => document.documentElement.lang);
  await page.close();
  await connect(session, hub, language.startsWith('fr') ? 'fr' : 'en');
  await session.newPage(hub.url);
  console.log(
    [
      `\n${browser.name} is open, connected as ${displayName} Try:`,
      '  · the Relais button in the toolbar (pin it from the extensions menu): share an item in one click;',
      '  · a right-click on any web page: spot it into a group;',
      `  · the wall of what colleagues spotted: ${hub.url}`,
      'Ctrl+C ends the browser and the hub; your journal stays in .relais.',
    ].join('\n'),
  );
  const interrupted = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await Promise.race([gone, interrupted]);
  await session.close().catch(() => undefined);
}

async function main(): Promise<void> {
  console.log('Building the extension…');
  await buildExtension(['chrome', 'firefox'], { outDir, onlyIfStale: true, quiet: true });
  const headless = options.headless || !hasDisplay();
  const browser = chooseBrowser();
  if (headless && browser.kind === 'chromium' && options.language === 'fr') ensureSystem(['chromium-french']);
  const hub = await openHub();
  console.log(`Relais hub: ${hub.url}`);
  try {
    if (headless) await drive(browser, hub);
    else await show(browser, hub);
  } finally {
    await hub.close();
  }
}

try {
  await main();
} catch (error) {
  const isExpected = error instanceof Stop || error instanceof ConfigError || error instanceof StartError;
  console.error(isExpected ? error.message : error);
  process.exitCode = 1;
}
