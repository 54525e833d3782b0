import { describe, expect, it } from 'vitest';
import { filterJournal, isFiltered, type JournalFilter, type JournalIndexEntry, noFilter } from './journal-filter.ts';
import { searchText } from './search.ts';

const now = Date.UTC(2026, 10, 22, 12);
const dayMs = 86_400_000;
const entry = (
  id: string,
  values: Partial<JournalIndexEntry> & { heading?: string; words?: string } = {},
): JournalIndexEntry => {
  const { heading = '', words = '', ...rest } = values;
  return {
    table: 'share',
    id,
    kind: 'share',
    at: now - dayMs,
    places: ['network:x'],
    states: ['published'],
    title: searchText(heading),
    rest: searchText(words),
    ...rest,
  };
};
const entries = [
  entry('heat', { heading: 'Chaleur récupérée à Roubaix', words: 'Fière de l’équipe', at: now - 2 * dayMs }),
  entry('open', { states: ['opened'], places: ['network:linkedin'], heading: 'Un œil sur la nuit' }),
  entry('comment', { kind: 'comment', at: now - 40 * dayMs, states: ['dismissed'], words: 'équipe' }),
  entry('spot', {
    kind: 'spot',
    table: 'spot',
    at: now - 100 * dayMs,
    places: ['group:Veille', 'group:R&D'],
    states: ['delivered', 'refused'],
  }),
  entry('old', { at: new Date(2024, 11, 31, 23, 59).getTime() }),
];

describe('filterJournal', () => {
  it.each<[string, Partial<JournalFilter>, string[]]>([
    ['nothing', {}, ['open', 'heat', 'comment', 'spot', 'old']],
    ['words without accents, newest first', { words: 'EQUIPE' }, ['heat', 'comment']],
    ['all the words', { words: 'roubaix fiere' }, ['heat']],
    ['a ligature', { words: 'oeil' }, ['open']],
    ['a kind', { kind: 'comment' }, ['comment']],
    ['a network', { place: 'network:linkedin' }, ['open']],
    ['a group', { place: 'group:R&D' }, ['spot']],
    ['a state', { state: 'opened' }, ['open']],
    ['a state of one group', { state: 'refused' }, ['spot']],
    ['thirty days', { period: 'month' }, ['open', 'heat']],
    ['three months', { period: 'quarter' }, ['open', 'heat', 'comment']],
    ['twelve months', { period: 'twelve_months' }, ['open', 'heat', 'comment', 'spot']],
    ['a calendar year, to its last minute', { period: 'year:2024' }, ['old']],
    ['a year and words', { period: 'year:2026', words: 'nuit' }, ['open']],
  ])('by %s', (_, filter, ids) => {
    expect(filterJournal(entries, { ...noFilter, ...filter }, now).map(({ id }) => id)).toEqual(ids);
  });
});

describe('isFiltered', () => {
  it.each<[Partial<JournalFilter>, boolean]>([
    [{}, false],
    [{ words: ' — ' }, false],
    [{ words: 'a' }, true],
    [{ kind: 'spot' }, true],
    [{ period: 'month' }, true],
  ])('%j: %s', (filter, expected) => {
    expect(isFiltered({ ...noFilter, ...filter })).toBe(expected);
  });
});
