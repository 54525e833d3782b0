import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { type ParsedFeed, parseFeed } from '../../lib/adapters/feeds/parse-feed.ts';
import { codeOf, RelaisError } from '../../lib/domain/errors.ts';

/**
 * What holds of every document, whatever is in it, and the documents it is tried on. A run is some
 * fixed seeds, which find the same every time, and one of its own: `RELAIS_FUZZ_SEED=<seed>` repeats
 * that one, and a failure names it.
 */
export const fuzzSeeds: readonly number[] = [20_240_501, 20_240_502, 20_240_503, 20_240_504, ownSeed()];

function ownSeed(): number {
  const given = Number(process.env.RELAIS_FUZZ_SEED);
  return Number.isInteger(given) && given !== 0 ? given : randomInt(1, 2_147_483_647);
}

const document = { url: 'https://www.acme.example/feeds/news.xml', contentType: null };
const longestMs = 1000;

/** What is wrong with how a document is read, in words; empty for nothing. */
export function problemsOf(
  bytes: Uint8Array,
  read: typeof parseFeed = parseFeed,
  now = () => performance.now(),
): string[] {
  const start = now();
  let feed: ParsedFeed | null = null;
  const problems: string[] = [];
  try {
    feed = read(bytes, document);
  } catch (error) {
    if (!(error instanceof RelaisError)) problems.push(`threw ${error instanceof Error ? error.stack : error}`);
    else if (!['not_a_feed', 'feed_damaged'].includes(codeOf(error))) problems.push(`threw ${codeOf(error)}`);
  }
  const durationMs = now() - start;
  if (durationMs > longestMs) problems.push(`took ${Math.round(durationMs)} ms`);
  if (feed !== null) look(feed, 'feed', problems);
  return problems;
}

const texts = new Set([
  'title',
  'summary',
  'author',
  'authorTitle',
  'tags',
  'imageAlt',
  'text',
  'companyName',
  'hashtag',
  'place',
  'contract',
  'choices',
  'goodExample',
  'badExample',
  'why',
]);
const addresses = new Set(['url', 'readUrl', 'imageUrl', 'siteUrl', 'newFeedUrl']);

/** Goes over all that was read, and looks at what is text and what is an address. */
function look(value: unknown, path: string, problems: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = `${path}.${key}`;
    if (texts.has(key)) for (const text of [inner].flat()) lookAtText(text, at, problems);
    else if (addresses.has(key)) lookAtAddress(inner, at, problems);
    if (typeof inner === 'object') look(inner, at, problems);
  }
}

const elements =
  'a abbr acronym address applet area article aside audio b base bdi bdo big blink blockquote body br button canvas caption center cite code col colgroup dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark marquee math menu meta meter nav noembed noframes noscript object ol optgroup option output p picture plaintext pre progress q rp rt ruby s samp script section select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp'
    .split(' ')
    .join('|');
/** An element of HTML; one that does something is one even where its tag never ends. */
const markup = new RegExp(
  `</?(?:${elements})(?:[\\s/][^<>]*)?>|<(?:script|style|img|iframe|svg|object|embed|form|input|video|audio|link|meta|base)[\\s/]`,
  'i',
);
const unfit = /[^\P{Cc}\s]|[\u202A-\u202E\u2066-\u2069]|\p{Cs}/u;

function lookAtText(text: unknown, at: string, problems: string[]): void {
  if (typeof text !== 'string') return;
  if (markup.test(text)) problems.push(`${at} holds markup: ${JSON.stringify(text)}`);
  if (unfit.test(text)) problems.push(`${at} holds a character unfit for a screen: ${JSON.stringify(text)}`);
}

function lookAtAddress(address: unknown, at: string, problems: string[]): void {
  if (address === null) return;
  const url = typeof address === 'string' && URL.canParse(address) ? new URL(address) : null;
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.username + url.password === '';
  if (!isWeb) problems.push(`${at} is no web address: ${JSON.stringify(address)}`);
}

/** Reads `count` documents; throws with the seed, a smallest document and what is wrong with how it is read. */
export function fuzz(documents: fc.Arbitrary<Uint8Array>, seed: number, count: number, read = parseFeed): void {
  const property = fc.property(documents, (bytes) => {
    const problems = problemsOf(bytes, read);
    if (problems.length > 0)
      throw new Error(`${problems.join('\n')}\n${JSON.stringify(Buffer.from(bytes).toString('latin1'))}`);
  });
  fc.assert(property, { seed, numRuns: count, includeErrorInReport: true });
}
