import { describe, expect, it } from 'vitest';
import { snoozeTimes } from './snooze.ts';

const at = (day: number, hour = 15) => new Date(2026, 10, day, hour).getTime();

describe('snoozeTimes', () => {
  it.each([
    ['a Wednesday', at(18), { tomorrow: at(19, 8), monday: at(23, 8), next_week: at(25, 8) }],
    ['a Sunday, when Monday is tomorrow', at(22), { tomorrow: at(23, 8), next_week: at(29, 8) }],
    ['a Monday, when Monday is in a week', at(23), { tomorrow: at(24, 8), monday: at(30, 8) }],
    ['a Saturday', at(21), { tomorrow: at(22, 8), monday: at(23, 8), next_week: at(28, 8) }],
    ['just after midnight', at(18, 0), { tomorrow: at(19, 8), monday: at(23, 8), next_week: at(25, 8) }],
  ])('on %s', (_name, now, expected) => {
    expect(Object.fromEntries(snoozeTimes(now).map(({ choice, until }) => [choice, until]))).toEqual(expected);
  });
});
