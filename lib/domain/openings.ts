/**
 * Ways to begin for people who do not know how: a sentence with one blank, written `[…]` in the
 * locales and shown so in the text, where it is selected for typing.
 */
export const blank = '[…]';

export type Placed = { text: string; start: number; end: number };

/**
 * The text with an opening in front of it, and where its blank is. An opening that was placed before
 * and not filled in yet is replaced: trying several leaves one. `known` are all the openings there are.
 */
export function beginWith(opening: string, text: string, known: readonly string[]): Placed {
  const tried = known.find((other) => text.startsWith(other) && other.includes(blank));
  const rest = (tried === undefined ? text : text.slice(tried.length)).trimStart();
  const at = opening.indexOf(blank);
  const begun = rest === '' ? opening : `${opening}\n\n${rest}`;
  return at < 0
    ? { text: begun, start: opening.length, end: opening.length }
    : { text: begun, start: at, end: at + blank.length };
}

/** The first blank that is left, null when none is. */
export function findBlank(text: string): { start: number; end: number } | null {
  const start = text.indexOf(blank);
  return start < 0 ? null : { start, end: start + blank.length };
}
