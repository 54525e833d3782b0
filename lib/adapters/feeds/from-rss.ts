import type { RssFeed } from 'feedsmith';
import { readAddress } from './address.ts';
import { hasVideo, pictureAltFrom, picturesFrom } from './from-media.ts';
import { originals } from './original-links.ts';
import type { RawEntry, RawFeed } from './raw-entry.ts';

type Feed = RssFeed.Feed<string>;
type Item = RssFeed.Item<string>;

export function fromRss(feed: Feed, url: string): RawFeed {
  const site = [feed.link, ...alternates(feed.atom?.links)];
  // RSS never said what its relative links are relative to; publishers mean their site.
  const declared = readAddress(feed.xml?.base, url);
  const base = declared ?? site.map((link) => readAddress(link, url)).find((link) => link !== null) ?? url;
  return {
    titles: [feed.title, feed.itunes?.title, feed.dc?.titles?.[0], feed.image?.title],
    siteAddresses: site,
    base,
    languages: [feed.language, feed.dc?.languages?.[0], feed.xml?.lang],
    entries: (feed.items ?? []).map((item) => fromItem(item, feed, base)),
    lost: 0,
    relais: null,
  };
}

function fromItem(item: Item, feed: Feed, base: string): RawEntry {
  const enclosures = item.enclosures ?? [];
  const guid = item.guid?.value;
  const isPermalink = item.guid?.isPermaLink !== false && /^https?:/i.test(guid ?? '');
  return {
    identifier: guid ?? item.atom?.id ?? item.dc?.identifiers?.[0] ?? null,
    addresses: [...originals(item.atom?.links), item.link, ...alternates(item.atom?.links), isPermalink ? guid : null],
    base: readAddress(item.xml?.base, base) ?? base,
    titles: [item.title, item.media?.title?.value, item.itunes?.title, item.dc?.titles?.[0], item.atom?.title?.value],
    summaries: [
      item.description,
      item.itunes?.summary,
      item.itunes?.subtitle,
      item.media?.description?.value,
      item.media?.groups?.[0]?.description?.value,
      item.dc?.descriptions?.[0],
      item.atom?.summary?.value,
      item.content?.encoded,
    ],
    authors: [
      ...(item.authors ?? []).map((author) => author.name ?? author.email),
      ...(item.dc?.creators ?? []),
      ...(item.atom?.authors ?? []).map((author) => author.name),
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
    ],
    pictures: picturesFrom(item.media, enclosures, item.itunes),
    pictureAlt: pictureAltFrom(item.media),
    contents: [item.content?.encoded, item.description],
    tags: [
      ...(item.categories ?? []).map((category) => category.name),
      ...(item.dc?.subjects ?? []),
      ...(item.media?.keywords ?? []),
      ...(item.itunes?.keywords ?? []),
    ],
    languages: [item.xml?.lang, item.dc?.languages?.[0], feed.language, feed.dc?.languages?.[0], feed.xml?.lang],
    isVideo: hasVideo(item.media, enclosures),
    relais: null,
  };
}

function alternates(links: { rel?: string; href?: string }[] | undefined): (string | undefined)[] {
  return (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate').map(({ href }) => href);
}
