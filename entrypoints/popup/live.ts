import { liveQuery, type Subscription } from 'dexie';
import type { FeedStore } from '../../components/popup/feed-store.ts';
import { applyTheme } from '../../components/ui/apply-theme.ts';
import { databaseCode } from '../../components/ui/use-live-query.ts';
import { language } from '../../lib/i18n/messages.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { readFeedScreen } from '../../lib/storage/queries/feed.ts';

/** Opens the database and lets the feed follow it, as far as the employee scrolled. */
export function startLive(feed: FeedStore, onFirstAnswer: () => void): RelaisDb {
  const db = new RelaisDb();
  let subscription: Subscription | undefined;
  let answered = false;
  const follow = (limit: number) => {
    subscription?.unsubscribe();
    subscription = liveQuery(() => readFeedScreen(db, { limit, now: Date.now(), language: language() })).subscribe({
      next(screen) {
        applyTheme(screen.preferences.theme);
        feed.view.set({ screen, live: true, failed: null });
        document.documentElement.dataset.live = 'true';
        if (!answered) onFirstAnswer();
        answered = true;
      },
      // What the snapshot showed stays on screen.
      error: (error) => feed.view.set({ ...feed.view.get(), failed: databaseCode(error) }),
    });
  };
  feed.limit.subscribe(follow);
  follow(feed.limit.get());
  return db;
}
