import browser from 'webextension-polyfill';
import { defaultPreferences } from '../domain/default-preferences.ts';
import {
  type FeedScreen,
  type FirstScreenSnapshot,
  firstScreenKey,
  firstScreenVersion,
} from '../domain/first-screen.ts';
import type { Preferences } from '../domain/preferences.ts';

/**
 * Small values outside the database: `local` survives the browser, `session` only the worker. No
 * secret is ever kept here: a script injected into a page can read `storage.local`.
 */
const preferencesKey = 'preferences';
const sourceChecksKey = 'sourceChecks';
const composerWindowsKey = 'composerWindows';

async function read<T>(area: 'local' | 'session', key: string): Promise<T | undefined> {
  const stored = await browser.storage[area].get(key);
  return stored[key] as T | undefined;
}

export async function readPreferences(): Promise<Preferences> {
  return { ...defaultPreferences, ...(await read<Partial<Preferences>>('local', preferencesKey)) };
}

export async function writePreferences(preferences: Preferences): Promise<void> {
  await browser.storage.local.set({ [preferencesKey]: preferences });
}

/** When each source was last asked, by source id. Kept out of the database so that a 304 writes nothing there. */
export async function readSourceChecks(): Promise<Record<string, number>> {
  return (await read<Record<string, number>>('session', sourceChecksKey)) ?? {};
}

export async function writeSourceChecks(checks: Record<string, number>): Promise<void> {
  await browser.storage.session.set({ [sourceChecksKey]: checks });
}

/** Open composer windows and the share each belongs to, by window id: the worker may die while they are open. */
export async function readComposerWindows(): Promise<Record<string, string>> {
  return (await read<Record<string, string>>('session', composerWindowsKey)) ?? {};
}

export async function writeComposerWindows(windows: Record<string, string>): Promise<void> {
  await browser.storage.session.set({ [composerWindowsKey]: windows });
}

/** The first screen of the popup, written by the background only; undefined when absent or of another version. */
export async function readFirstScreen(): Promise<FeedScreen | undefined> {
  const snapshot = await read<FirstScreenSnapshot>('local', firstScreenKey);
  return snapshot?.version === firstScreenVersion ? snapshot.screen : undefined;
}

export async function writeFirstScreen(screen: FeedScreen): Promise<void> {
  const snapshot: FirstScreenSnapshot = { version: firstScreenVersion, screen };
  await browser.storage.local.set({ [firstScreenKey]: snapshot });
}

export async function clearSettings(): Promise<void> {
  await browser.storage.local.clear();
  await browser.storage.session.clear();
}
