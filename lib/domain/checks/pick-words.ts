import type { Words } from './check.ts';

/** The words in a language, else in any: an employee reads something rather than nothing. */
export function pickWords(words: Words, language: string): string {
  if (typeof words === 'string') return words;
  const primary = language.split('-')[0]?.toLowerCase();
  const tags = Object.keys(words);
  const tag =
    tags.find((one) => one.toLowerCase() === language.toLowerCase()) ??
    tags.find((one) => one.split('-')[0]?.toLowerCase() === primary) ??
    tags[0];
  return tag === undefined ? '' : (words[tag] ?? '');
}
