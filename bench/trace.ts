import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { until } from '../scripts/drive/surface.ts';
import { type Bench, extensionOf, findPopup, type Variant } from './browser.ts';

type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { url?: string } };
};

export type Traced = {
  /** Main-thread CPU of the popup until its first items are on screen, in milliseconds. */
  cpuMs: number;
  longestTaskMs: number;
  /** Scripts compiled until then, as paths inside the extension. */
  scripts: string[];
};

/** One opening under the browser's own tracing, which also sees what no page can measure of itself. */
export async function traceOpening(bench: Bench, variant: Variant): Promise<Traced> {
  const extension = extensionOf(bench, variant);
  await bench.page.tracing.start({
    categories: ['toplevel', 'blink.user_timing', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'],
  });
  await bench.page.bringToFront();
  await extension.triggerAction(bench.page);
  const popup = await until(`the popup of ${variant}`, () => findPopup(bench, variant));
  await until(`the items of ${variant}`, () =>
    popup.evaluate(() => performance.getEntriesByName('relais:first-items').length > 0),
  );
  const trace = await bench.page.tracing.stop();
  await popup.close();
  await until(`the popup of ${variant} to close`, async () => (await findPopup(bench, variant)) === undefined);
  const { traceEvents } = JSON.parse(Buffer.from(trace ?? []).toString('utf8')) as { traceEvents: TraceEvent[] };
  return readTrace(traceEvents, `chrome-extension://${extension.id}/`);
}

function readTrace(events: TraceEvent[], origin: string): Traced {
  const mark = events.findLast(({ name }) => name === 'relais:first-items');
  if (mark === undefined) throw new Error('the trace has no mark of the first items');
  const own = events.filter(({ pid, tid, ts }) => pid === mark.pid && tid === mark.tid && ts <= mark.ts);
  const tasks = own.filter(({ name, ph }) => ph === 'X' && name === 'RunTask');
  const urls = own.flatMap(({ name, args }) =>
    /^(EvaluateScript|v8\.compile(Module)?)$/.test(name) && args?.data?.url?.startsWith(origin) ? [args.data.url] : [],
  );
  return {
    cpuMs: tasks.reduce((sum, { tdur, dur }) => sum + (tdur ?? dur ?? 0), 0) / 1000,
    longestTaskMs: Math.max(0, ...tasks.map(({ dur }) => dur ?? 0)) / 1000,
    scripts: [...new Set(urls)].map((url) => url.slice(origin.length)),
  };
}

export function gzipBytes(folder: string, paths: string[]): number {
  return paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length, 0);
}
