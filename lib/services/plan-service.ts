import { isDirectNetwork } from '../domain/account.ts';
import { codeOf, RelaisError } from '../domain/errors.ts';
import type { NetworkId } from '../domain/network-ids.ts';
import { findDue, nextPlanAt, type Plan, type PlanMode, type PlanProblem } from '../domain/plan.ts';
import { nextSlot } from '../domain/queue-slots.ts';
import type { RelaisDb } from '../storage/db.ts';
import { readPreferences } from '../storage/settings.ts';
import type { PublishInput, PublishOutcome } from './direct-post-service.ts';

export type Reminder = {
  /** All that wait for the person: several are one notification. */
  count: number;
  title: string;
  /** Why a post that was planned asks; null for a plain reminder. */
  problem: PlanProblem | null;
};

export type PlanServiceDeps = {
  db: RelaisDb;
  now: () => number;
  withLock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /** Wakes the background for `wakeUp` at an instant; null when nothing is planned. */
  schedulePlans: (at: number | null) => Promise<void>;
  canNotify: () => Promise<boolean>;
  /** Whether the feed is in front of the person already, with what waits on top of it. */
  isFeedOpen: () => Promise<boolean>;
  showReminder: (reminder: Reminder) => Promise<void>;
  /** Opens the composer of an item in its window. */
  openPlanComposer: (itemId: string, network: NetworkId) => Promise<void>;
  openFeed: () => Promise<void>;
  publishPost: (input: PublishInput) => Promise<PublishOutcome>;
};

export type PlanService = ReturnType<typeof createPlanService>;

type PlanInput = {
  planId: string;
  itemId: string;
  network: NetworkId;
  text: string;
  at: number | null;
  mode: PlanMode;
  accountId: string | null;
};

/** How long a cancelled plan can be taken back. */
const keptMs = 24 * 3_600_000;

/**
 * Shares put off to their time (`findDue` says what becomes of each). The browser's alarm is only a wake:
 * whatever started the background, what is due is read from the database, and the alarm set again.
 */
