import type { RdfFeed } from 'feedsmith';
import { readAddress } from './address.ts';
import { hasVideo, pictureAltFrom, picturesFrom } from './from-media.ts';
import { originals } from './original-links.ts';
import type { RawFeed } from './raw-entry.ts';
import { refreshAfter } from './refresh-hint.ts';

/** RSS 0.90 and 1.0. `rdf:about` identifies an item and, by the specification, is its address too. */
export function fromRdf(feed: RdfFeed.Feed<string>, url: string): RawFeed {
  const base = readAddress(feed.xml?.base, url) ?? readAddress(feed.link, url) ?? url;
  const languages = [feed.dc?.languages?.[0], feed.xml?.lang];
  return {
    titles: [feed.title, feed.dc?.titles?.[0]],
    siteAddresses: [feed.link],
    base,
    languages,
    entries: (feed.items ?? []).map((item) => ({
      identifier: item.rdf?.about ?? item.dc?.identifiers?.[0] ?? null,
      addresses: [...originals(item.atom?.links), item.link, item.rdf?.about],
      base: readAddress(item.xml?.base, base) ?? base,
      titles: [item.title, item.dc?.titles?.[0], item.media?.title?.value, item.dcterms?.titles?.[0]],
      summaries: [item.description, item.dc?.descriptions?.[0], item.dcterms?.abstracts?.[0], item.content?.encoded],
      authors: [...(item.dc?.creators ?? []), ...(item.dcterms?.creators ?? [])],
      dates: [
        ...(item.dc?.dates ?? []),
        ...(item.dcterms?.issued ?? []),
        ...(item.dcterms?.created ?? []),
        ...(item.dcterms?.modified ?? []),
      ],
      pictures: picturesFrom(item.media, []),
      pictureAlt: pictureAltFrom(item.media),
      contents: [item.content?.encoded, item.description],
      tags: [...(item.dc?.subjects ?? []), ...(item.dcterms?.subjects ?? []), ...(item.media?.keywords ?? [])],
      languages: [item.xml?.lang, item.dc?.languages?.[0], ...languages],
      isVideo: hasVideo(item.media, []),
      relais: null,
    })),
    lost: 0,
    refreshAfterMs: refreshAfter(undefined, feed.sy),
    relais: null,
  };
}
