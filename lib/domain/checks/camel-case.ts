import { foldTerm } from './folded-text.ts';

/** Past this many letters, a hashtag without a capital inside is several words, even if none is known. */
const longBodyLength = 15;
const shortestWordLength = 2;

/**
 * How a hashtag should be written so that a screen reader says its words: `IndustryWeek` for
 * `industryweek`. Null when it is well as it is; `suggestion` is null when its words are not known.
 * `spellings` are known hashtags, `vocabulary` words that it may be made of.
 */
export function camelCaseProblem(
  body: string,
  spellings: string[],
  vocabulary: ReadonlySet<string>,
): { suggestion: string | null } | null {
  // A capital after a small letter, an underscore or a digit already parts the words; some scripts have no capitals.
  if (/[\p{Ll}\p{N}_·][\p{Lu}]|_/u.test(body) || !/\p{Ll}|\p{Lu}/u.test(body)) return null;
  const known = spellings
    .map((spelling) => spelling.replace(/^[#＃]/, ''))
    .find((spelling) => foldTerm(spelling) === foldTerm(body));
  if (known !== undefined) return known === body || !/\p{Ll}\p{Lu}/u.test(known) ? null : { suggestion: known };
  const words = splitWords(body, vocabulary);
  if (words !== null) return { suggestion: words.map(capitalised).join('') };
  return [...body].length >= longBodyLength ? { suggestion: null } : null;
}

function capitalised(word: string): string {
  const [first = '', ...rest] = [...word];
  return first.toLocaleUpperCase() + rest.join('').toLocaleLowerCase();
}

/** The body as two or more words of the vocabulary, the fewest there can be; null when it is none. */
function splitWords(body: string, vocabulary: ReadonlySet<string>): string[] | null {
  const letters = [...body];
  if (letters.length > 60 || vocabulary.has(foldTerm(body))) return null;
  const best: (string[] | undefined)[] = [[]];
  for (let end = shortestWordLength; end <= letters.length; end += 1) {
    for (let start = 0; start <= end - shortestWordLength; start += 1) {
      const before = best[start];
      if (before === undefined) continue;
      const word = letters.slice(start, end).join('');
      if (!vocabulary.has(foldTerm(word))) continue;
      if (before.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY)) best[end] = [...before, word];
    }
  }
  const words = best[letters.length];
  return words !== undefined && words.length > 1 ? words : null;
}
