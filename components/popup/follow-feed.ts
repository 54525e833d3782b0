import { language } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readFeedScreen } from '../../lib/storage/queries/feed.ts';
import { followQuery } from '../ui/use-live-query.ts';
import type { FeedStore } from './feed-store.ts';

/**
 * Lets the feed follow the database, as far as the employee scrolled. Loaded after the first paint,
 * because it brings the database with it. Gives the way to stop.
 */
export function followFeed(db: RelaisDb, feed: FeedStore): () => void {
  let stop = () => {};
  const follow = (limit: number) => {
    stop();
    stop = followQuery(
      () => readFeedScreen(db, { limit, now: Date.now(), language: language() }),
      (screen) => feed.view.set({ screen, live: true, failed: null }),
      // What the snapshot showed stays on screen.
      (failed) => feed.view.set({ ...feed.view.get(), failed }),
    );
  };
  const stopLimit = feed.limit.subscribe(follow);
  follow(feed.limit.get());
  return () => {
    stopLimit();
    stop();
  };
}
