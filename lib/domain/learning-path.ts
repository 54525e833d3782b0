import type { Guideline } from './guideline.ts';
import type { Role } from './role.ts';
import { roles } from './role-ids.ts';

/** How far a card is: to be read, to be read again because it changed, or read in its present version. */
export type CardState = 'new' | 'changed' | 'read';

/** What the database knows of one card's reading. */
export type CardReading = { version: string; wasRight: boolean };

type PathCard = Pick<Guideline, 'id' | 'kind' | 'roles' | 'version'>;

export type LearningPath<T extends PathCard> = {
  /** The cards for everyone, then the role's own; everyone's only, without a role. */
  own: T[];
  /** What the own path leaves out, by role, in the order of `roles`; a card of two roles stands in both. */
  others: { role: Role; cards: T[] }[];
};

/** The path of someone in `role`. Cards keep the company's order; charters are no part of a path. */
export function learningPath<T extends PathCard>(guidelines: T[], role: Role | null): LearningPath<T> {
  const cards = guidelines.filter((guideline) => guideline.kind === 'card');
  const forEveryone = cards.filter((card) => card.roles.length === 0);
  const forRole = cards.filter((card) => role !== null && card.roles.includes(role));
  const own = [...forEveryone, ...forRole];
  const others = roles
    .filter((other) => other !== role)
    .map((other) => ({ role: other, cards: cards.filter((card) => card.roles.includes(other) && !own.includes(card)) }))
    .filter(({ cards: left }) => left.length > 0);
  return { own, others };
}

export function cardState(card: Pick<Guideline, 'version'>, reading: CardReading | null): CardState {
  if (reading === null) return 'new';
  return reading.version === card.version ? 'read' : 'changed';
}

/** The first card after `id` that is not read, around the end of the path; null when all others are. */
export function nextCard<T extends { id: string; state: CardState }>(path: T[], id: string): T | null {
  const at = path.findIndex((card) => card.id === id);
  const after = [...path.slice(at + 1), ...path.slice(0, Math.max(at, 0))];
  return after.find((card) => card.state !== 'read') ?? null;
}
