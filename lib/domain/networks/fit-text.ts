import { graphemesOf } from './graphemes.ts';

const ellipsis = '…';

/**
 * The longest beginning of a text that fits, ended by an ellipsis where something was cut. Cuts between
 * graphemes only, at a space where one is near, and never within a link, a hashtag or a mention: what is
 * left of one would lead elsewhere. `fits` must hold for every beginning of a text it holds for.
 */
export function fitText(text: string, fits: (text: string) => boolean): string {
  const whole = text.toWellFormed().trim();
  if (fits(whole)) return whole;
  const graphemes = graphemesOf(whole);
  const cutAt = (count: number) => `${graphemes.slice(0, count).join('').trimEnd()}${ellipsis}`;
  let [low, high] = [0, graphemes.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(cutAt(middle))) low = middle;
    else high = middle - 1;
  }
  if (low === 0) return '';
  const wordStart = lastWordStart(graphemes, low);
  const isWhole = wordStart === low || /^\s$/.test(graphemes[low] ?? ' ');
  const word = graphemes.slice(wordStart, low).join('');
  // A long word is cut, as is a text without spaces; what a network makes a link of is left out whole.
  if (!isWhole && (low - wordStart < 24 || isLinked(word)))
    return wordStart === 0 && !isLinked(word) ? cutAt(low) : ended(cutAt(wordStart));
  return cutAt(low);
}

function ended(text: string): string {
  return text === ellipsis ? '' : text;
}

function lastWordStart(graphemes: string[], end: number): number {
  let start = end;
  while (start > 0 && !/^\s+$/.test(graphemes[start - 1] ?? '')) start -= 1;
  return start;
}

function isLinked(word: string): boolean {
  return /[@#]|https?:|\p{L}\.\p{L}/iu.test(word);
}
