import { markMatches } from '../../lib/domain/search.ts';

/** A text with what was searched marked in it. */
export function MarkedText({ text, words }: { text: string; words: string[] }) {
  return (
    <>
      {markMatches(text, words).map((part, i) =>
        part.isMatch ? (
          <mark key={i} class="r-match">
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </>
  );
}

/** Shown before the match, so that it is read in its sentence. */
const leadLength = 40;

/** The part of a summary that holds what the title does not; null when the title says it all. */
export function snippetOf(title: string, summary: string, words: string[]): string | null {
  const has = (text: string) => markMatches(text, words).some((part) => part.isMatch);
  if (has(title) || summary === '') return null;
  const before = markMatches(summary, words);
  const first = before.findIndex((part) => part.isMatch);
  if (first < 0) return null;
  const at = before.slice(0, first).reduce((length, part) => length + part.text.length, 0);
  if (at <= leadLength) return summary;
  const start = summary.indexOf(' ', at - leadLength);
  return `… ${summary.slice(start < 0 || start > at ? at : start + 1)}`;
}
