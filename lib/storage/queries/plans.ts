import { type Account, isDirectNetwork } from '../../domain/account.ts';
import { toLocalDay } from '../../domain/calendar.ts';
import type { NetworkId } from '../../domain/network-ids.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Queue } from '../../domain/queue.ts';
import { nextSlot, quieterSlot, tomorrowMorning } from '../../domain/queue-slots.ts';
import type { RelaisDb } from '../db.ts';
import { readPreferences } from '../settings.ts';

/** What became of its item: `left` the feed, past its end, not open yet, or offered as ever. */
export type PlanEntry = Plan & { item: 'offered' | 'left' | 'expired' | 'soon' };

async function describe(db: RelaisDb, plans: Plan[], now: number): Promise<PlanEntry[]> {
  const items = await db.items.bulkGet(plans.map(({ itemId }) => itemId));
  return plans
    .map((plan, i) => {
      const item = items[i];
      const state =
        item === undefined
          ? 'left'
          : item.expiresAt !== null && item.expiresAt <= now
            ? 'expired'
            : item.embargoUntil !== null && item.embargoUntil > Math.max(now, plan.at)
              ? 'soon'
              : 'offered';
      return { ...plan, item: state } as const;
    })
    .sort((a, b) => a.at - b.at);
}

/** The personal queue: what is planned, the next one first. */
export async function readPlanned(db: RelaisDb, now: number): Promise<PlanEntry[]> {
  return describe(db, await db.plans.where('state').equals('planned').toArray(), now);
}

/** What waits for the person, the oldest first. */
export async function readDuePlans(db: RelaisDb, now: number): Promise<PlanEntry[]> {
  return describe(db, await db.plans.where('state').equals('due').toArray(), now);
}

export async function countDuePlans(db: RelaisDb): Promise<number> {
  return db.plans.where('state').equals('due').count();
}

export async function readQueue(): Promise<Queue> {
  return (await readPreferences()).queue;
}

/** From so many on, colleagues' posts of one item on one day are a crowd. */
const crowdFrom = 10;

export type LaterOffer = {
  tomorrow: number;
  nextSlot: number;
  /** How many are planned in all. */
  plannedCount: number;
  /** Of this item on this network already. */
  plan: Plan | null;
  /** What is being written for it; null where that is what is proposed. */
  draft: string | null;
  /** Who could post by themselves; empty where the network lets nobody. */
  accounts: Account[];
  /** A quieter time to propose because many colleagues share the item today; null for none. */
  crowd: { sharers: number; at: number } | null;
};

/** When a share could be put off to. */
export async function readLaterOffer(
  db: RelaisDb,
  post: { itemId: string; network: NetworkId },
  now: number,
): Promise<LaterOffer> {
  const { itemId, network } = post;
  const [{ queue }, plans, accounts, crowd, draft] = await Promise.all([
    readPreferences(),
    db.plans.where('state').anyOf('planned', 'due').toArray(),
    isDirectNetwork(network) ? db.accounts.where('network').equals(network).sortBy('connectedAt') : [],
    db.crowds.get(itemId),
    db.shareDrafts.get([itemId, network]),
  ]);
  const plan = plans.find((one) => one.itemId === itemId && one.network === network) ?? null;
  const planned = plans.filter(({ state }) => state === 'planned');
  const taken = planned.filter(({ id }) => id !== plan?.id).map(({ at }) => at);
  const isCrowd =
    crowd !== undefined &&
    crowd.sharers >= crowdFrom &&
    crowd.hintedAt === null &&
    toLocalDay(crowd.at) === toLocalDay(now);
  return {
    tomorrow: tomorrowMorning(queue, now),
    nextSlot: nextSlot(taken, queue, now),
    plannedCount: planned.length,
    plan,
    draft: draft?.text ?? null,
    accounts: accounts.filter(({ state }) => state === 'active'),
    crowd: isCrowd && plan === null ? { sharers: crowd.sharers, at: quieterSlot(taken, queue, now) } : null,
  };
}
