import { isDigestDue } from '../domain/digest.ts';
import { readLastDigestAt, writeLastDigestAt } from '../storage/background-notes.ts';
import type { RelaisDb } from '../storage/db.ts';
import { readPreferences, writePreferences } from '../storage/settings.ts';

/** What the first digest calls new. */
const firstNewsMs = 24 * 3_600_000;
const titleCount = 3;

export type DigestContent = { count: number; titles: string[] };

export type DigestServiceDeps = {
  db: RelaisDb;
  now: () => number;
  withLock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  canNotify: () => Promise<boolean>;
  /** Whether the feed is in front of the person already, in the popup or in a tab. */
  isFeedOpen: () => Promise<boolean>;
  showDigest: (content: DigestContent) => Promise<void>;
};

export type DigestService = ReturnType<typeof createDigestService>;

/** At most one notification a day, of what arrived since the last and was not seen, where it is wanted at all. */
export function createDigestService(deps: DigestServiceDeps) {
  const { db, now } = deps;

  /** Shows the digest if one is wanted, due, and has something to say. Called at each wake. */
  function tell(): Promise<void> {
    return deps.withLock('relais-digest', async () => {
      const { digest } = await readPreferences();
      const lastAt = await readLastDigestAt();
      if (digest === null || !isDigestDue(digest, now(), lastAt)) return;
      if (!(await deps.canNotify()) || (await deps.isFeedOpen())) return;
      const news = await newsSince(lastAt ?? now() - firstNewsMs);
      if (news.length === 0) return;
      // Written first: a worker that dies here costs one digest, and never shows one twice.
      await writeLastDigestAt(now());
      await deps.showDigest({ count: news.length, titles: news.slice(0, titleCount).map(({ title }) => title) });
    });
  }

  /** Offered and unread, newest first: what is muted, snoozed, expired or not for this person stands on another shelf. */
  async function newsSince(since: number) {
    const sources = await db.sources.toArray();
    if (!sources.some(({ changedAt }) => (changedAt ?? 0) > since)) return [];
    const unread = db.items.where('[shelf+unread]').equals(['feed', 1]);
    const news = await unread.filter(({ receivedAt }) => receivedAt > since).toArray();
    return news.sort((a, b) => b.pinned - a.pinned || b.orderAt - a.orderAt);
  }

  /** Without the right to notify, the switch says what is so. */
  async function turnOff(): Promise<void> {
    const preferences = await readPreferences();
    if (preferences.digest !== null) await writePreferences({ ...preferences, digest: null });
  }

  return { tell, turnOff };
}
