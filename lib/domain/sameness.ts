import { ownWords } from './checks/text-facts.ts';

/** A post of this employee, from the journal. */
export type PastPost = { text: string; at: number };

/** What a text resembles: a proposal of the company, or a post of one's own, with when that was. */
export type Sameness = { to: 'proposal' } | { to: 'past'; at: number };

/** Below it, two texts about one subject share as much by chance. */
const alike = 0.6;
const shingleLength = 3;
/** A greeting, a headline: too short to be anyone's. */
const fewestWords = 6;

/**
 * Whether a text is nearly one that exists, by the share of word triples that both have (Jaccard).
 * Word for word as proposed is `own_words`, a check with its own sentence, so it is not said here twice.
 */
export function samenessOf(text: string, known: { proposals: string[]; past: PastPost[] }): Sameness | null {
  const words = wordsOf(text);
  if (words.length < fewestWords) return null;
  const own = shingles(words);
  const nearPast = known.past.find((post) => likeness(own, shingles(wordsOf(post.text))) >= alike);
  if (nearPast !== undefined) return { to: 'past', at: nearPast.at };
  const written = words.join(' ');
  const near = known.proposals
    .map(wordsOf)
    .some((proposal) => proposal.join(' ') !== written && likeness(own, shingles(proposal)) >= alike);
  return near ? { to: 'proposal' } : null;
}

/** Scripts without spaces between words count each character as one. */
function wordsOf(text: string): string[] {
  return (
    ownWords(text)
      .toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

function shingles(words: string[]): Set<string> {
  if (words.length < shingleLength) return new Set([words.join(' ')]);
  return new Set(words.slice(shingleLength - 1).map((_, i) => words.slice(i, i + shingleLength).join(' ')));
}

/** 0 to 1: what both have, of all that either has. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const shingle of a) if (b.has(shingle)) common += 1;
  return common === 0 ? 0 : common / (a.size + b.size - common);
}
