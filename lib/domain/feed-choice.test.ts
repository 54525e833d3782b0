import { describe, expect, it } from 'vitest';
import { isPlain, noFilter, plainChoice } from './feed-choice.ts';

describe('isPlain', () => {
  it.each([
    ['the whole list', plainChoice, true],
    ['blanks in the search field', { ...plainChoice, search: '  ' }, true],
    ['a search', { ...plainChoice, search: 'heat' }, false],
    ['another view', { ...plainChoice, view: 'soon' as const }, false],
    ['a filter', { ...plainChoice, filter: { ...noFilter, sourceId: 'blog' } }, false],
  ])('%s: %#', (_name, choice, expected) => {
    expect(isPlain(choice)).toBe(expected);
  });
});
