import type { ComponentChildren } from 'preact';
import type { FeedChoice } from '../../lib/domain/feed-choice.ts';
import type { NetworkId } from '../../lib/domain/network.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import type { FeedActs } from '../popup/feed-acts.ts';
import { ActiveFilters } from './ActiveFilters.tsx';
import { BriefView } from './BriefView.tsx';
import { SearchResults } from './SearchResults.tsx';
import { ViewList } from './ViewList.tsx';
import './feed.css';

export type DeskProps = {
  db: RelaisDb;
  choice: FeedChoice;
  onChoice: (choice: FeedChoice) => void;
  preferred: NetworkId[];
  now: number;
  acts: FeedActs;
};

/** Whatever the employee asked to see of the feed that is not the whole of it. */
export function FeedDesk({ children, ...desk }: DeskProps & { children?: ComponentChildren }) {
  const { view, filter, search } = desk.choice;
  const isSearching = search.trim() !== '';
  return (
    <div class="feed">
      {children}
      {(isSearching || view !== 'brief') && <ActiveFilters {...desk} />}
      {isSearching ? (
        <SearchResults {...desk} />
      ) : view === 'brief' ? (
        <BriefView {...desk} />
      ) : (
        <ViewList {...desk} view={view} key={`${view} ${JSON.stringify(filter)}`} />
      )}
    </div>
  );
}
