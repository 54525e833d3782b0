import { describe, expect, it } from 'vitest';
import { beginWith, findBlank } from './openings.ts';

const struck = 'What struck me: […].';
const learned = 'I learned that […].';
const known = [struck, learned];

describe('beginWith', () => {
  it('puts the opening in front and gives the blank to type in', () => {
    const placed = beginWith(struck, 'Proud of the team.', known);
    expect(placed.text).toBe('What struck me: […].\n\nProud of the team.');
    expect(placed.text.slice(placed.start, placed.end)).toBe('[…]');
  });

  it('stands alone where nothing is written', () => {
    expect(beginWith(struck, ' \n', known)).toEqual({ text: struck, start: 16, end: 19 });
  });

  it('replaces an opening that was only tried', () => {
    const tried = beginWith(struck, 'Proud.', known).text;
    expect(beginWith(learned, tried, known).text).toBe('I learned that […].\n\nProud.');
  });

  it('leaves what was filled in', () => {
    expect(beginWith(learned, 'What struck me: the heat.', known).text).toBe(
      'I learned that […].\n\nWhat struck me: the heat.',
    );
  });

  it('puts the caret at the end of an opening without a blank', () => {
    expect(beginWith('Well done!', '', known)).toEqual({ text: 'Well done!', start: 10, end: 10 });
  });
});

describe('findBlank', () => {
  it.each([
    ['I […] it', { start: 2, end: 5 }],
    ['I saw it', null],
    ['', null],
  ])('%j', (text, found) => expect(findBlank(text)).toEqual(found));
});
