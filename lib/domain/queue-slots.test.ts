import { afterAll, describe, expect, it } from 'vitest';
import type { Queue } from './queue.ts';
import { nextSlot, quieterSlot, slotMinutes, tomorrowMorning } from './queue-slots.ts';

const office: Queue = { perDay: 2, fromHour: 9, toHour: 18, days: [1, 2, 3, 4, 5] };
const minuteMs = 60_000;

// Before the tables below, which hold instants: the clocks of Paris change.
const zone = process.env.TZ;
process.env.TZ = 'Europe/Paris';
afterAll(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const at = (month: number, day: number, hour: number, minute = 0) =>
  new Date(2026, month - 1, day, hour, minute).getTime();
const words = (instant: number) => new Date(instant).toLocaleString('en-GB', { timeZone: 'Europe/Paris' });

describe('slotMinutes', () => {
  it.each<[string, Partial<Queue>, string[]]>([
    ['two a day', {}, ['9:15', '13:45']],
    ['one a day', { perDay: 1 }, ['9:15']],
    ['three a day', { perDay: 3 }, ['9:15', '12:15', '15:15']],
    ['more than an hour holds', { perDay: 5, fromHour: 12, toHour: 13 }, ['12:15', '12:30', '12:45']],
    ['hours over midnight, which end there', { fromHour: 20, toHour: 2 }, ['20:15', '22:15']],
    ['the last hour of the day', { perDay: 1, fromHour: 23, toHour: 24 }, ['23:15']],
  ])('%s', (_, changes, expected) => {
    const minutes = slotMinutes({ ...office, ...changes });
    expect(minutes.map((minute) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`)).toEqual(
      expected,
    );
  });
});

describe('nextSlot', () => {
  // 23 November 2026 is a Monday.
  it.each<[string, number, number[], Partial<Queue>, number]>([
    ['later today', at(11, 23, 10), [], {}, at(11, 23, 13, 45)],
    ['not within the next minutes', at(11, 23, 13, 40), [], {}, at(11, 24, 9, 15)],
    ['tomorrow, after hours', at(11, 23, 20), [], {}, at(11, 24, 9, 15)],
    ['on Monday, from a Friday evening', at(11, 20, 19), [], {}, at(11, 23, 9, 15)],
    ['after what is planned', at(11, 23, 8), [at(11, 23, 9, 15)], {}, at(11, 23, 13, 45)],
    ['on another day when two are planned', at(11, 23, 8), [at(11, 23, 11), at(11, 23, 17)], {}, at(11, 24, 9, 15)],
    ['away from a time chosen by hand', at(11, 23, 8), [at(11, 23, 10)], {}, at(11, 23, 13, 45)],
    ['on the only day chosen', at(11, 23, 8), [], { days: [0] }, at(11, 29, 9, 15)],
    ['a week on, where that day is full', at(11, 23, 8), [at(11, 29, 9)], { days: [0], perDay: 1 }, at(12, 6, 9, 15)],
    ['past what an absence left behind', at(12, 23, 8), [at(11, 23, 9, 15), at(11, 23, 13, 45)], {}, at(12, 23, 9, 15)],
  ])('is %s', (_, now, planned, changes, expected) => {
    expect(words(nextSlot(planned, { ...office, ...changes }, now))).toBe(words(expected));
  });

  it.each([
    // Paris: forward on 29 March 2026, back on 25 October 2026, both Sundays.
    ['forward', at(3, 27, 20), at(3, 30, 9, 15)],
    ['back', at(10, 23, 20), at(10, 26, 9, 15)],
  ])('is by the clock on the wall over a change %s', (_, now, expected) => {
    const slot = nextSlot([], office, now);
    expect(words(slot)).toBe(words(expected));
    expect(new Date(slot).getHours()).toBe(9);
  });

  it('takes the hour after one that a change of clock skips', () => {
    const night = { perDay: 1, fromHour: 2, toHour: 3, days: [0] };
    const slot = nextSlot([], night, at(3, 28, 12));
    expect(words(slot)).toBe('29/03/2026, 03:15:00');
  });

  it('fills a month with two a day and nothing closer than they stand', () => {
    const now = at(10, 1, 8);
    const planned: number[] = [];
    for (let i = 0; i < 60; i += 1) planned.push(nextSlot(planned, office, now));
    expect(planned).toEqual([...planned].sort((a, b) => a - b));
    const days = Map.groupBy(planned, (slot) => new Date(slot).toDateString());
    expect([...days.values()].every((slots) => slots.length === 2)).toBe(true);
    expect(planned.every((slot) => ![0, 6].includes(new Date(slot).getDay()))).toBe(true);
    expect(
      planned.every((slot) =>
        ['9:15', '13:45'].includes(`${new Date(slot).getHours()}:${new Date(slot).getMinutes()}`),
      ),
    ).toBe(true);
  });

  it('gives a slot even when a year is full', () => {
    const now = at(11, 23, 8);
    const planned = Array.from({ length: 800 }, (_, i) => new Date(2026, 10, 23 + Math.floor(i / 2), 12).getTime());
    expect(nextSlot(planned, office, now)).toBeGreaterThan(now);
  });
});

describe('tomorrowMorning', () => {
  it.each([
    ['a plain day', at(11, 23, 22), at(11, 24, 9, 15)],
    ['just after midnight', at(11, 24, 0, 5), at(11, 25, 9, 15)],
    ['the eve of a change of clock', at(3, 28, 12), at(3, 29, 9, 15)],
  ])('on %s', (_, now, expected) => {
    expect(words(tomorrowMorning(office, now))).toBe(words(expected));
  });

  it('begins with the queue of who starts later, and not before nine', () => {
    expect(words(tomorrowMorning({ ...office, fromHour: 11 }, at(11, 23, 12)))).toBe('24/11/2026, 11:15:00');
    expect(words(tomorrowMorning({ ...office, fromHour: 6 }, at(11, 23, 12)))).toBe('24/11/2026, 09:15:00');
  });
});

describe('quieterSlot', () => {
  it('is tomorrow at the earliest', () => {
    expect(words(quieterSlot([], office, at(11, 23, 8)))).toBe('24/11/2026, 09:15:00');
    expect(words(quieterSlot([at(11, 24, 9, 15)], office, at(11, 23, 8)))).toBe('24/11/2026, 13:45:00');
    expect(quieterSlot([], office, at(11, 23, 8)) % (15 * minuteMs)).toBe(0);
  });
});
