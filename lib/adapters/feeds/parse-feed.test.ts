import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, RelaisError } from '../../domain/errors.ts';
import { type ParsedFeed, parseFeed } from './parse-feed.ts';

const folder = join(import.meta.dirname, '../../../tests/fixtures/feeds');

/** What a fixture promises; whatever is not named in it is not checked. */
type Expected = {
  about: string;
  /** Where the oddity is known from. */
  seen?: string;
  url?: string;
  contentType?: string;
  /** The document is kept as readable UTF-8 and encoded here. */
  encoding?: string;
  error?: string;
  count?: number;
  items?: Record<string, unknown>[];
} & Record<string, unknown>;

const cyrillic = new Map(
  Array.from(
    new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)),
    (char, byte) => [char, byte],
  ),
);
const western = new Map(
  Array.from(
    new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)),
    (char, byte) => [char, byte],
  ),
);

const encoders: Record<string, (text: string) => Uint8Array> = {
  latin1: (text) => Buffer.from(text, 'latin1'),
  'windows-1251': (text) => Uint8Array.from(text, (char) => cyrillic.get(char) ?? 0x3f),
  'windows-1252': (text) => Uint8Array.from(text, (char) => western.get(char) ?? 0x3f),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16le-mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'utf-16be-mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'utf-8-with-bad-byte': (text) =>
    Buffer.concat(
      text.split('{bad}').flatMap((part, index) => [...(index > 0 ? [Buffer.of(0xe9)] : []), Buffer.from(part)]),
    ),
  png: () =>
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0xff, 0x3c),
};

function readFixture(name: string): { bytes: Uint8Array; expected: Expected } {
  const stem = name.replace(/\.\w+$/, '');
  const expected = JSON.parse(readFileSync(join(folder, `${stem}.expected.json`), 'utf8')) as Expected;
  const bytes = readFileSync(join(folder, name));
  const encode = expected.encoding === undefined ? undefined : encoders[expected.encoding];
  return { bytes: encode === undefined ? bytes : encode(bytes.toString('utf8')), expected };
}

const fixtures = readdirSync(folder).filter((name) => !name.endsWith('.expected.json'));
const defaultUrl = 'https://www.example.com/feeds/news.xml';

/** Instants as they are written in the fixtures. */
function readable(feed: ParsedFeed) {
  return {
    ...feed,
    items: feed.items.map((item) => ({
      ...item,
      publishedAt: item.publishedAt === null ? null : new Date(item.publishedAt).toISOString(),
    })),
  };
}

