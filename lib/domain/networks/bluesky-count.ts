import { parseAddress } from '../links/parse-address.ts';
import { countGraphemes } from './graphemes.ts';

/**
 * Graphemes, each link as short as the composer will write it. The record's other limit, ten bytes
 * of UTF-8 for each grapheme allowed, only counts where it is the first to be met.
 */
export function countForBluesky(text: string): number {
  const published = text.toWellFormed().replace(/https?:\/\/[^\s"'<>()]*[^\s"'<>().,;:!?]/gi, shortenedLink);
  return Math.max(countGraphemes(published), Math.ceil(new TextEncoder().encode(published).length / 10));
}

/** The composer drops the scheme, and cuts what follows the host to 13 characters when it is over 15. */
function shortenedLink(link: string): string {
  const url = parseAddress(link);
  if (url === null) return link;
  const rest = url.href.slice(url.origin.length).replace(/^\/(?=$|[?#])/, '');
  return url.host + (rest.length > 15 ? `${rest.slice(0, 13)}...` : rest);
}
