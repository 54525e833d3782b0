import { type Audience, isMeantFor, type Profile } from './audience.ts';
import { type TopicStance, topicKey } from './topic.ts';

/**
 * Where an item stands for this employee: offered, announced as coming soon, or put away (expired,
 * meant for others, snoozed, not for me, of a muted topic).
 */
export const shelves = ['feed', 'soon', 'away'] as const;
export type Shelf = (typeof shelves)[number];

/** What an employee decided of one item. */
export type ItemMark = {
  itemId: string;
  /** In the reading list since. */
  savedAt: number | null;
  /** "Not for me", since. */
  hiddenAt: number | null;
  snoozedUntil: number | null;
};

export type ShelfContext = {
  now: number;
  mark: ItemMark | undefined;
  /** By `topicKey`. */
  topics: ReadonlyMap<string, TopicStance>;
  profile: Profile;
};

type ShelvedItem = {
  tags: string[];
  embargoUntil: number | null;
  expiresAt: number | null;
  audience: Audience | null;
};

/** The shelf of an item, and the next instant at which the passing of time alone may change it. */
export function shelfOf(item: ShelvedItem, context: ShelfContext): { shelf: Shelf; until: number | null } {
  const { now, mark, topics, profile } = context;
  const pending = [item.embargoUntil, item.expiresAt, mark?.snoozedUntil ?? null].filter(
    (at): at is number => at !== null && at > now,
  );
  const until = pending.length === 0 ? null : Math.min(...pending);
  const isExpired = item.expiresAt !== null && item.expiresAt <= now;
  const isSnoozed = mark?.snoozedUntil != null && mark.snoozedUntil > now;
  const isHidden = mark?.hiddenAt != null;
  if (isExpired || isHidden || isSnoozed || isMuted(item.tags, topics) || !isMeantFor(item.audience, profile)) {
    return { shelf: 'away', until };
  }
  return { shelf: item.embargoUntil !== null && item.embargoUntil > now ? 'soon' : 'feed', until };
}

function isMuted(tags: string[], topics: ShelfContext['topics']): boolean {
  return topics.size > 0 && tags.some((tag) => topics.get(topicKey(tag)) === 'muted');
}
