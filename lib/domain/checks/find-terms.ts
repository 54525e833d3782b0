import type { Term } from './check.ts';
import { type FoldedText, findTerm, foldTerm, type Range } from './folded-text.ts';
import { compilePattern, findPattern, type Pattern } from './pattern.ts';
import { pickWords } from './pick-words.ts';

export type Mark = Range & { reason: string | null };

/** Folded words and compiled patterns, kept as long as their term is. */
const compiled = new WeakMap<object, { word: string } | { pattern: Pattern | null }>();
const words = new Map<string, string>();

/** Where the terms stand in a text, each with its reason in the given language. */
export function findTerms(
  terms: readonly Term[],
  text: { written: string; folded: FoldedText },
  language: string,
): Mark[] {
  return terms.flatMap((term) => {
    if (typeof term === 'string') return findTerm(text.folded, foldedWord(term)).map(plainMark);
    const reason = term.reason === undefined ? null : pickWords(term.reason, language);
    const known = compiled.get(term) ?? compileTerm(term);
    compiled.set(term, known);
    if ('word' in known) return findTerm(text.folded, known.word).map((range) => ({ ...range, reason }));
    if (known.pattern === null) return [];
    return findPattern(text.folded, known.pattern, text.written).map((range) => ({ ...range, reason }));
  });
}

export function plainMark({ start, end }: Range): Mark {
  return { start, end, reason: null };
}

function compileTerm(term: Exclude<Term, string>): { word: string } | { pattern: Pattern | null } {
  if ('word' in term) return { word: foldTerm(term.word) };
  const result = compilePattern(term.pattern);
  return { pattern: result.ok ? result.pattern : null };
}

function foldedWord(word: string): string {
  const known = words.get(word) ?? foldTerm(word);
  if (words.size < 5000) words.set(word, known);
  return known;
}
