import { toLocalDay } from './calendar.ts';
import type { Digest } from './preferences.ts';

/** Two digests are never closer, also where the hours chosen go over midnight. */
const shortestPauseMs = 12 * 3_600_000;

/** Where the switch starts: the hours and days of an office. */
export const officeHours: Digest = { fromHour: 9, toHour: 18, days: [1, 2, 3, 4, 5] };

/**
 * Whether a digest may be shown now, by this person's own clock: on a day and in an hour they chose, and
 * not on the day of the last one. Hours that end before they begin go over midnight, and belong to the
 * day on which they begin.
 */
export function isDigestDue({ fromHour, toHour, days }: Digest, now: number, lastAt: number | null): boolean {
  const date = new Date(now);
  const hour = date.getHours();
  const isOvernight = toHour <= fromHour;
  const isInHours = isOvernight ? hour >= fromHour || hour < toHour : hour >= fromHour && hour < toHour;
  const day = isOvernight && hour < toHour ? (date.getDay() + 6) % 7 : date.getDay();
  if (!isInHours || !days.includes(day)) return false;
  return lastAt === null || (toLocalDay(lastAt) !== toLocalDay(now) && now - lastAt >= shortestPauseMs);
}
