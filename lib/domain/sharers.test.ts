import { describe, expect, it } from 'vitest';
import { sharerStep, sharersThreshold } from './sharers.ts';

describe('sharerStep', () => {
  it.each([
    [0, 0],
    [sharersThreshold - 1, 0],
    [sharersThreshold, 5],
    [9, 5],
    [10, 10],
    [19, 10],
    [77, 50],
    [1000, 1000],
    [12_000, 1000],
  ])('tells of %d people as %d', (count, expected) => {
    expect(sharerStep(count)).toBe(expected);
  });
});