describe('parseFeed', () => {
  it('has a corpus to prove itself on', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(260);
  });

  it.each(fixtures)('reads %s', (name) => {
    const { bytes, expected } = readFixture(name);
    const {
      about,
      seen: _seen,
      url = defaultUrl,
      contentType = null,
      encoding,
      error,
      count,
      items,
      ...fields
    } = expected;
    const read = () => parseFeed(bytes, { url, contentType });
    if (error !== undefined) {
      expect(codeOfThrown(read), about).toBe(error);
      return;
    }
    const feed = readable(read());
    expect(feed.items.length, about).toBe(count);
    expect(feed, about).toMatchObject(fields);
    for (const [index, item] of (items ?? []).entries()) expect(feed.items[index], about).toMatchObject(item);
    expectDecent(feed);
  });

  it('reads 10,000 items and counts the rest', { timeout: 30_000 }, () => {
    const item = (index: number) =>
      `<item><title>Item ${index}</title><guid isPermaLink="false">${index}</guid></item>`;
    const xml = (count: number) =>
      `<rss version="2.0"><channel><title>Big</title>${Array.from({ length: count }, (_, index) => item(index)).join('')}</channel></rss>`;
    expect(parse(xml(10_000))).toMatchObject({ skipped: 0, items: { length: 10_000 } });
    expect(parse(xml(10_050))).toMatchObject({ skipped: 50, items: { length: 10_000 } });
    expect(parse(xml(10_050).slice(0, -10))).toMatchObject({ skipped: 50, items: { length: 10_000 } });
  });

  it('refuses a document past 20 MB before looking at it', () => {
    const bytes = new Uint8Array(20 * 1024 * 1024 + 1);
    expect(codeOfThrown(() => parseFeed(bytes, { url: defaultUrl, contentType: null }))).toBe('too_large');
  });

  it('reads one broken item among 3,000 as well as 2,000 broken ones', { timeout: 30_000 }, () => {
    const rss = (items: string) => `<rss version="2.0"><channel><title>Crooked</title>${items}</channel></rss>`;
    const sound = (index: number) =>
      `<item><title>Item ${index}</title><guid isPermaLink="false">${index}</guid></item>`;
    const crooked = (index: number) => `<item><a><b><title>Crooked ${index}</title></item>`;
    const items = Array.from({ length: 3000 }, (_, index) => (index === 1234 ? crooked(index) : sound(index)));
    const feed = parse(rss(items.join('')));
    expect(feed).toMatchObject({ skipped: 0, items: { length: 3000 } });
    expect(feed.items[1234]?.title).toBe('Crooked 1234');
    const broken = parse(rss(Array.from({ length: 2000 }, (_, index) => crooked(index)).join('')));
    expect(broken).toMatchObject({ skipped: 0, items: { length: 2000 } });
  });

  const head = '<rss version="2.0"><channel><title>x</title>';
  const rdf = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel>';
  const json = '{"version":"https://jsonfeed.org/version/1.1","items":[';
  const n = 200_000;
  it.each([
    ['tags without end', '<a '.repeat(n)],
    ['declarations', '<![>'.repeat(n)],
    ['comments without end', head + '<!--'.repeat(n)],
    ['original links without end', head + '<feedburner:origLink>'.repeat(n)],
    ['CDATA without end', head + '<![CDATA['.repeat(n)],
    ['CDATA without end beside entities', `<!DOCTYPE rss [<!ENTITY a "b">]>${head}${'<![CDATA['.repeat(n)}`],
    ['items without end', head + '<item '.repeat(n)],
    ['empty items', head + '<item>'.repeat(n)],
    ['tables of contents', rdf + '<items>'.repeat(n)],
    ['an endless author', `${head}<item><title>x</title><author>${'('.repeat(n)}</author></item></channel></rss>`],
    [
      'pictures without end',
      `<feed><entry><title>x</title><content type="html" xml:base="https://a.example/"><![CDATA[${'<img '.repeat(n)}]]></content></entry></feed>`,
    ],
    ['nested JSON', json + '{"a":'.repeat(n)],
    ['a JSON text without end', `${json}{"id":"1","title":"${'x'.repeat(15_000_000)}`],
    ['escapes without end', `${json}{"id":"1","title":"${'\\"'.repeat(n)}`],
  ])('is done in time with %s', { timeout: 20_000 }, (_, text) => {
    expectOnlyCodedErrors(new TextEncoder().encode(text));
  });
});

function parse(text: string): ParsedFeed {
  return parseFeed(new TextEncoder().encode(text), { url: defaultUrl, contentType: null });
}

function codeOfThrown(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(RelaisError);
    return codeOf(error);
  }
  return 'nothing thrown';
}

function expectOnlyCodedErrors(bytes: Uint8Array): void {
  let feed: ParsedFeed;
  try {
    feed = parseFeed(bytes, { url: defaultUrl, contentType: null });
  } catch (error) {
    expect(error).toBeInstanceOf(RelaisError);
    expect(['not_a_feed', 'feed_damaged']).toContain(codeOf(error));
    return;
  }
  expectDecent(feed);
}

/** What holds of every document that was read. */
function expectDecent(
  feed: Pick<ParsedFeed, 'title' | 'siteUrl' | 'companyName'> & {
    items: Omit<ParsedFeed['items'][number], 'publishedAt'>[];
  },
): void {
  const ids = new Set(feed.items.map((item) => item.externalId));
  expect(ids.size).toBe(feed.items.length);
  expectPlain(feed.title, 200);
  expectAddress(feed.siteUrl);
  for (const item of feed.items) {
    expect(item.externalId).not.toBe('');
    expect(item.title).not.toBe('');
    expectPlain(item.title, 300);
    expectPlain(item.summary, 600);
    expectPlain(item.author ?? '', 200);
    expectPlain(item.imageAlt ?? '', 1000);
    expect(item.tags.length).toBeLessThanOrEqual(20);
    for (const tag of item.tags) expectPlain(tag, 50);
    for (const suggestion of item.suggestions) expectPlain(suggestion.text, 5000);
    expectAddress(item.url);
    expectAddress(item.readUrl);
    expectAddress(item.imageUrl);
  }
}

function expectPlain(text: string, maxLength: number): void {
  expect(text.length).toBeLessThanOrEqual(maxLength);
  expect(text.isWellFormed()).toBe(true);
  expect(text).not.toMatch(
    /<\/?(?:script|style|img|iframe|svg|div|form)(?![a-z0-9])|[\u202A-\u202E\u2066-\u2069]|(?![\s])\p{Cc}/iu,
  );
}

function expectAddress(address: string | null): void {
  if (address === null) return;
  const url = new URL(address);
  expect(['http:', 'https:']).toContain(url.protocol);
  expect(url.username + url.password).toBe('');
  expect(address.length).toBeLessThanOrEqual(2048);
}
