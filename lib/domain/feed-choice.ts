import type { ItemKind } from './item.ts';

/**
 * The four ways into the feed: the whole list, the few of the day, the reading list, and what is
 * announced. Nothing here may bring a schema: the popup reads it before its first paint.
 */
export type FeedViewId = 'all' | 'brief' | 'saved' | 'soon';

/** What must be true of a card to be listed; all that is asked must be met. */
export type FeedFilter = {
  unread: boolean;
  /** Not shared yet by this employee. */
  unshared: boolean;
  followed: boolean;
  /** By `campaignKey`. */
  campaign: string | null;
  kind: ItemKind | null;
  sourceId: string | null;
};

/** What the employee asked to see of the feed. */
export type FeedChoice = { view: FeedViewId; filter: FeedFilter; search: string };

export const noFilter: FeedFilter = {
  unread: false,
  unshared: false,
  followed: false,
  campaign: null,
  kind: null,
  sourceId: null,
};

export const plainChoice: FeedChoice = { view: 'all', filter: noFilter, search: '' };

export function isFiltering(filter: FeedFilter): boolean {
  return Object.values(filter).some((value) => value !== false && value !== null);
}

/** Whether the choice is the whole list as it is, which the first screen shows. */
export function isPlain({ view, filter, search }: FeedChoice): boolean {
  return view === 'all' && search.trim() === '' && !isFiltering(filter);
}
