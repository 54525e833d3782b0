import type { Campaign } from './campaign.ts';
import type { ErrorCode } from './errors.ts';
import type { EventDetails, ItemKind, JobDetails, PollDetails } from './item.ts';
import type { NetworkId } from './network.ts';
import type { Takes } from './networks/takes.ts';
import type { Preferences } from './preferences.ts';
import type { ShareState } from './share.ts';

/** One card of the feed, ready to paint: no further read is needed before its first click. */
export type FeedCard = {
  id: string;
  title: string;
  summary: string;
  url: string | null;
  readUrl: string | null;
  sourceTitle: string;
  kind: ItemKind;
  publishedAt: number | null;
  pinned: boolean;
  unread: boolean;
  /** As stored, or in the first screen, which is JSON, as a `data:` address; null paints the drawn placeholder. */
  picture: Blob | string | null;
  pictureAlt: string;
  author: string | null;
  authorTitle: string | null;
  event: EventDetails | null;
  poll: PollDetails | null;
  job: JobDetails | null;
  tags: string[];
  /** Set while it is announced only: it cannot be shared before. */
  opensAt: number | null;
  /** Where the company lets it go, without what its feed withdrew; null for anywhere. */
  networks: NetworkId[] | null;
  /** What composers take of this item, where its own feed corrected them. */
  takes?: Partial<Record<NetworkId, Takes>>;
  /** In the reading list. */
  saved: boolean;
  /** The tag for which this employee follows it, as written there. */
  followed: string | null;
  /** The best thing known of this item's shares, per network. */
  shared: Partial<Record<NetworkId, ShareState>>;
  /** The best thing known of this employee's comments on it. */
  commented: ShareState | null;
  /** The network of a post to comment on; null for any other site, and for any other kind. */
  commentOn: NetworkId | null;
  /** How a comment could begin, for a post to comment on. */
  openings: string[];
  /** The network of the last post that was begun and not shared; absent or null for none. */
  draftOn?: NetworkId | null;
  /** What one click proposes, per preferred network. */
  texts: Partial<Record<NetworkId, string>>;
};

/**
 * What the feed tab shows. The background keeps the one for the first screen in `storage.local`, so
 * that the popup paints before it has loaded the database; the live query then yields the same shape.
 */
export type FeedScreen = {
  companyName: string | null;
  sourceCount: number;
  failing: { sourceId: string; sourceTitle: string; code: ErrorCode }[];
  /** Last time every source was asked, whatever it answered; null before the first. */
  checkedAt: number | null;
  itemCount: number;
  unreadCount: number;
  savedCount: number;
  soonCount: number;
  campaign: Campaign | null;
  /** A charter version waits to be acknowledged. */
  charterPending: boolean;
  preferences: Preferences;
  /** Planned shares whose time has come, for the mark on the toolbar. */
  dueCount: number;
  /** The networks of the cards: those chosen, without what a hub withdrew. */
  networks: NetworkId[];
  /** What composers take and the signs of networks, as far as these cards need them: the rest is loaded later. */
  takes: Partial<Record<NetworkId, Takes>>;
  marks: Partial<Record<NetworkId, string>>;
  cards: FeedCard[];
};

export const firstScreenKey = 'firstScreen';
/** Raised when `FeedScreen` changes shape: a snapshot of another version is ignored, then rewritten. */
export const firstScreenVersion = 3;
/** What a popup of 600 px can show before anyone scrolls; the live list brings the rest a moment later. */
export const firstScreenCardCount = 4;
export type FirstScreenSnapshot = { version: number; screen: FeedScreen };