export function createPlanService(deps: PlanServiceDeps) {
  const { db, now } = deps;

  async function readPlan(planId: string): Promise<Plan> {
    const plan = await db.plans.get(planId);
    if (plan === undefined) throw new RelaisError('not_found', `no plan ${planId}`);
    return plan;
  }

  /** The next free slot beside all that is planned, `except` the plan that is being moved. */
  async function freeSlot(except: string): Promise<number> {
    const [{ queue }, planned] = await Promise.all([
      readPreferences(),
      db.plans.where('state').equals('planned').toArray(),
    ]);
    const taken = planned.filter(({ id }) => id !== except).map(({ at }) => at);
    return nextSlot(taken, queue, now());
  }

  async function schedule(): Promise<void> {
    await deps.schedulePlans(nextPlanAt(await db.plans.where('state').equals('planned').toArray()));
  }

  /**
   * Plans a share, or gives one that is planned for the item and network its new words and time.
   *
   * @throws RelaisError `not_found` (the item left the feed), `not_signed_in` (nobody to post as).
   */
  async function planShare(input: PlanInput): Promise<{ planId: string; at: number }> {
    const { itemId, network, text, mode } = input;
    const accountId = mode === 'post' ? await readPoster(input) : null;
    const known = await activePlan(itemId, network);
    const planId = known?.id ?? input.planId;
    const at = input.at ?? (await freeSlot(planId));
    await db.transaction('rw', db.plans, db.items, async () => {
      const item = await db.items.get(itemId);
      if (item === undefined && known === undefined) throw new RelaisError('not_found', `no item ${itemId}`);
      await db.plans.put({
        ...{ id: planId, itemId, network, text, at, mode, accountId },
        title: item?.title ?? known?.title ?? '',
        state: 'planned',
        problem: null,
        createdAt: now(),
        toldAt: null,
        cancelledAt: null,
      });
    });
    await schedule();
    return { planId, at };
  }

  async function readPoster({ network, accountId }: PlanInput): Promise<string> {
    const account = await db.accounts.get(accountId ?? '');
    if (!isDirectNetwork(network) || account?.network !== network || account.state !== 'active') {
      throw new RelaisError('not_signed_in', `no account ${accountId} on ${network}`);
    }
    return account.id;
  }

  async function activePlan(itemId: string, network: NetworkId): Promise<Plan | undefined> {
    const plans = await db.plans.where('itemId').equals(itemId).toArray();
    return plans.find((plan) => plan.network === network && plan.state !== 'cancelled');
  }

  /** Another time; null is the next free slot. @throws RelaisError `not_found`. */
  async function movePlan(input: { planId: string; at: number | null }): Promise<{ at: number }> {
    const at = input.at ?? (await freeSlot(input.planId));
    await readPlan(input.planId);
    await db.plans.update(input.planId, { at, state: 'planned', problem: null, toldAt: null, cancelledAt: null });
    await schedule();
    return { at };
  }

  /** Cancels, or takes that back: past its time by then, it asks. @throws RelaisError `not_found`. */
  async function cancelPlan({ planId, isCancelled }: { planId: string; isCancelled: boolean }): Promise<void> {
    const plan = await readPlan(planId);
    if (isCancelled) await db.plans.update(planId, { state: 'cancelled', cancelledAt: now() });
    else {
      const state = plan.at <= now() ? 'due' : 'planned';
      await db.plans.update(planId, { state, cancelledAt: null });
    }
    await schedule();
  }

  /**
   * Opens the composer with the kept words; what was being written there meanwhile waits aside.
   *
   * @throws RelaisError `not_found` for a plan, or for its item: the words are still with the plan then.
   */
  async function openPlan({ planId }: { planId: string }): Promise<void> {
    const { itemId, network, text } = await readPlan(planId);
    await db.transaction('rw', db.items, db.shareDrafts, async () => {
      if ((await db.items.get(itemId)) === undefined) throw new RelaisError('not_found', `no item ${itemId}`);
      const draft = await db.shareDrafts.get([itemId, network]);
      const aside = draft === undefined || draft.text === text ? (draft?.aside ?? null) : draft.text;
      await db.shareDrafts.put({ itemId, network, text, aside, savedAt: now() });
    });
    await deps.openPlanComposer(itemId, network);
  }

  /** The item was shared there, from the plan or without it. */
  async function noteShared({ itemId, network }: { itemId: string; network: NetworkId }): Promise<void> {
    const plan = await activePlan(itemId, network);
    if (plan === undefined) return;
    await db.plans.delete(plan.id);
    await schedule();
  }

  /** What the clock brought since the last time. Called at each start and at each wake. */
  function wakeUp(): Promise<void> {
    return deps.withLock('relais-plans', async () => {
      await db.plans.filter(({ cancelledAt }) => cancelledAt !== null && cancelledAt < now() - keptMs).delete();
      const { post, ask } = findDue(await db.plans.where('state').equals('planned').toArray(), now());
      for (const { plan, problem } of ask) await askFor(plan, problem);
      for (const plan of post) await hand(plan);
      await tell();
      await schedule();
    });
  }

  /** Unless the person moved it in the meantime, or took it back. */
  async function askFor(plan: Plan, problem: PlanProblem | null): Promise<void> {
    await db.transaction('rw', db.plans, async () => {
      const current = await db.plans.get(plan.id);
      if (current?.state === 'planned' && current.at === plan.at) {
        await db.plans.update(plan.id, { state: 'due', problem });
      }
    });
  }

  /** Posts what its person planned to post. All that may have changed since is asked again, here and there. */
  async function hand(plan: Plan): Promise<void> {
    const { id: planId, itemId, network, text, accountId, title } = plan;
    const item = await db.items.get(itemId);
    const problem = obstacleOf(item, network, now());
    if (item === undefined || problem !== null) return askFor(plan, problem ?? 'left');
    try {
      const { outcome, failure } = await deps.publishPost({
        ...{ planId, itemId, text, accountId: accountId ?? '' },
        withPicture: item.imageUrl !== null,
        pictureAlt: item.imageAlt ?? '',
        visibility: 'public',
        // They were read when it was planned; what blocks, blocks.
        warningsSeen: true,
      });
      // It is a post by now, which its person tries again or lets go among the others that wait.
      if (outcome === 'refused' && (await deps.canNotify()))
        await deps.showReminder({ count: 1, title, problem: failure });
    } catch (error) {
      const code = codeOf(error);
      // An account that was taken away answers the same as one that was signed out.
      const isAway = code === 'not_found' && (await db.accounts.get(accountId ?? '')) === undefined;
      await askFor(plan, isAway ? 'not_signed_in' : code);
    }
  }

  /** One notification for all that waits, once for each; where none is allowed, the toolbar's mark says it. */
  async function tell(): Promise<void> {
    const due = await db.plans.where('state').equals('due').toArray();
    const untold = due.filter(({ toldAt }) => toldAt === null);
    const [first] = untold;
    if (first === undefined || !(await deps.canNotify()) || (await deps.isFeedOpen())) return;
    // Written first: a worker that dies here costs one notification, and never shows one twice.
    await db.plans.bulkUpdate(untold.map(({ id }) => ({ key: id, changes: { toldAt: now() } })));
    await deps.showReminder({ count: due.length, title: first.title, problem: first.problem });
  }

  /** A click on the notification: the composer when one thing waits, else the list of what does. */
  async function openReminder(): Promise<void> {
    const [plan, ...others] = await db.plans.where('state').equals('due').toArray();
    const isThere = plan !== undefined && (await db.items.get(plan.itemId)) !== undefined;
    if (plan !== undefined && isThere && others.length === 0) await openPlan({ planId: plan.id });
    else await deps.openFeed();
  }

  async function dismissCrowdHint({ itemId }: { itemId: string }): Promise<void> {
    await db.crowds.update(itemId, { hintedAt: now() });
  }

  return { planShare, movePlan, cancelPlan, openPlan, noteShared, wakeUp, openReminder, dismissCrowdHint };
}

type Offered = { expiresAt: number | null; networks: NetworkId[] | null } | undefined;

/** What an item says against being posted; its embargo and its checks are asked where posts are admitted. */
function obstacleOf(item: Offered, network: NetworkId, now: number): PlanProblem | null {
  if (item === undefined) return 'left';
  if (item.expiresAt !== null && item.expiresAt <= now) return 'expired';
  return item.networks === null || item.networks.includes(network) ? null : 'not_allowed';
}
