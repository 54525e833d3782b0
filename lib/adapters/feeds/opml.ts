import { generateOpml, parseOpml } from 'feedsmith';
import { normaliseAddress } from './discover.ts';
import { firstText } from './finish-items.ts';

export type OpmlFeed = { title: string; url: string };
export type OpmlFeeds = {
  feeds: OpmlFeed[];
  /** Entries whose address is none of the web, as they are written. */
  refused: { title: string; address: string }[];
  /** Feeds past the limit. */
  leftOff: number;
};

type Outline = { text?: string; title?: string; xmlUrl?: string; outlines?: Outline[] };

const feedLimit = 200;
const titleMaxLength = 200;

/**
 * The feeds that an OPML document lists, however deep in folders, each address once. Null for anything
 * that is no OPML, or is damaged past reading.
 */
export function readOpml(text: string): OpmlFeeds | null {
  let outlines: Outline[];
  try {
    outlines = (parseOpml(text) as { body?: { outlines?: Outline[] } }).body?.outlines ?? [];
  } catch {
    // No list of feeds, or nested past the engine's own limits: null says so.
    return null;
  }
  const found = new Map<string, OpmlFeed>();
  const refused: OpmlFeeds['refused'] = [];
  for (const { xmlUrl = '', title, text: words } of flatten(outlines)) {
    const name = firstText([title, words], titleMaxLength);
    const url = webAddress(xmlUrl);
    if (url === null) refused.push({ title: name, address: xmlUrl.slice(0, titleMaxLength) });
    else if (!found.has(url)) found.set(url, { title: name || new URL(url).hostname, url });
  }
  const feeds = [...found.values()];
  return {
    feeds: feeds.slice(0, feedLimit),
    refused: refused.slice(0, feedLimit),
    leftOff: Math.max(0, feeds.length - feedLimit),
  };
}

/** Entries with an address, in reading order, without recursion: a document may be deeper than a stack. */
function flatten(outlines: Outline[]): Outline[] {
  const found: Outline[] = [];
  const waiting = [...outlines].reverse();
  for (let outline = waiting.pop(); outline !== undefined; outline = waiting.pop()) {
    if (outline.xmlUrl?.trim()) found.push(outline);
    for (const inner of [...(outline.outlines ?? [])].reverse()) waiting.push(inner);
  }
  return found;
}

function webAddress(typed: string): string | null {
  try {
    return normaliseAddress(typed);
  } catch {
    // Told to the person, one by one.
    return null;
  }
}

/** An OPML 2.0 document (http://opml.org/spec2.opml) that any feed reader takes. */
export function writeOpml(feeds: (OpmlFeed & { siteUrl: string | null })[], created: Date): string {
  return generateOpml({
    head: { title: 'Relais', dateCreated: created },
    body: {
      outlines: feeds.map(({ title, url, siteUrl }) => ({
        text: title,
        title,
        type: 'rss',
        xmlUrl: url,
        ...(siteUrl !== null && { htmlUrl: siteUrl }),
      })),
    },
  });
}
