import type { SeedMoment } from './types.ts';

const dayMs = 24 * 3_600_000;
const timeZone = 'Europe/Paris';

/** `{day:9}` becomes the day nine days after `now`, such as "4 December", so that no date is ever stale. */
export function fillDays(text: string, language: 'fr' | 'en', now: number): string {
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return text.replace(/\{day:(-?\d+)\}/g, (_, days: string) => {
    const day = format.format(new Date(now + Number(days) * dayMs));
    // French says "1er", which Intl does not.
    return language === 'fr' ? day.replace(/^1 /, '1er ') : day;
  });
}

/** An hour of the day in Roubaix, on the day that `fillDays` writes for as many days. */
export function instantOf({ inDays, hour }: SeedMoment, now: number): Date {
  const day = new Date(now + inDays * dayMs);
  const asUtc = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), hour));
  const offset = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(asUtc)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const hours = Number(/GMT([+-]\d\d)/.exec(offset ?? '')?.[1] ?? 0);
  return new Date(asUtc.getTime() - hours * 3_600_000);
}
