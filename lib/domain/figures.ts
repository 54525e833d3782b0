import type { NetworkId } from './network.ts';
import { networkIds } from './network-ids.ts';
import { isPublication } from './networks/network-list.ts';
import type { Share } from './share.ts';
import { isPublished } from './share-state.ts';
import type { Delivery } from './spot.ts';

/** What of the journal figures are made of. */
export type JournalRecords = {
  shares: Pick<Share, 'network' | 'state' | 'openedAt'>[];
  deliveries: Pick<Delivery, 'spotId' | 'groupId' | 'groupName' | 'state' | 'createdAt'>[];
};

export type PeriodFigures = {
  /** First instant of the period, in this browser's time zone. */
  from: number;
  /** Shares told or proved to be out, where anyone may read them: a message to someone is no publication. */
  published: number;
  /** Composers opened whose outcome the employee has not said. Dismissed shares count nowhere. */
  opened: number;
  /** Spots kept in at least one group; waiting ones are kept, undone ones are not. */
  spots: number;
  byNetwork: { network: NetworkId; published: number; opened: number }[];
  byGroup: { groupId: string; groupName: string; spots: number }[];
};

export type WeekFigures = { from: number; published: number; spots: number };

/** This week, from Monday, and this calendar month, in this browser's time zone. */
export function journalFigures({ shares, deliveries, now }: JournalRecords & { now: number }): {
  week: PeriodFigures;
  month: PeriodFigures;
} {
  return {
    week: periodFigures({ shares, deliveries }, startOfWeek(now, 0)),
    month: periodFigures({ shares, deliveries }, startOfMonth(now)),
  };
}

/** The last weeks, oldest first, the current one last, for a small plot. */
export function weeklySeries(
  { shares, deliveries, now }: JournalRecords & { now: number },
  weekCount = 8,
): WeekFigures[] {
  return Array.from({ length: weekCount }, (_, index) => {
    const weeksAgo = weekCount - 1 - index;
    const from = startOfWeek(now, weeksAgo);
    const until = startOfWeek(now, weeksAgo - 1);
    const { published, spots } = periodFigures({ shares, deliveries }, from, until);
    return { from, published, spots };
  });
}

function periodFigures({ shares, deliveries }: JournalRecords, from: number, until = Infinity): PeriodFigures {
  const within = (at: number) => at >= from && at < until;
  const told = shares.filter((share) => within(share.openedAt) && isPost(share.network));
  const kept = deliveries.filter((delivery) => within(delivery.createdAt) && isKept(delivery.state));
  return {
    from,
    published: told.filter((share) => isPublished(share.state)).length,
    opened: told.filter((share) => share.state === 'opened').length,
    spots: countSpots(kept),
    byNetwork: networkIds
      .map((network) => {
        const here = told.filter((share) => share.network === network);
        return {
          network,
          published: here.filter((share) => isPublished(share.state)).length,
          opened: here.filter((share) => share.state === 'opened').length,
        };
      })
      .filter(({ published, opened }) => published + opened > 0),
    byGroup: [...Map.groupBy(kept, (delivery) => delivery.groupId)]
      .map(([groupId, inGroup]) => ({
        groupId,
        // A renamed group has two names in the journal: the latest one is the one people know.
        groupName: inGroup.reduce((latest, delivery) => (delivery.createdAt >= latest.createdAt ? delivery : latest))
          .groupName,
        spots: countSpots(inGroup),
      }))
      .sort((a, b) => b.spots - a.spots || a.groupName.localeCompare(b.groupName)),
  };
}

/** Null is a comment on a site that is none of the networks. */
function isPost(network: NetworkId | null): boolean {
  return network === null || isPublication(network);
}

function isKept(state: Delivery['state']): boolean {
  return state !== 'undoing' && state !== 'undone';
}

function countSpots(deliveries: Pick<Delivery, 'spotId'>[]): number {
  return new Set(deliveries.map((delivery) => delivery.spotId)).size;
}

/** By the calendar, not by 24 hours: days of a change of clock have 23 or 25. */
function startOfWeek(now: number, weeksAgo: number): number {
  const day = new Date(now);
  const sinceMonday = (day.getDay() + 6) % 7;
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - sinceMonday - 7 * weeksAgo).getTime();
}

function startOfMonth(now: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), 1).getTime();
}
