import twitterText from 'twitter-text';

/**
 * Weighs two, like any emoji, and as a space can be no part of an address: what touches a new emoji
 * is detected as an address exactly where it would be beside a known one.
 */
const standIn = '\u3000';

/** Detecting addresses takes quadratic time; past this many UTF-16 units a post is too long whatever they weigh. */
const detectionLength = 5000;

const knownEmoji = new Map<string, boolean>();

function weigh(text: string): number {
  return twitterText.parseTweet(text).weightedLength;
}

/** The library's list of emoji stops at Unicode 11: a later one is weighed part by part. */
function isKnownEmoji(emoji: string): boolean {
  const known = knownEmoji.get(emoji) ?? weigh(emoji) === 2;
  knownEmoji.set(emoji, known);
  return known;
}

/**
 * The weighted length of a whole post, of which X takes 280: an address weighs 23 however long, an
 * emoji 2 however composed, and the rest by ranges (https://docs.x.com/fundamentals/counting-characters).
 */
export function countForX(text: string): number {
  const composed = text.toWellFormed().normalize('NFC');
  const head = composed.slice(0, detectionLength);
  const weight = weigh(head.replace(/\p{RGI_Emoji}/gv, (emoji) => (isKnownEmoji(emoji) ? emoji : standIn)));
  return weight + composed.length - head.length;
}
