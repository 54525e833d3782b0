import { z } from 'zod';
import type { Item } from './item.ts';
import { cleanLink } from './links/clean-link.ts';
import { parseAddress, parseWebAddress } from './links/parse-address.ts';
import { isPrivateAddress } from './links/private-address.ts';
import { plainLines, plainText } from './plain-text.ts';
import type { Page, SpotDraft } from './spot.ts';

/** What `capturePage` reads of a page, exactly as the page says it: nothing in it is to be trusted. */
export const capturedPageSchema = z.object({
  url: z.string().max(20_000),
  title: z.string().max(2000).nullable(),
  canonicalUrl: z.string().max(20_000).nullable(),
  ogUrl: z.string().max(20_000).nullable(),
  ogTitle: z.string().max(2000).nullable(),
  description: z.string().max(10_000).nullable(),
  imageUrl: z.string().max(20_000).nullable(),
  siteName: z.string().max(1000).nullable(),
  author: z.string().max(1000).nullable(),
  language: z.string().max(100).nullable(),
  selection: z.string().max(5000).nullable(),
});
export type CapturedPage = z.infer<typeof capturedPageSchema>;

type DraftBasis = { id: string; now: number };

/** The wire's limits, in UTF-16 units (`spotRequest`). */
const longest = { title: 300, description: 2000, siteName: 200, author: 200, language: 35, quote: 5000, url: 2048 };

/**
 * The draft of a captured page. With `linkUrl` (a link of the page was chosen) the draft is of that
 * link, of which nothing but the address is known. `selection` is the browser's own account of what
 * was selected, for frames that the capture does not reach.
 */
export function toSpotDraft(
  captured: CapturedPage,
  { id, now, linkUrl, selection }: DraftBasis & { linkUrl?: string; selection?: string },
): SpotDraft {
  const quote = captured.selection?.trim() ? captured.selection : (selection ?? null);
  if (linkUrl !== undefined) return linkDraft(linkUrl, { id, now, quote });
  const location = parseWebAddress(captured.url);
  if (location === null || !isSpottableAddress(captured.url)) return refusedDraft('browser_page', { id, now });
  const title = plainOrNull(captured.ogTitle, longest.title) ?? plainOrNull(captured.title, longest.title);
  const page = {
    title: title ?? location.hostname,
    description: plainText(captured.description ?? '', longest.description),
    imageUrl: imageAddress(captured.imageUrl, location.href),
    siteName: plainOrNull(captured.siteName, longest.siteName),
    author: authorName(captured.author),
    language: languageTag(captured.language),
  };
  // The location comes after its canonical address: one that cannot be cleaned (too long) has a fallback.
  for (const url of [canonicalAddress(captured, location), location.href]) {
    const draft = url === null ? null : draftOf(url, page, { id, now, quote, itemId: null });
    if (draft !== null) return draft;
  }
  return refusedDraft('browser_page', { id, now });
}

/** The draft of an address alone: a link of a page, with its text when the browser tells it. */
export function linkDraft(
  linkUrl: string,
  { id, now, text, quote = null }: DraftBasis & { text?: string; quote?: string | null },
): SpotDraft {
  const page = {
    title: plainOrNull(text ?? null, longest.title) ?? parseAddress(linkUrl)?.hostname ?? '',
    description: '',
    imageUrl: null,
    siteName: null,
    author: null,
    language: null,
  };
  const draft = isSpottableAddress(linkUrl) ? draftOf(linkUrl, page, { id, now, quote, itemId: null }) : null;
  return draft ?? refusedDraft('browser_page', { id, now });
}

/** The draft of an item's page, from what the feed said of it. Refused when the item has no address. */
export function itemDraft(
  item: Pick<Item, 'id' | 'url' | 'readUrl' | 'title' | 'summary' | 'imageUrl' | 'author' | 'language'>,
  { id, now, siteName }: DraftBasis & { siteName?: string },
): SpotDraft {
  const url = item.url ?? item.readUrl ?? '';
  const page = {
    title: plainOrNull(item.title, longest.title) ?? parseAddress(url)?.hostname ?? '',
    description: plainText(item.summary, longest.description),
    imageUrl: imageAddress(item.imageUrl, url),
    siteName: plainOrNull(siteName ?? null, longest.siteName),
    author: authorName(item.author),
    language: languageTag(item.language),
  };
  const draft = isSpottableAddress(url) ? draftOf(url, page, { id, now, quote: null, itemId: item.id }) : null;
  return draft ?? refusedDraft('no_access', { id, now });
}

