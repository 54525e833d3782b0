/** The small gestures a newcomer is invited to, in the order in which they make sense. */
export const gestures = ['source', 'charter', 'card', 'keep', 'share', 'spot'] as const;
export type Gesture = (typeof gestures)[number];

/** What the database tells: what is there to be done, and what was really done. */
export type FirstWeekFacts = {
  /** When the first source or connection was added; null when there is none. */
  startedAt: number | null;
  hasCharter: boolean;
  hasCards: boolean;
  /** Groups to spot into, joined or not. */
  hasGroups: boolean;
  acknowledged: boolean;
  readCard: boolean;
  keptItem: boolean;
  /** A share or a comment that the employee, or the network itself, said went out. */
  shared: boolean;
  spotted: boolean;
};

export type FirstWeekStep = { gesture: Gesture; done: boolean };

const gestureCount = 5;
/** A week, and two more for those who were away; then it goes of itself. */
const shownMs = 21 * 86_400_000;

/**
 * Five gestures at most, only such as can be done here: reading a card stands in for the charter or the
 * spot where the company has none. Null once all are done or the newcomer is one no more.
 */
export function firstWeek(facts: FirstWeekFacts, now: number): FirstWeekStep[] | null {
  if (facts.startedAt !== null && now - facts.startedAt > shownMs) return null;
  const all: Record<Gesture, { possible: boolean; done: boolean }> = {
    source: { possible: true, done: facts.startedAt !== null },
    charter: { possible: facts.hasCharter, done: facts.acknowledged },
    card: { possible: facts.hasCards, done: facts.readCard },
    keep: { possible: true, done: facts.keptItem },
    share: { possible: true, done: facts.shared },
    spot: { possible: facts.hasGroups, done: facts.spotted },
  };
  const possible = gestures.filter((gesture) => all[gesture].possible);
  // The card is the spare one: it steps back where the five others are there.
  const chosen = possible.length > gestureCount ? possible.filter((gesture) => gesture !== 'card') : possible;
  const steps = chosen.map((gesture) => ({ gesture, done: all[gesture].done }));
  return steps.every((step) => step.done) ? null : steps;
}
