const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Control characters that are not white space, the byte order mark, and whatever reorders the text around it. */
export const unprintable = /[^\P{Cc}\s]|[\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
/** White space that does not stay as it is: any run of it, and all but the space and the no-break spaces. */
const foldable = /\s{2,}|[^\S \u00A0\u202F]/g;
/**
 * Whatever is not surely fit as it stands. What is left out of the class is printable, composed
 * already, and nothing that composes with what follows it within the class: the letters of the large
 * scripts, punctuation, currencies, the usual white space.
 */
const doubtful =
  /[^\t\n\r -~\u00A0-\u02FF\u0391-\u03A9\u03B1-\u03C9\u0400-\u0482\u05D0-\u05EA\u0620-\u064A\u2010-\u2027\u202F-\u205E\u20A0-\u20C0\u3001-\u3029\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FFF\uAC00-\uD7A3]/;
const isFoldable = /[\t\n\r]|[ \u00A0\u202F][ \u00A0\u202F]/;

/**
 * Text from outside, made fit for one line of a screen: no control or bidi-override characters,
 * white space folded, NFC, at most `maxLength` UTF-16 units (hence as many graphemes at most, and
 * what the wire's schemas count) with an ellipsis where it was cut. A lone no-break space stays: it
 * is French typography.
 */
export function plainText(value: string, maxLength: number): string {
  const head = headOf(value, maxLength);
  const text = foldText(head);
  // What was folded away left too little of the head to cut: then the rest counts too.
  const isEnough = head.length === value.length || text.length > maxLength + cutContext;
  return cutText(isEnough ? text : foldText(value), maxLength);
}

function foldText(text: string): string {
  const trimmed = text.trim();
  if (!doubtful.test(trimmed)) return isFoldable.test(trimmed) ? trimmed.replace(foldable, ' ') : trimmed;
  return text.toWellFormed().replace(unprintable, '').replace(foldable, ' ').trim().normalize('NFC');
}

/** What `cutText` looks at past the cut, at most. */
const cutContext = 100;
/** A character that composes with none before it, so that a text may be taken apart in front of it. */
const apart = /[ -~\u3001-\u3029\u4E00-\u9FFF]/g;

/** The beginning of a long text, with some more than the cut needs, up to where it comes apart. */
function headOf(value: string, maxLength: number): string {
  const enough = maxLength + 2 * cutContext;
  if (!(value.length > enough)) return value;
  apart.lastIndex = enough;
  return value.slice(0, apart.exec(value)?.index ?? value.length);
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
  const end = maxLength - 1;
  if (simplePair.test(text.slice(Math.max(0, end - 1), maxLength))) return `${text.slice(0, end).trimEnd()}…`;
  // The segmenter copies what it is given, so it is given no more than the cut needs.
  const cut = graphemes.segment(text.slice(0, maxLength + cutContext)).containing(end);
  return `${text.slice(0, cut?.index ?? 0).trimEnd()}…`;
}

/** Two characters, or the first one, between which any text may be cut (Unicode Annex 29: neither extends nor joins). */
const simplePair = /^[ -~\u00C0-\u024F]{1,2}$/;
