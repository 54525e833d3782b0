import browser from 'webextension-polyfill';

/**
 * What the background remembers from one life to the next, and the popup's first paint never needs:
 * apart from `settings.ts`, so that it weighs nothing there. One key per source, so that sources asked
 * side by side do not overwrite one another.
 */
const pollPrefix = 'sourcePoll:';
const notePrefix = 'sourceNote:';
const lastDigestKey = 'lastDigestAt';
const dealSeedKey = 'dealSeed';

/** A source's last answer and its next turn. Gone with the browser: each start asks once. */
export type SourcePoll = { answeredAt: number | null; nextAt: number };

/** What lasts of a source without being worth a write to the database at each poll. */
export type SourceNote = {
  /** Where its address leads by a redirect that may be for good or for today: a browser does not say which. */
  movedTo: string | null;
  /** How often its publisher wants to be asked, as the document says. */
  refreshAfterMs: number | null;
};

export async function readSourcePolls(): Promise<Record<string, SourcePoll>> {
  const stored = Object.entries(await browser.storage.session.get(null));
  const polls = stored.filter(([key]) => key.startsWith(pollPrefix));
  return Object.fromEntries(polls.map(([key, poll]) => [key.slice(pollPrefix.length), poll as SourcePoll]));
}

export async function writeSourcePoll(sourceId: string, poll: SourcePoll): Promise<void> {
  await browser.storage.session.set({ [pollPrefix + sourceId]: poll });
}

export async function readSourceNote(sourceId: string): Promise<SourceNote> {
  const stored = await browser.storage.local.get(notePrefix + sourceId);
  return { movedTo: null, refreshAfterMs: null, ...(stored[notePrefix + sourceId] as Partial<SourceNote> | undefined) };
}

/** Writes only what differs: an unchanged source costs no write to the disk. */
export async function writeSourceNote(sourceId: string, note: SourceNote): Promise<void> {
  const known = await readSourceNote(sourceId);
  if (known.movedTo === note.movedTo && known.refreshAfterMs === note.refreshAfterMs) return;
  await browser.storage.local.set({ [notePrefix + sourceId]: note });
}

export async function forgetSourceNotes(sourceId: string): Promise<void> {
  await Promise.all([
    browser.storage.session.remove(pollPrefix + sourceId),
    browser.storage.local.remove(notePrefix + sourceId),
  ]);
}

/** When the last digest was shown; null before the first. */
export async function readLastDigestAt(): Promise<number | null> {
  const stored = await browser.storage.local.get(lastDigestKey);
  return (stored[lastDigestKey] as number | undefined) ?? null;
}

export async function writeLastDigestAt(at: number): Promise<void> {
  await browser.storage.local.set({ [lastDigestKey]: at });
}

/** What deals suggestions to this browser and no other: random, and never sent. Empty until it is made. */
export async function readDealSeed(): Promise<string> {
  return ((await browser.storage.local.get(dealSeedKey))[dealSeedKey] as string | undefined) ?? '';
}

/** Made once; it stays, so that what is proposed for an item stays. */
export async function ensureDealSeed(newId: () => string): Promise<void> {
  if ((await readDealSeed()) === '') await browser.storage.local.set({ [dealSeedKey]: newId() });
}
