import { z } from 'zod';
import { errorCodes } from './errors.ts';
import { networkIdSchema } from './network.ts';

/**
 * `remind` brings the kept words back at their time; `post` publishes them, where a person has an account
 * of their own and asked for it in so many words.
 */
export const planModes = ['remind', 'post'] as const;
export const planModeSchema = z.enum(planModes);
export type PlanMode = z.infer<typeof planModeSchema>;

/** Why a post that was planned asks instead: it is too late for it, or what stood in its way. */
export const planProblems = ['late', 'expired', 'left', 'not_allowed', ...errorCodes] as const;
export const planProblemSchema = z.enum(planProblems);
export type PlanProblem = z.infer<typeof planProblemSchema>;

/**
 * A share put off to its time, with the words written for it. One for each item and network: planning
 * again moves it. Shared, or handed over as a post of its own in one transaction, it is gone.
 *
 *   planned ──► due: the person's turn ──► (gone, when they shared)
 *      ├──────► (gone, when its post is written: `post` only)
 *      └──────► cancelled ──► (gone, after a day in which it may be taken back)
 */
export const planStates = ['planned', 'due', 'cancelled'] as const;
export const planSchema = z.object({
  id: z.string(),
  itemId: z.string(),
  network: networkIdSchema,
  /** The item's, kept for when it leaves the feed. */
  title: z.string(),
  text: z.string(),
  at: z.number(),
  mode: planModeSchema,
  /** Who posts; null for a reminder. */
  accountId: z.string().nullable(),
  state: z.enum(planStates),
  problem: planProblemSchema.nullable(),
  createdAt: z.number(),
  /** When its time was told by a notification; null before. */
  toldAt: z.number().nullable(),
  cancelledAt: z.number().nullable(),
});
export type Plan = z.infer<typeof planSchema>;

const hourMs = 3_600_000;
/** Longer past its time, a post is not what the person had in mind. */
const latestPostMs = 24 * hourMs;
/** What comes later than that came late: a computer was asleep, or a browser closed. */
const lateMs = hourMs;

export type Due = { plan: Plan; problem: PlanProblem | null };

/**
 * What the clock makes of the plans at `now`: those to post, and those to ask about. Nothing comes in a
 * burst: a post that is a day late asks, and of several late ones only the first is posted.
 */
export function findDue(plans: readonly Plan[], now: number): { post: Plan[]; ask: Due[] } {
  const due = plans.filter(({ state, at }) => state === 'planned' && at <= now).sort((a, b) => a.at - b.at);
  const post: Plan[] = [];
  const ask: Due[] = [];
  let lateCount = 0;
  for (const plan of due) {
    const isLate = now - plan.at > lateMs;
    if (plan.mode === 'remind') ask.push({ plan, problem: null });
    else if (now - plan.at > latestPostMs || (isLate && lateCount > 0)) ask.push({ plan, problem: 'late' });
    else {
      post.push(plan);
      if (isLate) lateCount += 1;
    }
  }
  return { post, ask };
}

/** When the clock has something to do next; null when nothing is planned. */
export function nextPlanAt(plans: readonly Plan[]): number | null {
  const times = plans.filter(({ state }) => state === 'planned').map(({ at }) => at);
  return times.length === 0 ? null : Math.min(...times);
}
