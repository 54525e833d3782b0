import type { FeedFilter } from './feed-choice.ts';
import type { ItemKind } from './item.ts';

/** A campaign's id is its publisher's own, so only the source makes it unique. */
export function campaignKey(sourceId: string, campaignId: string): string {
  return `${sourceId}|${campaignId}`;
}

/** What a filter asks of an item. */
export type FilterFacts = {
  unread: boolean;
  shared: boolean;
  followed: boolean;
  kind: ItemKind;
  sourceId: string;
  campaignId: string | null;
};

export function matchesFilter(facts: FilterFacts, filter: FeedFilter): boolean {
  return (
    (!filter.unread || facts.unread) &&
    (!filter.unshared || !facts.shared) &&
    (!filter.followed || facts.followed) &&
    (filter.kind === null || facts.kind === filter.kind) &&
    (filter.sourceId === null || facts.sourceId === filter.sourceId) &&
    (filter.campaign === null ||
      (facts.campaignId !== null && campaignKey(facts.sourceId, facts.campaignId) === filter.campaign))
  );
}
