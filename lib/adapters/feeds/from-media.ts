import type { ItunesNs, MediaNs } from 'feedsmith';

type Enclosure = { url?: string; type?: string };
type Picture = string | undefined;

/** The pictures an entry names, the best first: what Media RSS marks, then enclosures, then iTunes. */
export function picturesFrom(
  media: MediaNs.ItemOrFeed | undefined,
  enclosures: Enclosure[],
  itunes?: ItunesNs.Item,
): Picture[] {
  const contents = contentsOf(media);
  const thumbnails = [media, ...contents, ...(media?.groups ?? [])].flatMap((holder) => holder?.thumbnails ?? []);
  return [
    ...contents.filter(isPicture).map((content) => content.url),
    ...[...thumbnails].sort((a, b) => (b.width ?? 0) - (a.width ?? 0)).map((thumbnail) => thumbnail.url),
    ...enclosures.filter(isPicture).map((enclosure) => enclosure.url),
    itunes?.image,
  ];
}

export function hasVideo(media: MediaNs.ItemOrFeed | undefined, enclosures: Enclosure[]): boolean {
  const isVideo = (content: { type?: string; medium?: string }) =>
    content.medium === 'video' || /^video\//i.test(content.type ?? '');
  return contentsOf(media).some(isVideo) || enclosures.some(isVideo);
}

export function pictureAltFrom(media: MediaNs.ItemOrFeed | undefined): string | null {
  const picture = contentsOf(media).find(isPicture);
  return picture?.description?.value ?? picture?.title?.value ?? null;
}

function contentsOf(media: MediaNs.ItemOrFeed | undefined) {
  return [...(media?.contents ?? []), ...(media?.groups ?? []).flatMap((group) => group.contents ?? [])];
}

/** By its type where it says one, else by its medium, else by the address's extension. */
function isPicture(content: { url?: string; type?: string; medium?: string }): boolean {
  if (content.type !== undefined) return /^image\//i.test(content.type);
  if (content.medium !== undefined) return content.medium.toLowerCase() === 'image';
  return /\.(avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)/i.test(content.url ?? '');
}
