/** When people come back to what they put off: the morning, before the mail. */
const morningHour = 8;

export const snoozeChoices = ['tomorrow', 'monday', 'next_week'] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

/**
 * The mornings an item can be put off to, where the person is, the nearest first. Two choices that
 * mean the same morning are one: on a Sunday, Monday is tomorrow.
 */
export function snoozeTimes(now: number): { choice: SnoozeChoice; until: number }[] {
  const today = new Date(now);
  const untilMonday = (8 - today.getDay()) % 7 || 7;
  const days: Record<SnoozeChoice, number> = { tomorrow: 1, monday: untilMonday, next_week: 7 };
  const seen = new Set<number>();
  return snoozeChoices
    .filter((choice) => !seen.has(days[choice]) && seen.add(days[choice]))
    .map((choice) => ({
      choice,
      // By the calendar: a day of a change of clock has 23 or 25 hours.
      until: new Date(today.getFullYear(), today.getMonth(), today.getDate() + days[choice], morningHour).getTime(),
    }));
}
