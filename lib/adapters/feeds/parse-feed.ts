import type { Campaign } from '../../domain/campaign.ts';
import type { Check } from '../../domain/checks/check.ts';
import { RelaisError } from '../../domain/errors.ts';
import type { Guideline } from '../../domain/guideline.ts';
import type { ParsedItem } from '../../domain/item.ts';
import type { LinkRules } from '../../domain/links/campaign-tags.ts';
import type { Recipe } from '../../domain/networks/recipe.ts';
import { decodeText } from './decode-text.ts';
import { finishItems, firstAddress, firstLanguage, firstText } from './finish-items.ts';
import type { RawFeed } from './raw-entry.ts';
import { readJson } from './read-json.ts';
import { readFeedExtension } from './read-relais.ts';
import { readXml } from './read-xml.ts';

export type ParsedFeed = {
  /** '' when the feed has none. */
  title: string;
  siteUrl: string | null;
  companyName: string | null;
  language: string | null;
  items: ParsedItem[];
  campaigns: Omit<Campaign, 'sourceId'>[];
  guidelines: Omit<Guideline, 'id' | 'sourceId'>[];
  checks: Check[];
  /** Corrections of the networks' composers. */
  recipes: Recipe[];
  /** How the addresses of items leave; null for as they are. */
  linkRules: LinkRules | null;
  /** Whether the document carries a `_relais` extension that was read. */
  relais: boolean;
  /** How many colleagues published each item today, as a hub says; null where nobody does. */
  sharersToday: Record<string, number> | null;
  cursor: string | null;
  /** Set when the document holds only what changed since a cursor: the ids offered no more. */
  removed: string[] | null;
  /** Where the feed says it moved to (`itunes:new-feed-url`); null when it says nothing. */
  newFeedUrl: string | null;
  /** How long the feed asks to be left alone, unclamped; null when it asks for nothing. */
  refreshAfterMs: number | null;
  /** Entries that were in the document and are not in `items`: past the limit, cut, or empty. */
  skipped: number;
};

const bytesLimit = 20 * 1024 * 1024;
const itemLimit = 10_000;

/**
 * Any RSS, Atom or JSON Feed document as one kind of items.
 *
 *   bytes ─ decodeText ─► text ─ readXml | readJson ─► raw entries ─ finishItems ─► items
 *
 * `url` is the document's address after redirects. Throws only a `RelaisError`: `not_a_feed`,
 * `feed_damaged` (a feed of which nothing can be read) or `too_large`.
 */
export function parseFeed(bytes: Uint8Array, document: { url: string; contentType: string | null }): ParsedFeed {
  if (bytes.byteLength > bytesLimit) throw new RelaisError('too_large', `${document.url} is over ${bytesLimit} bytes`);
  const feed = read(decodeText(bytes, document.contentType), document.url);
  const extension = readFeedExtension(feed.relais);
  const campaignIds = new Set(extension?.campaigns.map(({ id }) => id));
  const { items, empty } = finishItems(feed.entries, { readsRelais: extension !== null, campaignIds });
  return {
    title: firstText(feed.titles, 200),
    siteUrl: firstAddress(feed.siteAddresses, feed.base),
    companyName: extension?.companyName ?? null,
    language: firstLanguage(feed.languages),
    items,
    campaigns: extension?.campaigns ?? [],
    guidelines: extension?.guidelines ?? [],
    checks: extension?.checks ?? [],
    recipes: extension?.recipes ?? [],
    linkRules: extension?.linkRules ?? null,
    relais: extension !== null,
    sharersToday: extension?.sharersToday ?? null,
    cursor: extension?.cursor ?? null,
    removed: extension?.removed ?? null,
    newFeedUrl: firstAddress([feed.newFeedUrl], feed.base),
    refreshAfterMs: feed.refreshAfterMs ?? null,
    skipped: feed.lost + empty,
  };
}

function read(text: string, url: string): RawFeed {
  try {
    return /^[\s\uFEFF]*\{/.test(text) ? readJson(text, url, itemLimit) : readXml(text, url, itemLimit);
  } catch (error) {
    // Past the engine's own limits (nesting, length of a text): damaged beyond what can be read.
    if (error instanceof RangeError) throw new RelaisError('feed_damaged', `${url} is out of bounds`, { cause: error });
    throw error;
  }
}
