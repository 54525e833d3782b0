import type { RssFeed } from 'feedsmith';
import { readAddress } from './address.ts';
import { hasVideo, pictureAltFrom, picturesFrom } from './from-media.ts';
import { originals } from './original-links.ts';
import type { RawEntry, RawFeed } from './raw-entry.ts';
import { refreshAfter } from './refresh-hint.ts';

type Feed = RssFeed.Feed<string>;
type Item = RssFeed.Item<string>;

export function fromRss(feed: Feed, url: string): RawFeed {
  const site = [feed.link, ...alternates(feed.atom?.links)];
  // RSS never said what its relative links are relative to; publishers mean their site.
  const declared = readAddress(feed.xml?.base, url);
  const base = declared ?? site.map((link) => readAddress(link, url)).find((link) => link !== null) ?? url;
  return {
    titles: [feed.title, feed.itunes?.title, feed.dc?.titles?.[0], feed.atom?.title?.value, feed.image?.title],
    siteAddresses: site,
    base,
    languages: [feed.language, feed.dc?.languages?.[0], feed.xml?.lang],
    entries: (feed.items ?? []).map((item) => fromItem(item, feed, base)),
    lost: 0,
    newFeedUrl: feed.itunes?.newFeedUrl,
    refreshAfterMs: refreshAfter(feed.ttl, feed.sy),
    relais: null,
  };
}

function fromItem(item: Item, feed: Feed, base: string): RawEntry {
  const enclosures = [...(item.enclosures ?? []), ...enclosed(item.atom?.links)];
  const group = item.media?.groups?.[0];
  const guid = item.guid?.value;
  // Only what says so in words may be relative: an identifier mostly is no path.
  const isPath = item.guid?.isPermaLink === true && /^\/[^/\s]/.test(guid ?? '');
  const isPermalink = isPath || (item.guid?.isPermaLink !== false && /^(?:https?:|www\.)/i.test(guid ?? ''));
  return {
    identifier: guid ?? item.atom?.id ?? item.dc?.identifiers?.[0] ?? null,
    addresses: [...originals(item.atom?.links), item.link, ...alternates(item.atom?.links), isPermalink ? guid : null],
    base: readAddress(item.xml?.base, base) ?? base,
    titles: [
      item.title,
      item.media?.title?.value,
      item.itunes?.title,
      item.dc?.titles?.[0],
      item.dcterms?.titles?.[0],
      item.atom?.title?.value,
      group?.title?.value,
    ],
    summaries: [
      item.description,
      item.itunes?.summary,
      item.itunes?.subtitle,
      item.media?.description?.value,
      group?.description?.value,
      item.dc?.descriptions?.[0],
      item.dcterms?.abstracts?.[0],
      item.dcterms?.descriptions?.[0],
      item.atom?.summary?.value,
      item.content?.encoded,
      item.atom?.content?.value,
    ],
    authors: [
      ...(item.authors ?? []).map((author) => author.name ?? author.email),
      ...(item.dc?.creators ?? []),
      ...(item.atom?.authors ?? []).map((author) => author.name),
      ...(item.dcterms?.creators ?? []),
      item.itunes?.author,
    ],
    dates: [
      item.pubDate,
      ...(item.dc?.dates ?? []),
      ...(item.dcterms?.issued ?? []),
      ...(item.dcterms?.created ?? []),
      item.atom?.published,
      item.atom?.updated,
      ...(item.dcterms?.modified ?? []),
      ...(item.dcterms?.dates ?? []),
    ],
    pictures: picturesFrom(item.media, enclosures, item.itunes),
    pictureAlt: pictureAltFrom(item.media),
    contents: [item.content?.encoded, item.description, item.atom?.content?.value],
    tags: [
      ...(item.categories ?? []).map((category) => category.name),
      ...(item.atom?.categories ?? []).map((category) => category.label ?? category.term),
      ...(item.dc?.subjects ?? []),
      ...(item.dcterms?.subjects ?? []),
      ...(item.media?.keywords ?? group?.keywords ?? []),
      ...(item.itunes?.keywords ?? []),
    ],
    languages: [item.xml?.lang, item.dc?.languages?.[0], feed.language, feed.dc?.languages?.[0], feed.xml?.lang],
    isVideo: hasVideo(item.media, enclosures),
    relais: null,
  };
}

type Link = { rel?: string; href?: string; type?: string };

function enclosed(links: Link[] | undefined): { url?: string; type?: string }[] {
  return (links ?? []).filter(({ rel }) => rel === 'enclosure').map(({ href, type }) => ({ url: href, type }));
}

function alternates(links: Link[] | undefined): (string | undefined)[] {
  return (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate').map(({ href }) => href);
}
