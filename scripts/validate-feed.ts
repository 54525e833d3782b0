import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createHttpClient } from '../lib/adapters/http/client.ts';
import { codeOf } from '../lib/domain/errors.ts';
import { parseWebAddress } from '../lib/domain/links/parse-address.ts';
import type { Fault } from './feed-faults.ts';
import { reportFeed } from './feed-report.ts';
import { writeReport } from './write-report.ts';

/**
 * `npm run validate-feed FILE|URL`: what Relais reads of a feed, then what is wrong with it. Exit code 1
 * on errors, 2 when there was nothing to read.
 */
const [target] = process.argv.slice(2);
if (target === undefined) {
  console.error('Say which feed: npm run validate-feed FILE|URL');
  process.exit(2);
}

type Fetched = { bytes: Uint8Array; url: string; contentType: string | null; faults: Fault[] };

try {
  const { faults: ofAnswer, ...document } =
    parseWebAddress(target) === null ? await readLocal(target) : await fetchFeed(target);
  const report = await reportFeed({ ...document, now: Date.now() });
  const faults = [...ofAnswer, ...report.faults];
  console.log(writeReport({ ...report, faults }));
  process.exit(faults.some(({ severity }) => severity === 'error') ? 1 : 0);
} catch (error) {
  const isMissing = (error as { code?: unknown }).code === 'ENOENT';
  const reason = isMissing ? 'there is no such file' : `${(error as Error).message} (${codeOf(error)})`;
  console.error(`${target} could not be read: ${reason}.`);
  process.exit(2);
}

async function readLocal(path: string): Promise<Fetched> {
  // npm moves to the project's folder, and keeps where it was called from.
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), path);
  return { bytes: await readFile(file), url: pathToFileURL(file).href, contentType: null, faults: [] };
}

async function fetchFeed(url: string): Promise<Fetched> {
  const http = createHttpClient({ fetch: globalThis.fetch });
  const answer = await http.send({ method: 'GET', url });
  const faults: Fault[] = [];
  const warn = (message: string) => faults.push({ severity: 'warning', path: url, message });
  if (answer.url !== url) warn(`It redirects to ${answer.url}: give that address.`);
  if (answer.headers.get('access-control-allow-origin') !== '*') {
    warn('Without “Access-Control-Allow-Origin: *”, each employee is asked to let Relais read this host.');
  }
  if (!answer.headers.has('etag') && !answer.headers.has('last-modified')) {
    warn('Without “ETag” or “Last-Modified”, the whole feed is sent at every reading.');
  }
  return { bytes: answer.bytes, url: answer.url, contentType: answer.headers.get('content-type'), faults };
}
