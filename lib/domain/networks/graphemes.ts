const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What people see as characters: a flag, a family or a letter with its accents is one. Half an emoji is one too. */
export function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text.toWellFormed()), ({ segment }) => segment);
}

/** Counts without a list: a post may be as long as someone can paste. */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text.toWellFormed())) count += 1;
  return count;
}
