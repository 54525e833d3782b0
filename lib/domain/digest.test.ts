import { describe, expect, it } from 'vitest';
import { isDigestDue, officeHours } from './digest.ts';

/** A local instant: 22 November 2026 is a Sunday. */
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();

describe('isDigestDue', () => {
  it.each([
    ['Monday at nine', at(23, 9), true],
    ['Monday before nine', at(23, 8, 59), false],
    ['Monday at the last minute', at(23, 17, 59), true],
    ['Monday at six in the evening', at(23, 18), false],
    ['Sunday', at(22, 10), false],
    ['Friday', at(27, 10), true],
  ])('in office hours, on %s: %s', (_, now, expected) => {
    expect(isDigestDue(officeHours, now, null)).toBe(expected);
  });

  it.each([
    ['an hour ago', at(23, 9), at(23, 10), false],
    ['this morning', at(23, 9), at(23, 17, 59), false],
    ['yesterday', at(23, 17, 50), at(24, 9), true],
    ['last week', at(18, 10), at(23, 9), true],
  ])('after one %s', (_, lastAt, now, expected) => {
    expect(isDigestDue(officeHours, now, lastAt)).toBe(expected);
  });

  const nights = { fromHour: 22, toHour: 6, days: [5] };
  it.each([
    ['Friday night', at(27, 23), null, true],
    ['the morning after it', at(28, 5), null, true],
    ['the same night, before and after midnight', at(28, 0, 30), at(27, 23), false],
    ['Friday morning', at(27, 5), null, false],
    ['Saturday night', at(28, 23), null, false],
  ])('over midnight, on %s', (_, now, lastAt, expected) => {
    expect(isDigestDue(nights, now, lastAt)).toBe(expected);
  });

  it('never without days, always with all of them', () => {
    expect(isDigestDue({ fromHour: 0, toHour: 24, days: [] }, at(23, 10), null)).toBe(false);
    expect(isDigestDue({ fromHour: 0, toHour: 24, days: [0, 1, 2, 3, 4, 5, 6] }, at(22, 23, 59), null)).toBe(true);
  });
});
