const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Control characters that are not white space, the byte order mark, and whatever reorders the text around it. */
const unprintable = /(?!\s)\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/**
 * Text from outside, made fit for one line of a screen: no control or bidi-override characters,
 * white space folded, NFC, at most `maxLength` UTF-16 units (hence as many graphemes at most, and
 * what the wire's schemas count) with an ellipsis where it was cut. A lone no-break space stays: it
 * is French typography.
 */
export function plainText(value: string, maxLength: number): string {
  const folded = value
    .toWellFormed()
    .replace(unprintable, '')
    .replace(/\s+/g, (space) => (space === '\u00A0' || space === '\u202F' ? space : ' '))
    .trim();
  return cutText(folded.normalize('NFC'), maxLength);
}

/** As `plainText`, with its line breaks; blank lines are folded into one break. */
export function plainLines(value: string, maxLength: number): string {
  const lines = value.split(/[\r\n\u2028\u2029]+/).map((line) => plainText(line, Number.POSITIVE_INFINITY));
  return cutText(lines.filter((line) => line !== '').join('\n'), maxLength);
}

/** Text of at most `maxLength` UTF-16 units, cut between two graphemes, the ellipsis included. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  if (maxLength < 1) return '';
  // The segmenter copies what it is given, so it is given no more than the cut needs.
  const cut = graphemes.segment(text.slice(0, maxLength + 100)).containing(maxLength - 1);
  return `${text.slice(0, cut?.index ?? 0).trimEnd()}…`;
}
