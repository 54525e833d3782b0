import type { SyNs } from 'feedsmith';

const periodMs: Record<string, number> = {
  hourly: 3_600_000,
  daily: 86_400_000,
  weekly: 604_800_000,
  monthly: 2_592_000_000,
  yearly: 31_536_000_000,
};

/**
 * How long a feed asks to be left alone, in milliseconds, as its author wrote it and however long that
 * is: the minutes of RSS's `ttl`, else the period and frequency of the syndication module, whose
 * period is a day and whose frequency is one unless they are named. Null when it asks for nothing.
 */
export function refreshAfter(ttlMinutes: number | undefined, sy: SyNs.Feed<string> | undefined): number | null {
  if (ttlMinutes !== undefined && Number.isFinite(ttlMinutes) && ttlMinutes > 0) return ttlMinutes * 60_000;
  if (sy?.updatePeriod === undefined && sy?.updateFrequency === undefined) return null;
  const period = periodMs[sy.updatePeriod?.trim().toLowerCase() ?? 'daily'];
  const times = sy.updateFrequency ?? 1;
  return period !== undefined && Number.isFinite(times) && times > 0 ? Math.round(period / times) : null;
}