/** The draft that says why there is nothing to spot. */
export function refusedDraft(refusal: NonNullable<SpotDraft['refusal']>, { id, now }: DraftBasis): SpotDraft {
  return { id, page: null, refusal, warnings: [], quote: null, itemId: null, createdAt: now };
}

/** Pages of the browser itself and of its extension stores cannot be read, and mean nothing to others. */
export function isSpottableAddress(value: string): boolean {
  const url = parseWebAddress(value);
  if (url === null) return false;
  return !extensionStores.some(({ host, path }) => url.hostname === host && url.pathname.startsWith(path));
}

const extensionStores = [
  { host: 'chromewebstore.google.com', path: '/' },
  { host: 'chrome.google.com', path: '/webstore' },
  { host: 'addons.mozilla.org', path: '/' },
  { host: 'microsoftedge.microsoft.com', path: '/addons' },
];

function draftOf(
  address: string,
  page: Omit<Page, 'url'>,
  { id, now, quote, itemId }: DraftBasis & { quote: string | null; itemId: string | null },
): SpotDraft | null {
  const clean = cleanLink(address);
  if (clean === null) return null;
  const warnings: SpotDraft['warnings'] = [];
  if (isPrivateAddress(clean.url)) warnings.push('internal_address');
  if (clean.secretRemoved) warnings.push('secret_removed');
  const plainQuote = quote === null ? '' : plainLines(quote, longest.quote);
  return {
    id,
    page: { url: clean.url, ...page },
    refusal: null,
    warnings,
    quote: plainQuote === '' ? null : plainQuote,
    itemId,
    createdAt: now,
  };
}

/**
 * The address the page gives itself, when it may: on the same site, not a step back to http, and not
 * the home page that a careless template names on every page.
 */
function canonicalAddress({ canonicalUrl, ogUrl }: CapturedPage, location: URL): string | null {
  // Inside a single-page application the route is in the fragment, which a canonical address never has.
  if (/^#[!/]/.test(location.hash)) return null;
  for (const value of [canonicalUrl, ogUrl]) {
    const canonical = parseWebAddress(value ?? '');
    if (canonical === null || !isSameSite(canonical, location)) continue;
    if (location.protocol === 'https:' && canonical.protocol !== 'https:') continue;
    if (isHomePage(canonical) && !isHomePage(location)) continue;
    return canonical.href;
  }
  return null;
}

function isSameSite(a: URL, b: URL): boolean {
  if (a.hostname === b.hostname) return a.port === b.port;
  const [longer, shorter] = a.hostname.length > b.hostname.length ? [a.hostname, b.hostname] : [b.hostname, a.hostname];
  return shorter.includes('.') && longer.endsWith(`.${shorter}`);
}

function isHomePage(url: URL): boolean {
  return url.pathname === '/' && url.search === '';
}

function plainOrNull(value: string | null, maxLength: number): string | null {
  const text = plainText(value ?? '', maxLength);
  return text === '' ? null : text;
}

/** Some sites give the address of the author's profile as the author. */
function authorName(value: string | null): string | null {
  const name = plainOrNull(value, longest.author);
  return name === null || /^(https?:)?\/\//i.test(name) ? null : name;
}

/** `fr`, `fr-FR`, also spelt `fr_FR`; null for anything that is not a language tag. */
function languageTag(value: string | null): string | null {
  const tag = (value ?? '').trim().replaceAll('_', '-');
  return tag.length <= longest.language && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : null;
}

function imageAddress(value: string | null, base: string): string | null {
  const url = value === null || value.trim() === '' ? null : parseWebAddress(value, base === '' ? undefined : base);
  if (url === null || url.username !== '' || url.password !== '' || url.href.length > longest.url) return null;
  return url.href;
}
