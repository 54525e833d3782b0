import { type AtomFeed, parseAtomFeed, parseRdfFeed, parseRssFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { RelaisError } from '../../domain/errors.ts';
import { fromAtom } from './from-atom.ts';
import { fromRdf } from './from-rdf.ts';
import { fromRss } from './from-rss.ts';
import { looseEntry } from './loose-entry.ts';
import type { RawEntry, RawFeed } from './raw-entry.ts';
import { findEntries, findRoot, isClosed, type Root, type Segment, withoutProlog } from './scan-xml.ts';

/**
 * Reads RSS 0.9x to 2.0 and Atom, at most `limit` entries. The whole document is parsed at once, up
 * to its last complete entry when its end is missing. When the parser refuses it, or fewer entries
 * came out than stand in it, each entry is parsed by itself within the document's own head, so that
 * a broken one costs nobody else.
 */
export function readXml(text: string, url: string, limit: number): RawFeed {
  const { xml, root } = prepare(text, url);
  const segments = findEntries(xml, root);
  const isCut = !isClosed(xml, root) && segments.at(-1)?.isComplete === false;
  const complete = isCut ? segments.slice(0, -1) : segments;
  const feed = tryRead(isClosed(xml, root) ? xml : closed(xml, root, complete), root, url);
  if (feed === null || feed.entries.length < complete.length) return salvage(xml, root, segments, url, limit);
  if (feed.entries.length === 0 && !isClosed(xml, root)) throw damaged(url);
  const entries = feed.entries.slice(0, limit);
  return { ...feed, entries, lost: feed.entries.length - entries.length + segments.length - complete.length };
}

/** A cut document up to its last complete entry, with the ends that it lacks. */
function closed(xml: string, root: Root, complete: Segment[]): string {
  return xml.slice(0, complete.at(-1)?.end ?? root.tag.length) + frameOf(xml, root, complete).after;
}

function damaged(url: string): RelaisError {
  return new RelaisError('feed_damaged', `${url} holds no readable entry`);
}

function prepare(text: string, url: string): { xml: string; root: Root } {
  const root = findRoot(text);
  if (root === null || root.format === 'other') {
    throw new RelaisError('not_a_feed', `${url} is not a feed: its root is <${root?.name ?? ''}>`);
  }
  const xml = withoutProlog(text, root);
  if (root.name.toLowerCase() === 'channel') {
    const tag = '<rss version="2.0">';
    return { xml: `${tag}${xml}</rss>`, root: { ...root, name: 'rss', tag } };
  }
  if (root.format !== 'rdf') return { xml, root };
  if (!/<(?:[\w.-]+:)?(?:channel|item)[\s>]/i.test(xml)) {
    throw new RelaisError('not_a_feed', `${url} is RDF, but no RSS`);
  }
  // The table of contents of RSS 1.0 only repeats the items, and a stale one would hide some.
  return { xml: xml.replace(/<((?:[\w.-]+:)?items)(?:\s[^>]*)?>[\s\S]*?<\/\1\s*>/i, ''), root };
}

function salvage(xml: string, root: Root, segments: Segment[], url: string, limit: number): RawFeed {
  const frame = frameOf(xml, root, segments);
  const feed = tryRead(frame.before + frame.after, root, url);
  const entries: RawEntry[] = [];
  let lost = 0;
  for (const [index, segment] of segments.entries()) {
    const isCut = !segment.isComplete && index === segments.length - 1;
    const entry = isCut || entries.length >= limit ? null : readEntry(xml.slice(segment.start, segment.end));
    if (entry === null) lost += 1;
    else entries.push(entry);
  }
  if (entries.length === 0 && (segments.length > 0 || !isClosed(xml, root))) {
    throw damaged(url);
  }
  const nameless = { titles: [], siteAddresses: [], base: url, languages: [], relais: null };
  return { ...nameless, ...feed, entries, lost };

  /** What the parser makes of an entry, or of what can be made out in it, if that says more. */
  function readEntry(entry: string): RawEntry | null {
    const read = (text: string) => tryRead(frame.before + text + frame.after, root, url)?.entries[0] ?? null;
    const parsed = read(entry);
    if (parsed !== null && knownOf(parsed) === 4) return parsed;
    const loose = read(looseEntry(entry));
    return loose !== null && (parsed === null || knownOf(loose) > knownOf(parsed)) ? loose : parsed;
  }
}

/** How many of the things that make an item are there: identifier, address, title, date. */
function knownOf({ identifier, addresses, titles, dates }: RawEntry): number {
  return [[identifier], addresses, titles, dates].filter((candidates) => candidates.some(Boolean)).length;
}

const longestHead = 32_768;

/** What stands around each entry: the document's head, where the parser can read it and it is not huge. */
function frameOf(xml: string, root: Root, segments: Segment[]): { before: string; after: string } {
  const head = xml.slice(0, segments[0]?.start ?? xml.length);
  const whole = head.slice(0, head.lastIndexOf('>') + 1);
  const open = /<((?:[\w.-]+:)?channel)[\s>]/i.exec(whole)?.[1];
  const isOpen = open !== undefined && !whole.toLowerCase().includes(`</${open.toLowerCase()}`);
  const after = `${isOpen ? `</${open}>` : ''}</${root.name}>`;
  if (whole.length <= longestHead && tryRead(whole + after, root, '') !== null) return { before: whole, after };
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
