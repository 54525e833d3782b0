import { describe, expect, it } from 'vitest';
import { readFreshness, readRetryAfter } from './answer-times.ts';

const now = Date.UTC(2026, 5, 17, 9, 30);
const hourMs = 3_600_000;

describe('readFreshness', () => {
  it.each([
    [{}, null],
    [{ 'cache-control': 'no-store' }, null],
    [{ 'cache-control': 'public, max-age=60' }, 60_000],
    [{ 'cache-control': 'max-age="90"' }, 90_000],
    [{ 'cache-control': 'x-max-age=5' }, null],
    [{ expires: 'Wed, 10 Jun 2026 09:00:00 GMT', date: 'Wed, 10 Jun 2026 08:00:00 GMT' }, hourMs],
    [{ expires: '0', date: 'Wed, 10 Jun 2026 08:00:00 GMT' }, 0],
    [{ expires: 'Wed, 10 Jun 2026 09:00:00 GMT' }, null],
  ])('reads %o', (headers: Record<string, string>, expected) =>
    expect(readFreshness((name) => headers[name] ?? null)).toBe(expected),
  );
});

describe('readRetryAfter', () => {
  it.each([
    [null, null],
    ['', null],
    ['soon', null],
    ['120', 120_000],
    ['-5', 0],
    [new Date(now + hourMs).toUTCString(), hourMs],
    [new Date(now - hourMs).toUTCString(), 0],
  ])('reads “%s”', (value, expected) => expect(readRetryAfter(value, now)).toBe(expected));
});
