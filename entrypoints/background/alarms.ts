import browser from 'webextension-polyfill';
import { shortestPollMs } from '../../lib/domain/poll-interval.ts';
import type { Services } from './services.ts';

const pollAlarm = 'poll';
const outboxAlarm = 'outbox';
const shelfAlarm = 'shelves';
const planAlarm = 'plans';
/** What packed Chrome grants at the least (https://developer.chrome.com/docs/extensions/reference/api/alarms). */
const shortestAlarmMs = 30_000;

/** Wakes the background at `at`, or earlier if an earlier wake is already set. */
export async function scheduleDrain(at: number): Promise<void> {
  const when = Math.max(at, Date.now() + shortestAlarmMs);
  const set = await browser.alarms.get(outboxAlarm);
  if (set === undefined || set.scheduledTime > when) await browser.alarms.create(outboxAlarm, { when });
}

/** Wakes the background when the next item opens, expires or comes back; replaces what was set before. */
export async function scheduleShelves(at: number | null): Promise<void> {
  if (at === null) await browser.alarms.clear(shelfAlarm);
  else await browser.alarms.create(shelfAlarm, { when: Math.max(at, Date.now() + shortestAlarmMs) });
}

/** Wakes the background when the next planned share has its time; replaces what was set before. */
export async function schedulePlans(at: number | null): Promise<void> {
  if (at === null) await browser.alarms.clear(planAlarm);
  else await browser.alarms.create(planAlarm, { when: Math.max(at, Date.now() + shortestAlarmMs) });
}

/**
 * Wakes the background when the next source has its turn, and every quarter of an hour whatever happens:
 * the digest has its hours, and a worker may die before it sets the next wake.
 */
export async function schedulePoll(at: number): Promise<void> {
  const now = Date.now();
  const when = Math.min(Math.max(at, now + shortestAlarmMs), now + shortestPollMs);
  await browser.alarms.create(pollAlarm, { when, periodInMinutes: shortestPollMs / 60_000 });
}

/** Alarms may be lost over a browser restart, so the poll is checked at every start of the background. */
export async function ensureAlarms(random: () => number): Promise<void> {
  if ((await browser.alarms.get(pollAlarm)) !== undefined) return;
  const periodInMinutes = (shortestPollMs / 60_000) * (0.8 + 0.4 * random());
  await browser.alarms.create(pollAlarm, { periodInMinutes, delayInMinutes: periodInMinutes });
}

export function createAlarmListener(services: Services): (alarm: { name: string }) => Promise<void> {
  return async ({ name }) => {
    if (name === pollAlarm) {
      await services.sources.refreshDue();
      // What a worker that died left out, and what may be asked for again by now.
      await services.pictures.fetchMissing();
      await services.digest.tell();
    }
    if (name === shelfAlarm) await services.shelves.wakeUp();
    // The poll's too: it comes every quarter of an hour, also when a clock was set back or forth.
    if (name === planAlarm || name === pollAlarm) await services.plans.wakeUp();
    await services.directPosts.drain();
    await services.outbox.drain();
    await services.participation.drain();
  };
}
