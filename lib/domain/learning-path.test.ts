import { describe, expect, it } from 'vitest';
import { cardState, learningPath, nextCard } from './learning-path.ts';
import type { Role } from './role.ts';

const card = (id: string, ...roles: Role[]) => ({ id, kind: 'card' as const, version: '1', roles });
const ids = (cards: { id: string }[]) => cards.map(({ id }) => id).join(' ');

describe('learningPath', () => {
  const guidelines = [
    { ...card('charter'), kind: 'charter' as const },
    card('offers', 'hr'),
    card('words'),
    card('figures', 'communication', 'sales'),
    card('secrets'),
  ];

  it.each([
    [null, 'words secrets', 'communication: figures, hr: offers, sales: figures'],
    ['hr', 'words secrets offers', 'communication: figures, sales: figures'],
    // What is in the own path already is not offered again under another role.
    ['sales', 'words secrets figures', 'hr: offers'],
    ['manager', 'words secrets', 'communication: figures, hr: offers, sales: figures'],
  ] as const)('of %s', (role, own, others) => {
    const path = learningPath(guidelines, role);
    expect(ids(path.own)).toBe(own);
    expect(path.others.map((other) => `${other.role}: ${ids(other.cards)}`).join(', ')).toBe(others);
  });

  it('is empty where there are no cards', () => {
    expect(learningPath([], 'hr')).toEqual({ own: [], others: [] });
  });
});

describe('cardState', () => {
  it.each([
    [null, 'new'],
    [{ version: '1', wasRight: false }, 'changed'],
    [{ version: '2', wasRight: false }, 'read'],
  ] as const)('after %o is %s', (reading, state) => {
    expect(cardState({ version: '2' }, reading)).toBe(state);
  });
});

describe('nextCard', () => {
  const path = (states: string) =>
    [...states].map((state, i) => ({ id: `${i}`, state: state === 'r' ? ('read' as const) : ('new' as const) }));

  it.each([
    ['nnn', '0', '1'],
    ['nrn', '0', '2'],
    ['nrr', '2', '0'],
    ['nrn', '2', '0'],
    ['rnr', '1', undefined],
    ['rrr', '0', undefined],
    ['nn', 'gone', '0'],
  ])('of %s after %s is %s', (states, id, next) => {
    expect(nextCard(path(states), id)?.id).toBe(next);
  });
});
