import type { FeedStore } from '../../components/popup/feed-store.ts';
import { followFeed } from '../../components/popup/follow-feed.ts';
import { applyTheme } from '../../components/ui/apply-theme.ts';
import { RelaisDb } from '../../lib/storage/db.ts';

/** Opens the database and lets the feed follow it. */
export function startLive(feed: FeedStore, onFirstAnswer: () => void): RelaisDb {
  const db = new RelaisDb();
  let answered = false;
  feed.view.subscribe(({ screen, live }) => {
    if (screen) applyTheme(screen.preferences.theme);
    if (!live || answered) return;
    answered = true;
    document.documentElement.dataset.live = 'true';
    onFirstAnswer();
  });
  followFeed(db, feed);
  return db;
}
