import { type AtomFeed, parseAtomFeed, parseRdfFeed, parseRssFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { RelaisError } from '../../domain/errors.ts';
import { fromAtom } from './from-atom.ts';
import { fromRdf } from './from-rdf.ts';
import { fromRss } from './from-rss.ts';
import { looseEntry } from './loose-entry.ts';
import { mendXml } from './mend-xml.ts';
import { withOriginalLinks } from './original-links.ts';
import type { RawEntry, RawFeed } from './raw-entry.ts';
import {
  findEntries,
  findRoot,
  isClosed,
  type Root,
  type Segment,
  withoutElement,
  withoutEndlessPersons,
  withoutProlog,
} from './scan-xml.ts';

/**
 * Reads RSS 0.9x to 2.0 and Atom, at most `limit` entries. The whole document is parsed at once, up
 * to its last complete entry when its end is missing. When the parser refuses it, or fewer entries
 * came out than stand in it, it is parsed in parts within its own head, down to the broken entries,
 * so that these cost nobody else (`salvage`).
 */
export function readXml(text: string, url: string, limit: number): RawFeed {
  const { xml, root } = prepare(text, url);
  const segments = findEntries(xml, root);
  const isCut = !isClosed(xml, root) && segments.at(-1)?.isComplete === false;
  const complete = isCut ? segments.slice(0, -1) : segments;
  const feed = readWhole(xml, root, complete, url);
  if (feed === null || feed.entries.length < complete.length) return salvage(xml, root, segments, complete, url, limit);
  if (feed.entries.length === 0 && !isClosed(xml, root)) throw damaged(url);
  const entries = feed.entries.slice(0, limit);
  return { ...feed, entries, lost: feed.entries.length - entries.length + segments.length - complete.length };
}

/**
 * All in one parse, with one more entry behind the last: a crooked entry swallows the next one, which
 * the count shows, and only the last has none to swallow.
 */
function readWhole(xml: string, root: Root, complete: Segment[], url: string): RawFeed | null {
  const last = complete.at(-1);
  if (last === undefined) return tryRead(isClosed(xml, root) ? xml : closed(xml, root, complete, url), root, url);
  const rest = isClosed(xml, root) ? xml.slice(last.end) : frameOf(xml, root, complete, url).after;
  const feed = tryRead(
    xml.slice(0, last.end) + sentinelLike(xml.slice(last.start, last.start + 200)) + rest,
    root,
    url,
  );
  const at = feed?.entries.findLastIndex(isSentinel) ?? -1;
  return feed === null || at === -1 ? null : { ...feed, entries: feed.entries.toSpliced(at, 1) };
}

/** A cut document up to its last complete entry, with the ends that it lacks. */
function closed(xml: string, root: Root, complete: Segment[], url: string): string {
  return xml.slice(0, complete.at(-1)?.end ?? root.tag.length) + frameOf(xml, root, complete, url).after;
}

const sentinelTitle = 'relais: no entry of this document';

/** An entry by the name, prefix and all, of the one that begins here. */
function sentinelLike(entry: string): string {
  const name = /^<([\w.:-]+)/.exec(entry)?.[1] ?? '';
  const title = name.replace(/(item|entry)$/i, 'title');
  return `<${name}><${title}>${sentinelTitle}</${title}></${name}>`;
}

function isSentinel({ titles }: RawEntry): boolean {
  return titles[0] === sentinelTitle;
}

function damaged(url: string): RelaisError {
  return new RelaisError('feed_damaged', `${url} holds no readable entry`);
}

function prepare(text: string, url: string): { xml: string; root: Root } {
  const root = findRoot(text);
  if (root === null || root.format === 'other') {
    throw new RelaisError('not_a_feed', `${url} is not a feed: its root is <${root?.name ?? ''}>`);
  }
  const bare = withOriginalLinks(withoutProlog(text, root));
  const isChannel = root.name.toLowerCase().endsWith('channel');
  const mended = mendXml(isChannel ? `<rss version="2.0">${bare}</rss>` : bare, root, url);
  const xml = root.format === 'rdf' ? rssIn(mended, url) : withoutEndlessPersons(mended);
  return { xml, root: findRoot(xml) ?? root };
}

function rssIn(rdf: string, url: string): string {
  if (!/<(?:[\w.-]+:)?(?:channel|item)[\s>]/i.test(rdf))
    throw new RelaisError('not_a_feed', `${url} is RDF, but no RSS`);
  // The table of contents of RSS 1.0 only repeats the items, and a stale one would hide some.
  return withoutElement(rdf, 'items');
}

const batchSize = 256;
/** Each costs half a millisecond at least; a document broken everywhere is not worth more of them. */
const attemptLimit = 5000;

/** Reads entries in batches, and halves the batches in which something is broken. */
function salvage(
  xml: string,
  root: Root,
  segments: Segment[],
  complete: Segment[],
  url: string,
  limit: number,
): RawFeed {
  const frame = frameOf(xml, root, segments, url);
  const feed = frame.feed ?? tryRead(frame.before + frame.after, root, url);
  const texts = complete.slice(0, limit).map(({ start, end }) => xml.slice(start, end));
  const entries: RawEntry[] = [];
  let attempts = 0;
  for (let index = 0; index < texts.length; index += batchSize) readBatch(texts.slice(index, index + batchSize));
  if (entries.length === 0 && (segments.length > 0 || !isClosed(xml, root))) throw damaged(url);
  const nameless = { titles: [], siteAddresses: [], base: url, languages: [], relais: null };
  return { ...nameless, ...feed, entries, lost: segments.length - entries.length };

  function readBatch(batch: string[]): void {
    if (attempts > attemptLimit) return;
    attempts += 1;
    // The only entry there is was read with all the rest of the document already, in vain.
    const read = texts.length === 1 ? null : readTogether(batch, frame, root, url);
    if (read !== null) entries.push(...read);
    else if (batch.length > 1) {
      readBatch(batch.slice(0, batch.length / 2));
      readBatch(batch.slice(batch.length / 2));
    } else {
      const entry = readBroken(batch[0] ?? '', frame, root, url);
      if (entry !== null) entries.push(entry);
    }
  }
}

/** `feed` is what the parser made of the head alone, where it was asked. */
type Frame = { before: string; after: string; feed?: RawFeed };

/** Entries that the parser reads as many as they are, and in which nothing runs past its end: else null. */
function readTogether(texts: string[], frame: Frame, root: Root, url: string): RawEntry[] | null {
  const sentinel = sentinelLike(texts[0] ?? '');
  const read = tryRead(frame.before + texts.join('') + sentinel + frame.after, root, url)?.entries;
  return read?.length === texts.length + 1 && read.at(-1)?.titles[0] === sentinelTitle ? read.slice(0, -1) : null;
}

/** What the parser makes of a broken entry, or of what can be made out in it, if that says more. */
function readBroken(text: string, frame: Frame, root: Root, url: string): RawEntry | null {
  const read = (entry: string) => tryRead(frame.before + entry + frame.after, root, url)?.entries[0] ?? null;
  const parsed = read(text);
  const loose = read(looseEntry(text));
  return loose !== null && (parsed === null || knownOf(loose) > knownOf(parsed)) ? loose : parsed;
}

/** How many of the things that make an item are there: identifier, address, title, date. */
function knownOf({ identifier, addresses, titles, dates }: RawEntry): number {
  return [[identifier], addresses, titles, dates].filter((candidates) => candidates.some(Boolean)).length;
}

/** The head is parsed again with each batch. */
const longestHead = 8192;

/** What stands around each entry: the document's head, where the parser can read it and it is not huge. */
function frameOf(xml: string, root: Root, segments: Segment[], url: string): Frame {
  const head = xml.slice(0, segments[0]?.start ?? xml.length);
  const whole = head.slice(0, head.lastIndexOf('>') + 1);
  const open = /<((?:[\w.-]+:)?channel)[\s>]/i.exec(whole)?.[1];
  const isOpen = open !== undefined && !whole.toLowerCase().includes(`</${open.toLowerCase()}`);
  const after = `${isOpen ? `</${open}>` : ''}</${root.name}>`;
  const feed = whole.length <= longestHead ? tryRead(whole + after, root, url) : null;
  return feed === null ? bareFrame(root) : { before: whole, after, feed };
}

function bareFrame(root: Root): Frame {
  if (root.format !== 'rss') return { before: root.tag, after: `</${root.name}>` };
  return { before: `${root.tag}<channel>`, after: `</channel></${root.name}>` };
}

function tryRead(xml: string, root: Root, url: string): RawFeed | null {
  try {
    if (root.format === 'rss') return fromRss(parseRssFeed(xml) as RssFeed.Feed<string>, url);
    if (root.format === 'atom') return fromAtom(parseAtomFeed(xml) as AtomFeed.Feed<string>, url);
    return fromRdf(parseRdfFeed(xml) as RdfFeed.Feed<string>, url);
  } catch {
    // Refused as a whole: the caller goes on entry by entry.
    return null;
  }
}
