import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from './parse-date.ts';
import { readUsualDate } from './usual-date.ts';

/** Mostly within the bounds of its place, sometimes past them. */
const upTo = (most: number) => fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));
const year = fc.integer({ min: 1960, max: 2110 });
const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Foo'.split(' ');
const days = 'Mon, Tue, Wed, Thu, Fri, Sat, Sun,'.split(' ');

describe('readUsualDate', () => {
  it.each([
    ['Thu, 01 Jan 2026 16:39:00 GMT', '2026-01-01T16:39:00.000Z'],
    ['1 Mar 2026 00:00:00 +0530', '2026-02-28T18:30:00.000Z'],
    ['2026-02-28T23:59:59.123-02:00', '2026-03-01T01:59:59.123Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(new Date(readUsualDate(text) ?? Number.NaN).toISOString()).toBe(instant);
  });

  it.each(['2025-02-29T00:00:00Z', '31 Apr 2026 00:00:00 GMT', '2026-01-01 00:00:00', '1 Mai 2026 00:00:00 GMT', ''])(
    'leaves %j to parseDate',
    (text) => {
      expect(readUsualDate(text)).toBeNull();
    },
  );

  it('says what parseDate says of the same instant written otherwise, or nothing', () => {
    const [clock, zone] = [
      fc.tuple(upTo(25), upTo(62), upTo(61)).map((parts) => parts.join(':')),
      fc.tuple(upTo(13), upTo(61)),
    ];
    const rfc822 = fc
      .tuple(
        fc.constantFrom(...days),
        upTo(32),
        fc.constantFrom(...names),
        year,
        clock,
        fc.constantFrom('+', '-'),
        zone,
      )
      .map(([weekday, d, m, y, time, sign, offset]) => `${weekday} ${d} ${m} ${y} ${time} ${sign}${offset.join('')}`);
    const iso = fc
      .tuple(
        year,
        upTo(13),
        upTo(32),
        clock,
        fc.constantFrom('', '.123', '.999'),
        fc.constantFrom('Z', '+02:00', '-11:30', '+25:00'),
      )
      .map(([y, m, d, time, fraction, offset]) => `${y}-${m}-${d}T${time}${fraction}${offset}`);
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(rfc822, iso), (text) => {
        const instant = readUsualDate(text);
        if (instant === null) return;
        read += 1;
        // A second space, or a lower-case T, is enough to be unusual.
        const unusual = text.includes(', ') ? text.replace(', ', ',  ') : text.toLowerCase();
        expect(readUsualDate(unusual)).toBeNull();
        expect(parseDate(unusual)).toBe(instant);
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(500);
  });
});
