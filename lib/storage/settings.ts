import browser from 'webextension-polyfill';
import { defaultPreferences } from '../domain/default-preferences.ts';
import type { FeedChoice } from '../domain/feed-choice.ts';
import {
  type FeedScreen,
  type FirstScreenSnapshot,
  firstScreenKey,
  firstScreenVersion,
} from '../domain/first-screen.ts';
import { networkIds } from '../domain/network-ids.ts';
import type { Preferences } from '../domain/preferences.ts';

/**
 * Small values outside the database: `local` survives the browser, `session` only the worker. No
 * secret is ever kept here: a script injected into a page can read `storage.local`.
 */
const preferencesKey = 'preferences';
const sourceCheckPrefix = 'sourceCheck:';
const firstWeekKey = 'firstWeekDismissedAt';
const composerWindowsKey = 'composerWindows';
const commentTabsKey = 'commentTabs';
const feedChoiceKey = 'feedChoice';
const dailyPickKey = 'dailyPick';
const shelvedForKey = 'shelvedFor';

async function read<T>(area: 'local' | 'session', key: string): Promise<T | undefined> {
  const stored = await browser.storage[area].get(key);
  return stored[key] as T | undefined;
}

export async function readPreferences(): Promise<Preferences> {
  return knownPreferences({ ...defaultPreferences, ...(await read<Partial<Preferences>>('local', preferencesKey)) });
}

/** Without the networks that a newer version wrote and this one does not know: nothing could draw them. */
function knownPreferences(preferences: Preferences): Preferences {
  const networks = preferences.networks.filter((id) => networkIds.includes(id));
  return { ...preferences, networks: networks.length === 0 ? defaultPreferences.networks : networks };
}

export async function writePreferences(preferences: Preferences): Promise<void> {
  await browser.storage.local.set({ [preferencesKey]: preferences });
}

/**
 * When each source was last asked, by source id. Kept out of the database so that a 304 writes nothing
 * there, and one key per source, so that sources asked side by side do not overwrite one another.
 */
export async function readSourceChecks(): Promise<Record<string, number>> {
  const stored = Object.entries(await browser.storage.session.get(null));
  const checks = stored.filter(([key]) => key.startsWith(sourceCheckPrefix));
  return Object.fromEntries(checks.map(([key, at]) => [key.slice(sourceCheckPrefix.length), at as number]));
}

export async function noteSourceCheck(sourceId: string, at: number): Promise<void> {
  await browser.storage.session.set({ [sourceCheckPrefix + sourceId]: at });
}

export async function forgetSourceCheck(sourceId: string): Promise<void> {
  await browser.storage.session.remove(sourceCheckPrefix + sourceId);
}

/** When the newcomer's gestures were put away; undefined while they may be shown. */
export async function readFirstWeekDismissal(): Promise<number | undefined> {
  return read<number>('local', firstWeekKey);
}

export async function writeFirstWeekDismissal(at: number): Promise<void> {
  await browser.storage.local.set({ [firstWeekKey]: at });
}

/** Open composer windows and the share each belongs to, by window id: the worker may die while they are open. */
export async function readComposerWindows(): Promise<Record<string, string>> {
  return (await read<Record<string, string>>('session', composerWindowsKey)) ?? {};
}

export async function writeComposerWindows(windows: Record<string, string>): Promise<void> {
  await browser.storage.session.set({ [composerWindowsKey]: windows });
}

/** Open posts to comment on and the share each belongs to, by tab id. */
export async function readCommentTabs(): Promise<Record<string, string>> {
  return (await read<Record<string, string>>('session', commentTabsKey)) ?? {};
}

export async function writeCommentTabs(tabs: Record<string, string>): Promise<void> {
  await browser.storage.session.set({ [commentTabsKey]: tabs });
}

/** The items of one day, `YYYY-MM-DD` where the person is. */
export type StoredDailyPick = { day: string; itemIds: string[] };

export async function readDailyPick(): Promise<StoredDailyPick | undefined> {
  return read<StoredDailyPick>('local', dailyPickKey);
}

export async function writeDailyPick(pick: StoredDailyPick): Promise<void> {
  await browser.storage.local.set({ [dailyPickKey]: pick });
}

/** The profile that every item was last shelved for. */
export async function readShelvedFor(): Promise<string | undefined> {
  return read<string>('local', shelvedForKey);
}

export async function writeShelvedFor(profile: string): Promise<void> {
  await browser.storage.local.set({ [shelvedForKey]: profile });
}

/** View and filters of the feed, which the popup itself keeps from one opening to the next. */
export async function readFeedChoice(): Promise<FeedChoice | undefined> {
  return read<FeedChoice>('session', feedChoiceKey);
}

export async function writeFeedChoice(choice: FeedChoice): Promise<void> {
  await browser.storage.session.set({ [feedChoiceKey]: choice });
}

/**
 * The first screen of the popup, written by the background only; undefined when absent or of another
 * version. When the sources were last asked is newer than the rest, and is read from its own place.
 */
export async function readFirstScreen(): Promise<FeedScreen | undefined> {
  const [snapshot, checks] = await Promise.all([
    read<FirstScreenSnapshot>('local', firstScreenKey),
    readSourceChecks(),
  ]);
  if (snapshot?.version !== firstScreenVersion) return undefined;
  const times = Object.values(checks);
  const preferences = knownPreferences(snapshot.screen.preferences);
  return {
    ...snapshot.screen,
    preferences,
    checkedAt: times.length === 0 ? snapshot.screen.checkedAt : Math.min(...times),
  };
}

export async function writeFirstScreen(screen: FeedScreen): Promise<void> {
  const snapshot: FirstScreenSnapshot = { version: firstScreenVersion, screen };
  await browser.storage.local.set({ [firstScreenKey]: snapshot });
}

export async function clearSettings(): Promise<void> {
  await browser.storage.local.clear();
  await browser.storage.session.clear();
}
