import type { Campaign } from './campaign.ts';
import { campaignKey } from './feed-filter.ts';
import type { Item, ItemKind } from './item.ts';
import { type ShelfContext, shelfOf } from './shelf.ts';
import { spreadOf } from './spread.ts';
import { followedTopic } from './topic.ts';

/**
 * What to do with two minutes: three items at most, of mixed kinds and sources.
 *
 * Never: what is put away or not open yet (`shelfOf`), what this employee shared, saved or commented
 * already, an event that is over, a poll that is closed, what leads nowhere.
 *
 * The weights below order the rest, the heaviest first. Each item picked makes its kind and its source
 * lighter for the next. Between equals a little chance decides, the same all day, so that a quiet week
 * does not propose the same three every morning.
 */
const weights = {
  pinned: 40,
  campaignEndsSoon: 30,
  campaignRuns: 10,
  followed: 20,
  engage: 15,
  unread: 10,
  expiresSoon: 8,
  eventIsNear: 8,
  freshDays: 8,
  freshWeek: 4,
  /** At most, and never enough to pass one of the above. */
  chance: 3,
  sameKind: -20,
  sameSource: -8,
} as const;

const dayMs = 86_400_000;
export const dailyPickCount = 3;

export type PickableItem = Pick<
  Item,
  | 'id'
  | 'sourceId'
  | 'kind'
  | 'tags'
  | 'url'
  | 'readUrl'
  | 'campaignId'
  | 'event'
  | 'poll'
  | 'embargoUntil'
  | 'expiresAt'
  | 'audience'
  | 'orderAt'
> & { pinned: boolean; unread: boolean };

export type DailyPickContext = {
  now: number;
  /** Where the person is, `YYYY-MM-DD`: seeds the chance. */
  day: string;
  /** Picked earlier this day, in order: they stay, whatever became of them, as long as they are on offer. */
  kept: string[];
  /** By item. */
  marks: ReadonlyMap<string, NonNullable<ShelfContext['mark']>>;
  topics: ShelfContext['topics'];
  profile: ShelfContext['profile'];
  campaigns: Campaign[];
  /** Items with a share that was not dismissed. */
  sharedIds: ReadonlySet<string>;
};

/** The ids of the day's items, in order. The same items and context give the same answer. */
export function dailyPick(items: PickableItem[], context: DailyPickContext): string[] {
  const offered = items.filter((item) => isOffered(item, context));
  const byId = new Map(offered.map((item) => [item.id, item]));
  const picked = context.kept.flatMap((id) => byId.get(id) ?? []).slice(0, dailyPickCount);
  const free = offered.filter((item) => !context.kept.includes(item.id) && isOpen(item, context));
  const base = new Map(free.map((item) => [item.id, weigh(item, context)]));
  const weightOf = (item: PickableItem) => (base.get(item.id) ?? 0) + weighSameness(item, picked);
  // What left the day since is not replaced: two minutes have an end.
  for (let room = dailyPickCount - context.kept.length; room > 0; room -= 1) {
    const left = free.filter((item) => !picked.includes(item));
    if (left.length === 0) break;
    picked.push(left.reduce((best, item) => (isBefore(item, best, weightOf) ? item : best)));
  }
  return picked.map(({ id }) => id);
}

/** Something to show. */
function isOffered(item: PickableItem, { now, marks, topics, profile }: DailyPickContext): boolean {
  return shelfOf(item, { now, mark: marks.get(item.id), topics, profile }).shelf === 'feed';
}

/** Something to do with it is left. */
function isOpen(item: PickableItem, { now, marks, sharedIds }: DailyPickContext): boolean {
  const isOver =
    (item.event !== null && (item.event.endsAt ?? item.event.startsAt) <= now) ||
    (item.poll !== null && item.poll.closesAt !== null && item.poll.closesAt <= now);
  const isDone = sharedIds.has(item.id) || marks.get(item.id)?.savedAt != null;
  return !isOver && !isDone && (item.url ?? item.readUrl) !== null;
}

function weigh(item: PickableItem, { now, day, topics, campaigns }: DailyPickContext): number {
  const within = (at: number | null | undefined, days: number) => at != null && at > now && at - now <= days * dayMs;
  const campaign = campaigns.find(
    ({ sourceId, id }) =>
      item.campaignId !== null && campaignKey(sourceId, id) === campaignKey(item.sourceId, item.campaignId),
  );
  const runs =
    campaign !== undefined && (campaign.startsAt ?? now) <= now && (campaign.endsAt === null || campaign.endsAt > now);
  const ageMs = now - item.orderAt;
  return (
    (item.pinned ? weights.pinned : 0) +
    (runs ? (within(campaign.endsAt, 7) ? weights.campaignEndsSoon : weights.campaignRuns) : 0) +
    (followedTopic(item.tags, topics) === null ? 0 : weights.followed) +
    (item.kind === 'engage' ? weights.engage : 0) +
    (item.unread ? weights.unread : 0) +
    (within(item.expiresAt, 3) ? weights.expiresSoon : 0) +
    (within(item.event?.startsAt, 7) ? weights.eventIsNear : 0) +
    (ageMs < 2 * dayMs ? weights.freshDays : ageMs < 7 * dayMs ? weights.freshWeek : 0) +
    weights.chance * spreadOf(`${day} ${item.id}`)
  );
}

function weighSameness(item: PickableItem, picked: PickableItem[]): number {
  const same = (key: (other: PickableItem) => ItemKind | string) =>
    picked.filter((other) => key(other) === key(item)).length;
  return same(({ kind }) => kind) * weights.sameKind + same(({ sourceId }) => sourceId) * weights.sameSource;
}

function isBefore(a: PickableItem, b: PickableItem, weightOf: (item: PickableItem) => number): boolean {
  const difference = weightOf(a) - weightOf(b) || a.orderAt - b.orderAt;
  return difference === 0 ? a.id < b.id : difference > 0;
}
