import { describe, expect, it } from 'vitest';
import { type BlockChange, diffBlocks, diffText, hasChanges, type TextBlock } from './text-diff.ts';

const paragraphs = (...texts: string[]): TextBlock[] => texts.map((text) => ({ kind: 'paragraph', text }));
const signs = { same: '', added: '+', removed: '-' };
const told = (changes: BlockChange[]) =>
  changes.map(({ kind, parts }) => `${kind}: ${parts.map((part) => signs[part.kind] + part.text).join('|')}`);
const words = (before: string, after: string) =>
  diffText(before, after).map((part) => signs[part.kind] + part.text.trim());

describe('diffBlocks', () => {
  it('compares the words of a reworded block, and keeps the others whole', () => {
    const before = paragraphs('You are free.', 'The hashtag #MaisonLumen is enough.', 'Be accurate.');
    const after = paragraphs('You are free.', 'The hashtag #TeamLumen is enough.', 'Answer calmly.', 'Be accurate.');
    expect(told(diffBlocks(before, after))).toEqual([
      'same: You are free.',
      'reworded: The hashtag #|-MaisonLumen|+TeamLumen| is enough.',
      'added: +Answer calmly.',
      'same: Be accurate.',
    ]);
  });

  it('shows a block that has little in common with any other as gone, and the new one as new', () => {
    expect(told(diffBlocks(paragraphs('Prices stay here.'), paragraphs('The leaderboard is a choice.')))).toEqual([
      'removed: -Prices stay here.',
      'added: +The leaderboard is a choice.',
    ]);
  });

  it('does not match a heading with a paragraph of the same words', () => {
    const changes = diffBlocks(paragraphs('Points'), [{ kind: 'heading', text: 'Points' }]);
    expect(changes.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  it.each([
    ['both empty', [], [], []],
    ['a first version', [], ['A'], ['added']],
    ['all withdrawn', ['A'], [], ['removed']],
  ])('handles %s', (_, before, after, kinds) => {
    expect(diffBlocks(paragraphs(...before), paragraphs(...after)).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('gives both versions back, whatever was done', () => {
    const vocabulary = ['share', 'your', 'own', 'words', ',', 'l’atelier', 'never', '87\u00a0%', '#TeamLumen', '.'];
    // A linear generator: the same texts at each run.
    let seed = 7;
    const pick = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const text = () => Array.from({ length: 1 + pick(12) }, () => vocabulary[pick(vocabulary.length)]).join(' ');
    for (let round = 0; round < 300; round++) {
      const before = paragraphs(...Array.from({ length: pick(6) }, text));
      const after = paragraphs(...before.filter(() => pick(3) > 0).map(({ text: old }) => (pick(2) ? old : text())));
      const changes = diffBlocks(before, after);
      const side = (without: string) =>
        changes
          .map(({ parts }) => parts.flatMap(({ kind, text: part }) => (kind === without ? [] : [part])).join(''))
          .filter((joined) => joined !== '');
      const bare = (texts: string[]) => texts.map((value) => value.replace(/\s+/g, ''));
      expect(bare(side('removed'))).toEqual(bare(after.map(({ text: value }) => value)));
      expect(bare(side('added'))).toEqual(bare(before.map(({ text: value }) => value)));
    }
  });

  it('takes a text of any size in its stride', () => {
    const long = (word: string) => paragraphs(...Array.from({ length: 900 }, (_, i) => `${word} ${i}`));
    expect(diffBlocks(long('one'), long('two'))).toHaveLength(1800);
    const huge = (word: string) => paragraphs(`${word} and `.repeat(6000));
    expect(diffBlocks(huge('left'), huge('right'))).toHaveLength(1);
    const many = (word: string) => paragraphs(...Array.from({ length: 16_000 }, () => word));
    expect(
      diffBlocks(many('a'), [...many('a'), ...paragraphs('b')]).filter(({ kind }) => kind !== 'same'),
    ).toHaveLength(1);
  });
});

describe('diffText', () => {
  it.each([
    ['counts 15 points.', 'counts 10 points.', ['counts', '-15', '+10', 'points.']],
    ['l’accès à vos comptes', 'l’accès à vos messages', ['l’accès à vos', '-comptes', '+messages']],
    [
      'prices, clients, projects.',
      'prices, clients, projects, patents.',
      ['prices, clients, projects', '+, patents', '.'],
    ],
    ['It shows your name of old', 'It hides all name of old', ['It', '-shows your', '+hides all', 'name of old']],
    // A word as short as "a", kept between two changes, would be read as a crumb.
    ['red a blue house', 'green a brown house', ['-red a blue', '+green a brown', 'house']],
  ])('of “%s” and “%s”', (before, after, parts) => {
    expect(words(before, after)).toEqual(parts);
  });
});

describe('hasChanges', () => {
  it.each([
    ['Same.', 'Same.', false],
    ['Vraiment ?', 'Vraiment\u00a0?', false],
    ['Same.', 'Other.', true],
  ])('of “%s” and “%s” is %s', (before, after, changed) => {
    expect(hasChanges(diffBlocks(paragraphs(before), paragraphs(after)))).toBe(changed);
  });
});
