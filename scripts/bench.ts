import { parseArgs } from 'node:util';
import {
  copyProfile,
  type Dirs,
  extensionOf,
  measureOpening,
  openBench,
  openExtensionPage,
  type Variant,
} from '../bench/browser.ts';
import { measureComposer } from '../bench/composer.ts';
import { serveDocuments } from '../bench/documents.ts';
import { type Figure, formatTable, median, ms, ratioFigure } from '../bench/figures.ts';
import { measureParsers } from '../bench/parse.ts';
import type { Reading } from '../bench/parse-entry.ts';
import { ensureFolder, measurePackage, type Profiles, prepareExtensions, prepareProfile } from '../bench/prepare.ts';
import { measureSearch } from '../bench/search.ts';
import { gzipBytes, type Traced, traceOpening } from '../bench/trace.ts';
import { command, readTable } from './drive/extension-state.ts';
import { pageSurface } from './drive/session.ts';
import { until } from './drive/surface.ts';
import { ensureSystem, findBrowser } from './system.ts';

/**
 * What opening the popup costs, against the least it could cost: everything in one run, in turns, by
 * medians, printed and never asserted. A machine that is busy with something else shows in both.
 */
const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '15' } } });
const rounds = Math.max(1, Number(options.rounds) || 15);
const counts = [10, 1_000, 10_000] as const;
const variants: Variant[] = ['relais', 'idb', 'local', 'static'];
const floorNames: Record<Variant, string> = {
  relais: 'Relais',
  idb: 'bare IndexedDB',
  local: 'storage.local',
  static: 'static popup',
};

type Samples = Record<Variant, number[]>;
const noSamples = (): Samples => ({ relais: [], idb: [], local: [], static: [] });
/** Starts each round with another variant: no one is always first after the pause between rounds. */
const turned = <T>(list: T[], by: number) => list.map((_, i) => list[(i + by) % list.length] as T);

async function measureWarm(path: string, dirs: Dirs, profile: string): Promise<Samples> {
  const copy = copyProfile(profile);
  const bench = await openBench(path, dirs, variants, copy.dir);
  const samples = noSamples();
  for (const variant of variants) await measureOpening(bench, variant);
  for (let round = 0; round < rounds; round += 1) {
    for (const variant of turned(variants, round)) samples[variant].push(await measureOpening(bench, variant));
  }
  await bench.close();
  copy.remove();
  return samples;
}

/** The first opening of a browser that just started, on a fresh copy of the profile. */
async function measureFirstOpening(path: string, dirs: Dirs, profile: string, variant: Variant): Promise<number> {
  const copy = copyProfile(profile);
  const bench = await openBench(path, dirs, [variant], copy.dir);
  const time = await measureOpening(bench, variant);
  await bench.close();
  copy.remove();
  return time;
}

async function measureCold(path: string, dirs: Dirs, profile: string, among: Variant[]): Promise<Samples> {
  const samples = noSamples();
  for (let round = 0; round < rounds; round += 1) {
    for (const variant of turned(among, round)) {
      samples[variant].push(await measureFirstOpening(path, dirs, profile, variant));
    }
  }
  return samples;
}

async function measureTraces(path: string, dirs: Dirs, profile: string) {
  const copy = copyProfile(profile);
  const bench = await openBench(path, dirs, ['relais', 'idb'], copy.dir);
  const traces: Record<'relais' | 'idb', Traced[]> = { relais: [], idb: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const variant of turned(['relais', 'idb'] as const as ('relais' | 'idb')[], round)) {
      const traced = await traceOpening(bench, variant);
      if (round > 0) traces[variant].push(traced);
    }
  }
  await bench.close();
  copy.remove();
  return traces;
}

/** What one browser measures on a fresh copy of a profile. */
async function measureWith<T>(
  path: string,
  dirs: Dirs,
  profile: string,
  among: Variant[],
  measure: (bench: Awaited<ReturnType<typeof openBench>>) => Promise<T>,
): Promise<T> {
  const copy = copyProfile(profile);
  const bench = await openBench(path, dirs, among, copy.dir);
  try {
    return await measure(bench);
  } finally {
    await bench.close();
    copy.remove();
  }
}

/**
 * A document of 2 MB: fetched, parsed and stored by the extension when it is told to, and parsed and
 * stored in a page, where the library that Relais parses with does its part alone.
 */
