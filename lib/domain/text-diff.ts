import { diffWords } from 'diff';

/**
 * What changed between two versions of a guideline, for someone who reads it once: blocks (paragraphs,
 * headings, list items) are matched first, then the words of those that were reworded.
 */
export type TextBlock = { kind: 'heading' | 'paragraph' | 'item'; text: string };

export type TextPart = { kind: 'same' | 'added' | 'removed'; text: string };

/** `reworded` holds the parts of both versions; the others, one part. */
export type BlockChange = { kind: 'same' | 'added' | 'removed' | 'reworded'; block: TextBlock; parts: TextPart[] };

/** Two blocks with less in common than this read better as one gone and one new. */
const leastLikeness = 0.4;
/** Beyond it, words are not compared: a text written anew shares nothing worth showing. */
const mostEdits = 600;
/** Beyond it (hundreds of blocks, all changed) blocks are not matched: time and room grow with the square. */
const mostPairs = 40_000;

/** The blocks of `after` and the lost ones of `before`, in reading order. */
export function diffBlocks(before: TextBlock[], after: TextBlock[]): BlockChange[] {
  const changes: BlockChange[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of pairs(before, after)) {
    changes.push(...before.slice(i, a).map(removed), ...after.slice(j, b).map(added));
    const [old, block] = [before[a], after[b]];
    if (old !== undefined && block !== undefined) changes.push(compare(old, block));
    [i, j] = [a + 1, b + 1];
  }
  return [...changes, ...before.slice(i).map(removed), ...after.slice(j).map(added)];
}

/** Whether anything differs that a reader would see. */
export function hasChanges(changes: BlockChange[]): boolean {
  return changes.some((change) => change.kind !== 'same');
}

const added = (block: TextBlock): BlockChange => ({
  kind: 'added',
  block,
  parts: [{ kind: 'added', text: block.text }],
});
const removed = (block: TextBlock): BlockChange => ({
  kind: 'removed',
  block,
  parts: [{ kind: 'removed', text: block.text }],
});

function compare(before: TextBlock, after: TextBlock): BlockChange {
  if (before.text === after.text) return { kind: 'same', block: after, parts: [{ kind: 'same', text: after.text }] };
  const parts = diffText(before.text, after.text);
  return { kind: parts.every((part) => part.kind === 'same') ? 'same' : 'reworded', block: after, parts };
}

/** The words of two texts that have much in common; a new kind of space alone is no change. */
export function diffText(before: string, after: string): TextPart[] {
  const changes = diffWords(before, after, { maxEditLength: mostEdits });
  if (changes === undefined) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return joinCrumbs(
    changes.map(({ value, added: isNew, removed: isOld }) => ({
      kind: isNew ? 'added' : isOld ? 'removed' : 'same',
      text: value,
    })),
  );
}

/** Kept between two changes, this little is harder to read than one longer change. */
const isCrumb = (text: string) => text.trim().length <= 3;

/** Makes "~~a~~ **b** of ~~c~~ **d**" into one removed and one added run. */
function joinCrumbs(parts: TextPart[]): TextPart[] {
  const joined: TextPart[] = [];
  let [gone, come] = ['', ''];
  const flush = () => {
    if (gone !== '') joined.push({ kind: 'removed', text: gone });
    if (come !== '') joined.push({ kind: 'added', text: come });
    [gone, come] = ['', ''];
  };
  for (const [i, { kind, text }] of parts.entries()) {
    if (kind === 'removed') gone += text;
    else if (kind === 'added') come += text;
    else if (gone !== '' && come !== '' && i < parts.length - 1 && isCrumb(text)) {
      gone += text;
      come += text;
    } else {
      flush();
      joined.push({ kind, text });
    }
  }
  flush();
  return joined;
}

/** The blocks that belong together, in order in both: equal ones at both ends, then the likeliest in between. */
function pairs(before: TextBlock[], after: TextBlock[]): [number, number][] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(before[start], after[start])) start++;
  let end = 0;
  while (end < shorter - start && isSame(before.at(-1 - end), after.at(-1 - end))) end++;
  const middle = likeliest(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return [
    ...range(start).map((i): [number, number] => [i, i]),
    ...middle.map(([a, b]): [number, number] => [start + a, start + b]),
    ...range(end).map((i): [number, number] => [before.length - end + i, after.length - end + i]),
  ];
}

const range = (length: number) => Array.from({ length }, (_, i) => i);
const isSame = (a: TextBlock | undefined, b: TextBlock | undefined) => a?.kind === b?.kind && a?.text === b?.text;

/** The pairing whose likenesses add up to the most. */
function likeliest(before: TextBlock[], after: TextBlock[]): [number, number][] {
  if (before.length * after.length > mostPairs) return [];
  const [oldWords, newWords] = [before.map(wordsOf), after.map(wordsOf)];
  const likeness = (a: number, b: number): number => {
    if (before[a]?.kind !== after[b]?.kind) return 0;
    if (isSame(before[a], after[b])) return 1;
    const value = dice(oldWords[a], newWords[b]);
    return value < leastLikeness ? 0 : value;
  };
  const width = after.length + 1;
  // best[a * width + b]: the most that the blocks from `a` and from `b` on can have in common.
  const best = new Float64Array((before.length + 1) * width);
  const at = (a: number, b: number) => best[a * width + b] ?? 0;
  const gain = (a: number, b: number) => {
    const value = likeness(a, b);
    return value === 0 ? 0 : value + at(a + 1, b + 1);
  };
  for (let a = before.length - 1; a >= 0; a--) {
    for (let b = after.length - 1; b >= 0; b--) {
      best[a * width + b] = Math.max(at(a + 1, b), at(a, b + 1), gain(a, b));
    }
  }
  const found: [number, number][] = [];
  let [a, b] = [0, 0];
  while (a < before.length && b < after.length) {
    if (at(a, b) > 0 && at(a, b) === gain(a, b)) found.push([a++, b++]);
    else if (at(a, b) === at(a + 1, b)) a++;
    else b++;
  }
  return found;
}

function wordsOf({ text }: TextBlock): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Twice the words in common over the words of both: 1 for the same words, 0 for none. */
function dice(left: Map<string, number> = new Map(), right: Map<string, number> = new Map()): number {
  const size = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const total = size(left) + size(right);
  if (total === 0) return 0;
  let common = 0;
  for (const [word, count] of left) common += Math.min(count, right.get(word) ?? 0);
  return (2 * common) / total;
}
