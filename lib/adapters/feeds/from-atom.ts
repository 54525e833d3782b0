import type { AtomFeed } from 'feedsmith';
import { readAddress } from './address.ts';
import { hasVideo, pictureAltFrom, picturesFrom } from './from-media.ts';
import { originals } from './original-links.ts';
import type { RawEntry, RawFeed } from './raw-entry.ts';
import { refreshAfter } from './refresh-hint.ts';

type Feed = AtomFeed.Feed<string>;
type Entry = AtomFeed.Entry<string>;
type Link = AtomFeed.Link<string>;
type Text = { value?: string; type?: string } | undefined;

/** Atom 1.0 (RFC 4287) and 0.3. */
export function fromAtom(feed: Feed, url: string): RawFeed {
  const base = readAddress(feed.xml?.base, url) ?? url;
  return {
    titles: [feed.title?.value],
    siteAddresses: alternates(feed.links),
    base,
    languages: [feed.xml?.lang, feed.dc?.languages?.[0]],
    entries: (feed.entries ?? []).map((entry) => fromEntry(entry, feed, base)),
    lost: 0,
    newFeedUrl: feed.itunes?.newFeedUrl,
    refreshAfterMs: refreshAfter(undefined, feed.sy),
    relais: null,
  };
}

function fromEntry(entry: Entry, feed: Feed, feedBase: string): RawEntry {
  const entryBase = readAddress(entry.xml?.base, feedBase) ?? feedBase;
  const links = entry.links ?? [];
  const enclosures = links.filter(({ rel }) => rel === 'enclosure').map(({ href, type }) => ({ url: href, type }));
  const content = isReadable(entry.content) ? entry.content?.value : undefined;
  const media = entry.media;
  const group = media?.groups?.[0];
  // An author above an entry stands for the entries that name none (RFC 4287, section 4.2.1).
  const authors = entry.authors ?? entry.source?.authors ?? feed.authors ?? [];
  return {
    identifier: entry.id ?? null,
    addresses: [...originals(links), ...alternates(links), sourceOf(entry.content, entryBase), permalinkIn(entry.id)],
    base: entryBase,
    titles: [
      entry.title?.value,
      media?.title?.value,
      group?.title?.value,
      entry.itunes?.title,
      entry.dc?.titles?.[0],
      entry.dcterms?.titles?.[0],
    ],
    summaries: [
      entry.summary?.value,
      media?.description?.value,
      group?.description?.value,
      entry.itunes?.summary,
      entry.dc?.descriptions?.[0],
      entry.dcterms?.abstracts?.[0],
      content,
    ],
    authors: [
      ...authors.map((author) => author.name ?? author.email),
      ...(entry.dc?.creators ?? []),
      ...(entry.dcterms?.creators ?? []),
      entry.itunes?.author,
    ],
    dates: [
      entry.published,
      entry.updated,
      ...(entry.dc?.dates ?? []),
      ...(entry.dcterms?.issued ?? []),
      ...(entry.dcterms?.created ?? []),
      ...(entry.dcterms?.modified ?? []),
    ],
    pictures: picturesFrom(media, enclosures, entry.itunes),
    pictureAlt: pictureAltFrom(media),
    contents: [content, entry.summary?.value].map((html) => resolved(html, entry.content?.xml?.base, entryBase)),
    tags: [
      ...(entry.categories ?? []).map((category) => category.label ?? category.term),
      ...(entry.dc?.subjects ?? []),
      ...(entry.dcterms?.subjects ?? []),
      ...(media?.keywords ?? group?.keywords ?? []),
    ],
    languages: [entry.xml?.lang, entry.dc?.languages?.[0], feed.xml?.lang, feed.dc?.languages?.[0]],
    isVideo: entry.yt !== undefined || hasVideo(media, enclosures),
    relais: null,
  };
}

/** Content kept elsewhere, relative to a base of its own. */
function sourceOf(content: Entry['content'], base: string): string | null {
  return readAddress(content?.src, readAddress(content?.xml?.base, base) ?? base);
}

/** Identifiers need not lead anywhere (RFC 4287, section 4.2.6), but where no link stands the one that can does. */
function permalinkIn(id: string | undefined): string | null {
  return id !== undefined && /^https?:/i.test(id) ? id : null;
}

/** Content may be any media type in Base64 (RFC 4287, section 4.1.3.3), which is nothing to read aloud. */
function isReadable(content: Text): boolean {
  return /^(text|html|xhtml|text\/.*|application\/xhtml\+xml)$/i.test(content?.type ?? 'text');
}

/** Web pages first, and the plain alternate before one in another format of the same entry. */
function alternates(links: Link[] | undefined): (string | undefined)[] {
  const found = (links ?? []).filter(({ rel }) => rel === undefined || /(^|\/)alternate$/i.test(rel));
  const isPage = ({ type }: Link) => type === undefined || /html/i.test(type);
  return [...found.filter(isPage), ...found.filter((link) => !isPage(link))].map(({ href }) => href);
}

/** A base of the content's own only matters to the pictures in it, so it is written in front of them. */
function resolved(html: string | undefined, contentBase: string | undefined, base: string): string | undefined {
  const own = readAddress(contentBase, base);
  if (html === undefined || own === null) return html;
  return html.replace(
    /(<img\b[^<>]*?\ssrc\s*=\s*)(["'])([^"']*)\2/gi,
    (whole, before: string, quote: string, src: string) => {
      const address = readAddress(src, own);
      return address === null ? whole : `${before}${quote}${address}${quote}`;
    },
  );
}