async function measureImport(path: string, dirs: Dirs, origin: string) {
  const profile = copyProfile(null);
  const bench = await openBench(path, dirs, ['relais', 'static'], profile.dir);
  const page = pageSurface(await openExtensionPage(bench, 'relais', 'options.html'));
  const reader = await openExtensionPage(bench, 'static', 'parse.html');
  await until('the reader', () => reader.evaluate('typeof measureReading === "function"'));
  const importing: number[] = [];
  const readings: Reading[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const url = `${origin}/1000/large-${round}.rss`;
    const reading = (await reader.evaluate(`measureReading(${JSON.stringify(url)})`)) as Reading;
    const begun = performance.now();
    const { sourceId } = await command<{ sourceId: string }>(page, 'addSource', { url });
    const took = performance.now() - begun;
    if (round > 0) {
      importing.push(took);
      readings.push(reading);
    }
    if (round < rounds) await command(page, 'removeSource', { sourceId });
  }
  const writes = await countWritesOf304(bench, page);
  await bench.close();
  profile.remove();
  const of = (part: keyof Reading) => median(readings.map((reading) => reading[part]));
  const [alone, bare, parsed, stored] = [of('alone'), of('bare'), of('parsed'), of('stored')];
  return {
    figures: [
      ratioFigure('2 MB RSS parsed, Chromium', parsed, 'feedsmith alone', alone, '≤ 1.6 ×'),
      ratioFigure('2 MB RSS parsed and stored', stored, 'feedsmith alone', alone, '≤ 1.6 ×'),
      ratioFigure('2 MB RSS parsed and stored', stored, 'feedsmith + bare IndexedDB', bare, ''),
      ratioFigure('2 MB RSS fetched, parsed, stored', median(importing), 'feedsmith alone', alone, ''),
    ],
    writes,
  };
}

/** Counts every write to disk that a refresh brings about when the source answers 304, once all before it is written. */
async function countWritesOf304(bench: Awaited<ReturnType<typeof openBench>>, page: ReturnType<typeof pageSurface>) {
  const id = extensionOf(bench, 'relais').id;
  const target = await bench.browser.waitForTarget((t) => t.type() === 'service_worker' && t.url().includes(id));
  const worker = await target.worker();
  if (worker === null) throw new Error('the worker cannot be seen');
  await until('the pictures to be stored, and on the first screen', () =>
    page.evaluate(async () => {
      const { firstScreen } = await chrome.storage.local.get('firstScreen');
      const cards = (firstScreen?.screen?.cards ?? []) as { picture: string | null }[];
      return cards.length > 0 && cards.every(({ picture }) => picture !== null);
    }),
  );
  await until('the last picture', async () => {
    const before = (await readTable(page, 'pictures')).length;
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    return before > 0 && (await readTable(page, 'pictures')).length === before;
  });
  await worker.evaluate(`(() => {
    globalThis.writes = [];
    for (const method of ['put', 'add', 'delete', 'clear']) {
      const original = IDBObjectStore.prototype[method];
      IDBObjectStore.prototype[method] = function (...args) { globalThis.writes.push(this.name); return original.apply(this, args); };
    }
    for (const method of ['set', 'remove', 'clear']) {
      const original = chrome.storage.local[method].bind(chrome.storage.local);
      chrome.storage.local[method] = (...args) => { globalThis.writes.push('storage.local ' + Object.keys(args[0] ?? {})); return original(...args); };
    }
  })()`);
  await command(page, 'refreshSources', { sourceId: null });
  return (await worker.evaluate('globalThis.writes')) as string[];
}

function popupFigures(label: string, samples: Samples, aim: string): Figure[] {
  const relais = median(samples.relais);
  return variants
    .filter((variant) => variant !== 'relais' && samples[variant].length > 0)
    .map((variant, i) => ratioFigure(label, relais, floorNames[variant], median(samples[variant]), i === 0 ? aim : ''));
}

