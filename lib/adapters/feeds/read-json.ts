import { type JsonFeed, parseJsonFeed } from 'feedsmith';
import { RelaisError } from '../../domain/errors.ts';
import type { RawEntry, RawFeed } from './raw-entry.ts';

type JsonObject = Record<string, unknown>;

/**
 * Reads JSON Feed 1.0 and 1.1, at most `limit` items. Each item goes through the parser by itself,
 * so that its `_relais` object, which the parser does not know, stays with it.
 */
export function readJson(text: string, url: string, limit: number): RawFeed {
  const { document, items, lost } = readDocument(text, url);
  const feed = parse({ ...document, items: [] }, url);
  const entries: RawEntry[] = [];
  let unread = lost;
  for (const raw of items) {
    const item =
      entries.length < limit ? parse({ version: document.version, title: '-', items: [raw] }, url).items?.[0] : null;
    if (item) entries.push(fromItem(item, feed, url, raw as JsonObject));
    else unread += 1;
  }
  return {
    titles: [feed.title],
    siteAddresses: [feed.home_page_url],
    base: url,
    languages: [feed.language],
    entries,
    lost: unread,
    relais: document._relais,
  };
}

function parse(document: JsonObject, url: string): JsonFeed.Feed<string> {
  try {
    return parseJsonFeed(document) as JsonFeed.Feed<string>;
  } catch (error) {
    // A feed that says nothing but its items is still one; JSON of another kind is refused.
    if (Array.isArray(document.items) && isFeedVersion(document.version)) return {};
    throw new RelaisError('not_a_feed', `${url} is JSON, but no JSON Feed`, { cause: error });
  }
}

function isFeedVersion(version: unknown): boolean {
  return typeof version === 'string' && version.includes('jsonfeed.org/version/');
}

function fromItem(item: JsonFeed.Item<string>, feed: JsonFeed.Feed<string>, base: string, raw: JsonObject): RawEntry {
  const attachments = item.attachments ?? [];
  // `image: { "url": … }` is what Schema.org and some generators write.
  const pictures = [raw.image, raw.banner_image].map((picture) => (isObject(picture) ? text(picture.url) : undefined));
  const isImage = ({ mime_type }: { mime_type?: string }) => /^image\//i.test(mime_type ?? '');
  return {
    identifier: item.id ?? null,
    addresses: [item.url, item.external_url],
    base,
    titles: [item.title],
    summaries: [item.summary, item.content_text, item.content_html],
    authors: (item.authors ?? feed.authors ?? []).map((author) => author.name),
    dates: [item.date_published, item.date_modified],
    pictures: [
      item.image,
      item.banner_image,
      ...pictures,
      ...attachments.filter(isImage).map((attachment) => attachment.url),
    ],
    pictureAlt: null,
    contents: [item.content_html],
    tags: item.tags ?? [],
    languages: [item.language, feed.language],
    isVideo: attachments.some(({ mime_type }) => /^video\//i.test(mime_type ?? '')),
    relais: raw._relais,
  };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function readDocument(text: string, url: string): { document: JsonObject; items: unknown[]; lost: number } {
  const parsed = tryParse(text);
  if (parsed !== undefined) {
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
      throw new RelaisError('not_a_feed', `${url} is JSON, but no JSON Feed`);
    }
    const document = withoutMistypes(parsed as JsonObject);
    return { document, items: Array.isArray(document.items) ? document.items : [], lost: 0 };
  }
  return salvage(text, url);
}

/** Lists that a program wrote as an object of their positions, which PHP does to those with gaps. */
function withoutMistypes(document: JsonObject): JsonObject {
  const { items } = document;
  const isNumbered =
    typeof items === 'object' &&
    items !== null &&
    !Array.isArray(items) &&
    Object.keys(items).every((key) => /^\d+$/.test(key));
  return isNumbered ? { ...document, items: Object.values(items) } : document;
}

/** A cut or ill-formed document: each complete item is read by itself, and the head is what stands before them. */
function salvage(text: string, url: string): { document: JsonObject; items: unknown[]; lost: number } {
  const list = /"items"\s*:\s*\[/.exec(text);
  if (list === null) {
    throw new RelaisError(/jsonfeed\.org\/version/.test(text) ? 'feed_damaged' : 'not_a_feed', `${url} is cut JSON`);
  }
  const items: unknown[] = [];
  let lost = 0;
  for (const source of objectsIn(text, list.index + list[0].length)) {
    const item = tryParse(source);
    if (item === undefined) lost += 1;
    else items.push(item);
  }
  if (items.length === 0) throw new RelaisError('feed_damaged', `${url} holds no readable item`);
  const head = tryParse(`${text.slice(0, list.index).replace(/,\s*$/, '')}}`);
  return {
    document: (head as JsonObject | undefined) ?? { title: '', version: 'https://jsonfeed.org/version/1.1' },
    items,
    lost,
  };
}

/** The objects of the array that begins at `from`, as written; the last one may be cut. */
function* objectsIn(text: string, from: number): Generator<string> {
  let depth = 0;
  let start = -1;
  for (let index = from; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '"') index = endOfString(text, index) - 1;
    else if (sign === '{' || sign === '[') {
      if (depth === 0) start = index;
      depth += 1;
    } else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth < 0) return;
      if (depth === 0) yield text.slice(start, index + 1);
    }
  }
  if (depth > 0) yield text.slice(start);
}

/** Past the string that begins at `from`. A loop and no pattern: strings are longer than a pattern's stack. */
function endOfString(text: string, from: number): number {
  for (let index = from + 1; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '"') return index + 1;
    if (sign === '\\') index += 1;
  }
  return text.length;
}

/** JSON, allowing the two slips that hand-written files have: a comma too many and raw control characters. */
function tryParse(text: string): unknown {
  for (const attempt of [(source: string) => source, withoutSlips]) {
    try {
      return JSON.parse(attempt(text));
    } catch {
      // The next attempt, or undefined, which JSON cannot say.
    }
  }
  return undefined;
}

function withoutSlips(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let quote = text.indexOf('"'); quote !== -1; quote = text.indexOf('"', from)) {
    const end = endOfString(text, quote);
    parts.push(withoutCommas(text.slice(from, quote)), text.slice(quote, end).replace(/\p{Cc}/gu, ' '));
    from = end;
  }
  return [...parts, withoutCommas(text.slice(from))].join('');
}

function withoutCommas(text: string): string {
  return text.replace(/,\s{0,999}(?=[}\]])/g, '');
}
