import { foldText } from './fold-text.ts';

/**
 * Search as people expect it from a short list: any words in any order, each the beginning of a word,
 * all of them found; case and accents ignored; titles first, then the newest.
 */
export type SearchText = {
  /** By `searchText`. */
  title: string;
  rest: string;
};

/** Scripts that put no space between words: there, a word is found anywhere. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** The words of a text, folded, each with a space before it: ` our roubaix workshop`. */
export function searchText(...texts: (string | null)[]): string {
  const text = texts.filter((part) => part !== null).join(' ');
  return foldLatin(text) ?? foldAny(text);
}

function foldAny(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^ ?/, ' ')
    .trimEnd();
}

/** Up to here, a character folds by itself: Latin letters, and below them ASCII. */
const latinEnd = 0x250;
const latin: string[] = [];

/**
 * What `foldAny` gives, some six times faster, for texts of Latin letters and the usual punctuation; null
 * for any other. Ten thousand texts are folded each time someone begins to search.
 */
function foldLatin(text: string): string | null {
  if (latin.length === 0) {
    for (let code = 0; code < latinEnd; code += 1) latin.push(foldAny(`a${String.fromCharCode(code)}a`).slice(2, -1));
  }
  let folded = ' ';
  let from = 0;
  let wasSpace = true;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      wasSpace = false;
      continue;
    }
    // General punctuation (dashes, quotation marks, ellipsis, spaces) separates words like a space.
    const isPunctuation = code >= 0x2000 && code <= 0x203f;
    if (code >= latinEnd && !isPunctuation) return null;
    const letter = isPunctuation ? ' ' : (latin[code] ?? ' ');
    folded += text.slice(from, i);
    folded += wasSpace && letter.startsWith(' ') ? letter.slice(1) : letter;
    wasSpace = letter.endsWith(' ');
    from = i + 1;
  }
  return (folded + text.slice(from)).trimEnd();
}

/** The words that are looked for, as they are compared. */
export function queryWords(query: string): string[] {
  return [...new Set(searchText(query).split(' '))].filter((word) => word !== '');
}

/**
 * Whether a word of a text made by `searchText` begins so. Not `includes` with the space before it: there
 * is a space every few letters, and where the word is rare each of them would be looked at.
 */
function hasWord(text: string, word: string, anywhere: boolean): boolean {
  let at = text.indexOf(word);
  while (!anywhere && at > 0 && text.charCodeAt(at - 1) !== 32) at = text.indexOf(word, at + 1);
  return at >= 0;
}

/**
 * The entries in which every word is found, those with all of them in the title first, otherwise in the
 * order given. No word finds nothing.
 */
export function searchEntries<Entry extends SearchText>(entries: Iterable<Entry>, words: string[]): Entry[] {
  if (words.length === 0) return [];
  const wanted = words.map((word) => ({ word, anywhere: unspaced.test(word) }));
  const inTitle: Entry[] = [];
  const elsewhere: Entry[] = [];
  for (const entry of entries) {
    let isInTitle = true;
    let isFound = true;
    for (const { word, anywhere } of wanted) {
      if (hasWord(entry.title, word, anywhere)) continue;
      isInTitle = false;
      if (hasWord(entry.rest, word, anywhere)) continue;
      isFound = false;
      break;
    }
    if (isFound) (isInTitle ? inTitle : elsewhere).push(entry);
  }
  return inTitle.concat(elsewhere);
}

/** Whether all that `words` find was found by `before` already: someone typed on. */
export function isNarrower(words: string[], before: string[]): boolean {
  return (
    before.length > 0 &&
    // Such a word is found anywhere, also where its beginning was not looked for.
    !words.some((word) => unspaced.test(word)) &&
    before.every((known) => words.some((word) => word.startsWith(known)))
  );
}

export type TextPart = { text: string; isMatch: boolean };

/** The text in parts, those that a word found marked. Joined, the parts are the text. */
export function markMatches(text: string, words: string[]): TextPart[] {
  const parts: TextPart[] = [];
  const add = (piece: string, isMatch: boolean) => {
    const last = parts.at(-1);
    if (piece === '') return;
    if (last?.isMatch === isMatch) last.text += piece;
    else parts.push({ text: piece, isMatch });
  };
  let at = 0;
  for (const { 0: found, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    add(text.slice(at, index), false);
    const [start, end] = matchWithin(found, words);
    add(found.slice(0, start), false);
    add(found.slice(start, end), true);
    add(found.slice(end), false);
    at = index + found.length;
  }
  add(text.slice(at), false);
  return parts;
}

/** Where the longest of the words lies in one word of a text, in its own characters; empty when none does. */
function matchWithin(found: string, words: string[]): [number, number] {
  // A word is folded alike the short way, and most of those looked at here hold no match.
  const folded = (foldLatin(found) ?? foldAny(found)).trim();
  if (!words.some((word) => folded.includes(word))) return [0, 0];
  const characters = [...found.matchAll(/\P{M}\p{M}*/gu)].map(({ 0: text, index }) => ({
    index,
    end: index + text.length,
  }));
  let best: [number, number] = [0, 0];
  for (const word of words) {
    const position = unspaced.test(word) ? folded.indexOf(word) : folded.startsWith(word) ? 0 : -1;
    if (position < 0) continue;
    // A character may fold to several (œ), so the folded position is found by folding what stands before it.
    const start = characters.findLast(({ index }) => foldText(found.slice(0, index)).length <= position)?.index ?? 0;
    const end = characters.find((c) => foldText(found.slice(0, c.end)).length >= position + word.length)?.end;
    if (end !== undefined && end - start > best[1] - best[0]) best = [start, end];
  }
  return best;
}
