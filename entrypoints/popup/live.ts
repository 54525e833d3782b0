import type { FeedStore } from '../../components/popup/feed-store.ts';
import { followFeed } from '../../components/popup/follow-feed.ts';
import { applyTheme } from '../../components/ui/apply-theme.ts';
import { RelaisDb } from '../../lib/storage/db.ts';
import { writeFeedChoice } from '../../lib/storage/settings.ts';

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
  // Views and filters are there again at the next opening; words that were searched are done with.
  feed.choice.subscribe((choice) => {
    // Where the session's store is full, or away, the next opening begins with the whole list.
    writeFeedChoice({ ...choice, search: '' }).catch(() => undefined);
  });
  followFeed(db, feed);
  return db;
}
