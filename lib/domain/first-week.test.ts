import { describe, expect, it } from 'vitest';
import { type FirstWeekFacts, firstWeek } from './first-week.ts';

const day = 86_400_000;
const nothing: FirstWeekFacts = {
  startedAt: null,
  hasCharter: true,
  hasCards: true,
  hasGroups: true,
  acknowledged: false,
  readCard: false,
  keptItem: false,
  shared: false,
  spotted: false,
};
const told = (facts: Partial<FirstWeekFacts>, now = day) =>
  firstWeek({ ...nothing, ...facts }, now)
    ?.map(({ gesture, done }) => `${gesture}${done ? '✓' : ''}`)
    .join(' ');

describe('firstWeek', () => {
  it.each([
    ['a newcomer with all to do', {}, 'source charter keep share spot'],
    ['what was done', { startedAt: 0, acknowledged: true, spotted: true }, 'source✓ charter✓ keep share spot✓'],
    ['a card in the place of a charter', { hasCharter: false, readCard: true }, 'source card✓ keep share spot'],
    ['a card where there is no group', { startedAt: 0, hasGroups: false }, 'source✓ charter card keep share'],
    [
      'a plain feed, which has neither',
      { startedAt: 0, hasCharter: false, hasCards: false, hasGroups: false },
      'source✓ keep share',
    ],
  ])('offers %s', (_, facts, steps) => {
    expect(told(facts)).toBe(steps);
  });

  it('is over once all is done, whatever the spare card', () => {
    expect(told({ startedAt: 0, acknowledged: true, keptItem: true, shared: true, spotted: true })).toBeUndefined();
  });

  it('goes of itself after three weeks', () => {
    expect(told({ startedAt: 0 }, 21 * day)).toBe('source✓ charter keep share spot');
    expect(told({ startedAt: 0 }, 21 * day + 1)).toBeUndefined();
  });

  it('waits for as long as nothing is connected', () => {
    expect(told({}, 400 * day)).toBe('source charter keep share spot');
  });
});