if (ensureSystem(['chromium']).length > 0) process.exit(1);
const path = findBrowser('chromium')?.path ?? '';
ensureFolder();
const say = (line: string) => console.error(line);
say(`Bench in Chromium, ${rounds} openings each: some minutes. Leave the machine alone meanwhile.`);
const documents = await serveDocuments();
const profiles: Profiles[] = [];
const figures: Figure[] = [];
try {
  const dirs = await prepareExtensions();
  const packageBytes = await measurePackage();
  for (const count of counts) {
    say(`preparing ${count} items`);
    profiles.push(await prepareProfile(path, dirs, count, documents.origin));
  }
  const warm: Samples[] = [];
  for (const [i, count] of counts.entries()) {
    say(`warm, ${count} items`);
    const samples = await measureWarm(path, dirs, profiles[i]?.settled ?? '');
    warm.push(samples);
    figures.push(...popupFigures(`popup, warm, ${count} items`, samples, '≤ 1.4 ×'));
  }
  const warmTimes = warm.map(({ relais }) => median(relais));
  figures.push(ratioFigure('popup, warm, 10,000 items', warmTimes[2] ?? 0, '10 items', warmTimes[0] ?? 0, '≤ 1.1 ×'));

  const cold: Samples[] = [];
  for (const [i, count] of counts.entries()) {
    say(`cold browser, ${count} items`);
    const among: Variant[] = i === 0 ? variants : ['relais', 'idb'];
    const samples = await measureCold(path, dirs, profiles[i]?.settled ?? '', among);
    cold.push(samples);
    figures.push(...popupFigures(`popup, cold browser, ${count} items`, samples, '≤ 1.4 ×'));
  }
  const coldTimes = cold.map(({ relais }) => median(relais));
  figures.push(ratioFigure('popup, cold, 10,000 items', coldTimes[2] ?? 0, '10 items', coldTimes[0] ?? 0, '≤ 1.1 ×'));
  say('first start after 10,000 items were written');
  const after = await measureCold(path, dirs, profiles[2]?.written ?? '', ['relais', 'idb']);
  figures.push(
    ratioFigure(
      'popup, first start after writing 10,000',
      median(after.relais),
      'a later start',
      coldTimes[2] ?? 0,
      '≤ 1 ×',
    ),
    ...popupFigures('popup, first start after writing 10,000', after, ''),
  );

  say('main thread');
  const traces = await measureTraces(path, dirs, profiles[1]?.settled ?? '');
  const cpu = (list: Traced[]) => median(list.map(({ cpuMs }) => cpuMs));
  figures.push(
    ratioFigure('main-thread CPU to first items', cpu(traces.relais), floorNames.idb, cpu(traces.idb), '≤ 2 ×'),
  );
  const longest = Math.max(...traces.relais.map(({ longestTaskMs }) => longestTaskMs));
  figures.push({ what: 'longest task to first items', value: ms(longest), against: '', ratio: '', aim: '≤ 50 ms' });
  const scripts = [...new Set(traces.relais.flatMap((traced) => traced.scripts))];
  const kilobytes = gzipBytes(dirs.relais, scripts) / 1000;
  figures.push({
    what: 'JavaScript before first items, gzip',
    value: `${kilobytes.toFixed(1)} kB`,
    against: `${scripts.length} files`,
    ratio: '',
    aim: '≤ 25 kB',
  });
  figures.push({
    what: 'package, zipped',
    value: `${Math.round(packageBytes / 1000)} kB`,
    against: '',
    ratio: '',
    aim: '≤ 600 kB',
  });

  say('search');
  const search = await measureWith(path, dirs, profiles[2]?.settled ?? '', ['relais', 'static'], measureSearch);
  const [found, painted] = [median(search.relais), median(search.floor)];
  figures.push(ratioFigure('search, key to results, 10,000 items', found, 'a list at each key', painted, '≤ 16 ms'));

  say('composer');
  const composer = await measureWith(path, dirs, profiles[1]?.settled ?? '', ['relais'], (bench) =>
    measureComposer(bench, rounds),
  );
  figures.push({
    what: 'composer, from the click to the focus in its text',
    value: ms(median(composer)),
    against: '',
    ratio: '',
    aim: '≤ 50 ms',
  });

  say('2 MB document of 1,000 items');
  const { figures: imports, writes } = await measureImport(path, dirs, documents.origin);
  figures.push(...(await measureParsers(rounds)), ...imports);
  figures.push({
    what: 'writes for an unchanged source (304)',
    value: String(writes),
    against: '',
    ratio: '',
    aim: '0',
  });
  console.log(formatTable(figures));
} finally {
  for (const profile of profiles) profile.remove();
  await documents.close();
}
