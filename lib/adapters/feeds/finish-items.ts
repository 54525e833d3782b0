import type { ParsedItem } from '../../domain/item.ts';
import { stripTracking } from '../../domain/links/strip-tracking.ts';
import { cutText } from '../../domain/plain-text.ts';
import { readAddress } from './address.ts';
import { markupToText, pictureIn } from './markup.ts';
import { parseDate } from './parse-date.ts';
import type { RawEntry } from './raw-entry.ts';
import { readItemExtension } from './read-relais.ts';

const titleMaxLength = 300;
const summaryMaxLength = 600;
/** What stands for a missing title, on posts that have none. */
const borrowedTitleMaxLength = 120;
const nameMaxLength = 200;
const tagMaxLength = 50;
const tagLimit = 20;
const identifierMaxLength = 500;

type Candidate = string | null | undefined;

/**
 * Entries of any format as items: text made plain and short, addresses resolved and gated, the first
 * readable of each kind of candidate taken. An entry with neither words nor address is no item and
 * is counted in `empty`.
 */
export function finishItems(
  entries: RawEntry[],
  options: { readsRelais: boolean; campaignIds: ReadonlySet<string> },
): { items: ParsedItem[]; empty: number } {
  const items = entries.map((entry) => finish(entry, options)).filter((item) => item !== null);
  return { items: mergeDuplicates(items), empty: entries.length - items.length };
}

function finish(
  entry: RawEntry,
  options: { readsRelais: boolean; campaignIds: ReadonlySet<string> },
): ParsedItem | null {
  const { base } = entry;
  const address = firstAddress(entry.addresses, base);
  const url = address === null ? null : stripTracking(address);
  const summary = firstText(entry.summaries, summaryMaxLength);
  const title = firstText(entry.titles, titleMaxLength) || cutText(summary, borrowedTitleMaxLength) || readable(url);
  if (title === '') return null;
  const language = firstLanguage(entry.languages);
  const relais = readItemExtension(options.readsRelais ? entry.relais : null, base, language);
  const { campaignId, isWithheld, kind, ...said } = relais;
  if (isWithheld) return null;
  return {
    ...said,
    readUrl: relais.readUrl === null ? null : stripTracking(relais.readUrl),
    externalId: identityOf(entry.identifier, url, title, summary),
    url,
    title,
    summary: summary === title ? '' : summary,
    author: names(entry.authors),
    imageUrl: pictureOf(entry),
    imageAlt: relais.imageAlt ?? (firstText([entry.pictureAlt], nameMaxLength) || null),
    kind: kind ?? (entry.isVideo ? 'video' : 'article'),
    language,
    tags: tagsOf(entry.tags),
    publishedAt: firstDate(entry.dates),
    campaignId: campaignId !== null && options.campaignIds.has(campaignId) ? campaignId : null,
    suggestions: [...said.suggestions],
  };
}

/** The publisher's identifier, else the address, else a digest of the words. */
function identityOf(identifier: string | null, url: string | null, title: string, summary: string): string {
  const written = identifier?.toWellFormed().trim();
  // An identifier that is an address may carry trackers, and those change from poll to poll.
  const given = written && /^https?:/i.test(written) ? stripTracking(written) : written;
  if (given) return given.length > identifierMaxLength ? `digest:${digest(given)}` : given;
  return url ?? `digest:${digest(`${title}\n${summary}`)}`;
}

/**
 * An entry that appears twice is one item, as its last version. Some publishers give every entry the
 * same identifier; entries that share it but neither address nor title are told apart by those.
 */
function mergeDuplicates(items: ParsedItem[]): ParsedItem[] {
  const first = new Map<string, ParsedItem>();
  const meaningless = new Set<string>();
  for (const item of items) {
    const known = first.get(item.externalId);
    if (known === undefined) first.set(item.externalId, item);
    else if (known.url !== item.url && known.title !== item.title) meaningless.add(item.externalId);
  }
  const merged = new Map<string, ParsedItem>();
  for (const item of items) {
    const externalId = meaningless.has(item.externalId)
      ? identityOf(null, item.url, item.title, item.summary)
      : item.externalId;
    merged.set(externalId, { ...item, externalId });
  }
  return [...merged.values()];
}

export function firstText(candidates: Candidate[], maxLength: number): string {
  for (const candidate of candidates) {
    const text = candidate ? markupToText(candidate, maxLength) : '';
    if (text !== '') return text;
  }
  return '';
}

export function firstAddress(candidates: Candidate[], base: string): string | null {
  for (const candidate of candidates) {
    const address = readAddress(candidate, base);
    if (address !== null) return address;
  }
  return null;
}

/** BCP 47 in its common shapes; what people write instead (`en_US`) is mended, the rest is no language. */
export function firstLanguage(candidates: Candidate[]): string | null {
  for (const candidate of candidates) {
    const tag = candidate?.trim().replaceAll('_', '-') ?? '';
    if (tag.length <= 35 && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) && tag.toLowerCase() !== 'und') return tag;
  }
  return null;
}

function firstDate(candidates: Candidate[]): number | null {
  for (const candidate of candidates) {
    const date = parseDate(candidate);
    if (date !== null) return date;
  }
  return null;
}

function pictureOf(entry: RawEntry): string | null {
  const named = firstAddress(entry.pictures, entry.base);
  if (named !== null) return named;
  for (const content of entry.contents) {
    const found = content ? pictureIn(content, (src) => readAddress(src, entry.base)) : null;
    if (found !== null) return found;
  }
  return null;
}

function names(candidates: Candidate[]): string | null {
  const found = new Set(candidates.map((name) => firstText([name], nameMaxLength)).filter((name) => name !== ''));
  return cutText([...found].slice(0, 5).join(', '), nameMaxLength) || null;
}

function tagsOf(candidates: Candidate[]): string[] {
  const tags = new Map<string, string>();
  for (const candidate of candidates) {
    const tag = firstText([candidate], tagMaxLength);
    if (tag !== '' && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
    if (tags.size === tagLimit) break;
  }
  return [...tags.values()];
}

/** An address as a title of last resort: what a person would call it. */
function readable(url: string | null): string {
  if (url === null) return '';
  const { hostname, pathname } = new URL(url);
  return cutText(hostname + pathname.replace(/\/$/, ''), borrowedTitleMaxLength);
}

/** FNV-1a in two lanes: names content, guards nothing. */
function digest(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (a >>> 15);
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}
