import { describe, expect, it } from 'vitest';
import { errorCodes } from './errors.ts';
import { isRetriable, retryDelayMs } from './retry.ts';

const hour = 3_600_000;

describe('retryDelayMs', () => {
  it.each([
    [1, 0, 30_000],
    [1, 1, 60_000],
    [2, 1, 120_000],
    [4, 0.5, 255_000],
    [10, 1, 6 * hour],
    [10, 0, 30_000],
    [1000, 1, 6 * hour],
    [0, 1, 60_000],
  ])('after %i sends, with a chance of %f, waits %i ms', (attempts, random, expected) => {
    expect(retryDelayMs(attempts, random)).toBe(expected);
  });

  it.each([
    [120_000, 0, 120_000],
    [120_000, 1, 150_000],
    [1000, 0.5, 45_000],
    [-5, 0, 30_000],
    [Number.NaN, 0, 30_000],
    [365 * 24 * hour, 0, 24 * hour],
  ])('asked to wait %i ms, with a chance of %f, waits %i ms', (retryAfterMs, random, expected) => {
    expect(retryDelayMs(1, random, retryAfterMs)).toBe(expected);
  });
});

describe('isRetriable', () => {
  it('tries again by itself only what time may mend', () => {
    expect(errorCodes.filter(isRetriable)).toEqual([
      'conflict',
      'network_unreachable',
      'rate_limited',
      'server_error',
      'timed_out',
      'unexpected_answer',
      'unknown',
    ]);
  });
});
