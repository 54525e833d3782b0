import { describe, expect, it } from 'vitest';
import { pollIntervalMs } from './poll-interval.ts';

const minute = 60_000;

describe('pollIntervalMs', () => {
  it.each([
    [null, null, 15],
    [minute, null, 15],
    [30 * minute, null, 30],
    [30 * minute, 60 * minute, 60],
    [120 * minute, 60 * minute, 120],
    [null, 7 * 24 * 60 * minute, 24 * 60],
    [Number.MAX_SAFE_INTEGER, null, 24 * 60],
    [0, 0, 15],
  ])('after an answer that holds %s ms of a feed that asks for %s ms, waits %s minutes', (fresh, refresh, minutes) => {
    expect(pollIntervalMs({ freshForMs: fresh, refreshAfterMs: refresh }, 0)).toBe(minutes * minute);
  });

  it('spreads by a fifth', () => {
    expect(pollIntervalMs({ freshForMs: null, refreshAfterMs: null }, 1)).toBe(18 * minute);
  });
});
