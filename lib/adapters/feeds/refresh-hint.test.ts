import { describe, expect, it } from 'vitest';
import { refreshAfter } from './refresh-hint.ts';

describe('refreshAfter', () => {
  it.each([
    [60, undefined, 3_600_000],
    [undefined, { updatePeriod: 'hourly' }, 3_600_000],
    [undefined, { updatePeriod: ' Hourly\n', updateFrequency: 2 }, 1_800_000],
    [undefined, { updateFrequency: 24 }, 3_600_000],
    [30, { updatePeriod: 'weekly' }, 1_800_000],
    [0, { updatePeriod: 'daily' }, 86_400_000],
    [-1, undefined, null],
    [Number.NaN, undefined, null],
    [undefined, { updatePeriod: 'sometimes' }, null],
    [undefined, { updatePeriod: 'daily', updateFrequency: 0 }, null],
    [undefined, {}, null],
    [undefined, undefined, null],
  ])('ttl %s and %o ask for %s ms', (ttl, sy, ms) => {
    expect(refreshAfter(ttl, sy)).toBe(ms);
  });
});
