import { liveQuery } from 'dexie';
import { type FeedCard, type FeedScreen, firstScreenCardCount } from '../domain/first-screen.ts';
import type { RelaisDb } from '../storage/db.ts';
import { readFeedScreen } from '../storage/queries/feed.ts';
import { writeFirstScreen } from '../storage/settings.ts';

export type FirstScreenServiceDeps = {
  db: RelaisDb;
  now: () => number;
  language: string;
  /** `isDue`: something that the person put off waits for them. */
  showUnreadCount: (count: number, isDue: boolean) => Promise<void>;
  report: (error: unknown, where: string) => void;
};

export type FirstScreenService = ReturnType<typeof createFirstScreenService>;

/**
 * Keeps the popup's first screen in `storage.local` and the badge in step with the database, as long
 * as the background lives; each start of it catches up. Losing the snapshot costs a moment only.
 */
export function createFirstScreenService(deps: FirstScreenServiceDeps) {
  let written = '';
  let writing: Promise<void> = Promise.resolve();

  /** One after the other: reading a picture takes its time, and an older screen must not win by it. */
  function write(screen: FeedScreen): Promise<void> {
    const work = writing.then(() => writeNow(screen));
    writing = work.catch(() => undefined);
    return work;
  }

  async function writeNow(live: FeedScreen): Promise<void> {
    const screen = { ...live, cards: await Promise.all(live.cards.map(asJson)) };
    // When each source was asked is kept apart, so that an unchanged source does not rewrite the screen.
    const text = JSON.stringify({ ...screen, checkedAt: null });
    if (text === written) return;
    written = text;
    await writeFirstScreen(screen);
    // What was put off to now was asked for: its mark shows where the count of news is not wanted too.
    await deps.showUnreadCount(screen.preferences.badge ? screen.unreadCount : 0, screen.dueCount > 0);
  }

  function readScreen(): Promise<FeedScreen> {
    return readFeedScreen(deps.db, { limit: firstScreenCardCount, now: deps.now(), language: deps.language });
  }

  /** Writes the snapshot now; for what changes outside the database, which no live query sees. */
  async function refresh(): Promise<void> {
    await write(await readScreen());
  }

  /** Follows the database until the background stops. */
  function follow(): void {
    liveQuery(readScreen).subscribe({
      next: (screen) => write(screen).catch((error) => deps.report(error, 'first screen')),
      error: (error) => deps.report(error, 'first screen'),
    });
  }

  return { refresh, follow };
}

/** `storage.local` holds JSON: of a card's picture, the small `data:` address. */
async function asJson(card: FeedCard): Promise<FeedCard> {
  if (card.picture === null || typeof card.picture === 'string') return card;
  const bytes = await card.picture.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null, // Forgotten while it was being read: the next screen says so.
  );
  if (bytes === null) return { ...card, picture: null };
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { ...card, picture: `data:${card.picture.type};base64,${btoa(binary)}` };
}
