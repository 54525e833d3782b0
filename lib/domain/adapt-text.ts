import { findHashtags } from './checks/text-facts.ts';
import type { NetworkId } from './network-ids.ts';
import { fitText } from './networks/fit-text.ts';

/** As many hashtags as read well there; elsewhere they are left as written. One topic is all that Threads takes. */
const hashtagsKept: Partial<Record<NetworkId, number>> = { x: 2, threads: 1, bluesky: 3 };

/**
 * A text written for one network, as a start for another: of the hashtags at its end, those that are too
 * many there go, then what does not fit. `fits` is the network's own count against its limit.
 */
export function adaptText(text: string, network: NetworkId, fits: (text: string) => boolean): string {
  const kept = hashtagsKept[network];
  const fewer = kept === undefined ? text : dropLastHashtags(text, kept);
  return fits(fewer) ? fewer : fitText(fewer, fits);
}

/** Within a sentence a hashtag is a word of it, so only those after the last word go. */
function dropLastHashtags(text: string, kept: number): string {
  let left = text.trimEnd();
  for (let hashtags = findHashtags(left); hashtags.length > kept; hashtags = findHashtags(left)) {
    const last = hashtags.at(-1);
    if (last === undefined || last.end < left.length) break;
    left = left.slice(0, last.start).trimEnd();
  }
  return left;
}
