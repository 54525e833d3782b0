import type { Queue } from './queue.ts';

const minuteMs = 60_000;
/** Slots stand on a quarter of an hour, the first one past the hour: on the hour everybody posts. */
const quarter = 15;
/** What is offered is far enough off to be a plan. */
const leadMs = 15 * minuteMs;
/** A year of days, for queues that are full for months. */
const horizonDays = 366;

/** When "tomorrow morning" is, at the earliest. */
const morningHour = 9;

/**
 * Minutes of a day, evenly spread over its hours. Hours that end before they begin are read as going on
 * to midnight: nobody's queue goes on through the night.
 */
export function slotMinutes({ perDay, fromHour, toHour }: Queue): number[] {
  const from = fromHour * 60;
  const to = (toHour > fromHour ? toHour : 24) * 60;
  const step = Math.max(quarter, Math.floor((to - from) / perDay / quarter) * quarter);
  const minutes = Array.from({ length: perDay }, (_, i) => from + quarter + i * step);
  return minutes.filter((minute) => minute < to);
}

/**
 * The next free slot, where the person is: on one of their days, with fewer plans that day than they
 * want, and away from each by half the usual space. `planned` are the instants taken, however they were
 * chosen.
 *
 * Days are walked by the calendar, so that 9:15 is 9:15 on both sides of a change of clock; an hour that
 * a change skips is the one after it, as clocks show. After an absence, what is past is taken no more.
 */
export function nextSlot(planned: readonly number[], queue: Queue, now: number): number {
  const minutes = slotMinutes(queue);
  const step = minutes.length > 1 ? (minutes[1] ?? 0) - (minutes[0] ?? 0) : 120;
  const spaceMs = (step / 2) * minuteMs;
  const today = new Date(now);
  let fallback = now + leadMs;
  for (let ahead = 0; ahead <= horizonDays; ahead += 1) {
    const day = new Date(today.getFullYear(), today.getMonth(), today.getDate() + ahead);
    if (!queue.days.includes(day.getDay())) continue;
    const tomorrow = new Date(today.getFullYear(), today.getMonth(), today.getDate() + ahead + 1);
    const isFull = planned.filter((at) => at >= day.getTime() && at < tomorrow.getTime()).length >= queue.perDay;
    for (const minute of minutes) {
      const at = atMinute(day, minute);
      if (at < now + leadMs) continue;
      fallback = at;
      if (!isFull && planned.every((taken) => Math.abs(taken - at) >= spaceMs)) return at;
    }
  }
  // Full for a year: the last slot looked at, rather than none.
  return fallback;
}

/** Tomorrow morning, where the person is: as their queue begins, and never before nine. */
export function tomorrowMorning({ fromHour }: Queue, now: number): number {
  const today = new Date(now);
  const tomorrow = new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1);
  return atMinute(tomorrow, Math.max(fromHour, morningHour) * 60 + quarter);
}

/** A later slot than today's, for when many colleagues post the same: from tomorrow on. */
export function quieterSlot(planned: readonly number[], queue: Queue, now: number): number {
  const today = new Date(now);
  const tomorrow = new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1).getTime();
  return nextSlot(planned, queue, tomorrow - leadMs);
}

/** By the calendar and the clock on the wall: a day of a change of clock has 23 or 25 hours. */
function atMinute(day: Date, minute: number): number {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), 0, minute).getTime();
}
