import { foldText } from '../fold-text.ts';

/**
 * A text as rules compare it (`foldText`: case, accents, typographic apostrophes ignored; white space
 * folded; characters that cannot be seen left out), with the way back to the text as written.
 */
export type FoldedText = {
  folded: string;
  /** Offsets in the text as written, per UTF-16 unit of `folded`. */
  starts: number[];
  ends: number[];
};

export type Range = { start: number; end: number };

const wordCharacter = /[\p{L}\p{N}_]/u;
/** Written without spaces between words: a word of these has no edge to look at. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const invisible = /[\p{Default_Ignorable_Code_Point}\p{M}]/u;
const space = /\s/u;

const known = new Map<string, string>();

/** One character, folded: several, or none when it cannot be seen by itself. */
function foldCharacter(character: string): string {
  const cached = known.get(character);
  if (cached !== undefined) return cached;
  const folded = space.test(character)
    ? ' '
    : invisible.test(character)
      ? ''
      : foldText(character)
          .replace(/ς/g, 'σ')
          .replace(/[‐‑‒–—−]/g, '-');
  // A language needs some hundreds; whoever writes them all in turn is not remembered.
  if (known.size < 5000) known.set(character, folded);
  return folded;
}

export function foldWithOffsets(text: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  let offset = 0;
  for (const character of text) {
    const end = offset + character.length;
    const piece = foldCharacter(character);
    const repeatsSpace = piece === ' ' && folded.endsWith(' ');
    if (piece === '' || repeatsSpace) {
      // An accent written apart, or a second space, belongs to what it follows.
      if (ends.length > 0 && (repeatsSpace || !folded.endsWith(' '))) ends[ends.length - 1] = end;
    } else {
      for (let unit = 0; unit < piece.length; unit += 1) {
        starts.push(offset);
        ends.push(end);
      }
      folded += piece;
    }
    offset = end;
  }
  return { folded, starts, ends };
}

/** A term in the form it is looked for. */
export function foldTerm(term: string): string {
  return foldWithOffsets(term).folded.trim();
}

/** Offsets of the text as written, from offsets of its folded form. */
export function unfoldRange({ starts, ends }: FoldedText, start: number, end: number): Range {
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 };
}

/** Where a folded term stands in a text, as whole words. */
export function findTerm(text: FoldedText, term: string): Range[] {
  const found: Range[] = [];
  if (term === '') return found;
  const { folded } = text;
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
    const end = at + term.length;
    if (isEdge(folded, at) && isEdge(folded, end)) found.push(unfoldRange(text, at, end));
  }
  return found;
}

/** Whether a word may begin or end here: not between two characters of one word. */
export function isEdge(folded: string, at: number): boolean {
  if (at <= 0 || at >= folded.length) return true;
  const [before, after] = [characterBefore(folded, at), String.fromCodePoint(folded.codePointAt(at) ?? 32)];
  if (!wordCharacter.test(before) || !wordCharacter.test(after)) return true;
  return unspaced.test(before) || unspaced.test(after);
}

export function isWordCharacter(character: string): boolean {
  return wordCharacter.test(character);
}

function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  return text.slice(at - (isLow ? 2 : 1), at);
}
