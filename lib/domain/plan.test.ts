import { describe, expect, it } from 'vitest';
import { findDue, nextPlanAt, type Plan } from './plan.ts';

const hourMs = 3_600_000;
const now = Date.UTC(2026, 10, 23, 9);

function aPlan(id: string, hoursAgo: number, values: Partial<Plan> = {}): Plan {
  return {
    id,
    itemId: `newsroom|${id}`,
    network: 'bluesky',
    title: id,
    text: 'Own words',
    at: now - hoursAgo * hourMs,
    mode: 'post',
    accountId: 'bluesky|camille',
    state: 'planned',
    problem: null,
    createdAt: now - 100 * hourMs,
    toldAt: null,
    cancelledAt: null,
    ...values,
  };
}

const ids = ({ post, ask }: ReturnType<typeof findDue>) => ({
  post: post.map(({ id }) => id),
  ask: ask.map(({ plan, problem }) => (problem === null ? plan.id : `${plan.id} ${problem}`)),
});

describe('findDue', () => {
  it.each<[string, Plan[], { post: string[]; ask: string[] }]>([
    ['nothing before its time', [aPlan('a', -0.1)], { post: [], ask: [] }],
    ['a post at its time', [aPlan('a', 0)], { post: ['a'], ask: [] }],
    ['a reminder, and never a post of it', [aPlan('a', 0.1, { mode: 'remind' })], { post: [], ask: ['a'] }],
    ['a post of last night, for a computer that slept', [aPlan('a', 14)], { post: ['a'], ask: [] }],
    ['a question after a day', [aPlan('a', 24.1)], { post: [], ask: ['a late'] }],
    [
      'one of several late posts',
      [aPlan('b', 5), aPlan('a', 14), aPlan('c', 2)],
      { post: ['a'], ask: ['b late', 'c late'] },
    ],
    ['a late one, and one at its time', [aPlan('a', 14), aPlan('b', 0.01)], { post: ['a', 'b'], ask: [] }],
    [
      'questions after a month away',
      [aPlan('a', 700), aPlan('b', 690), aPlan('c', 600, { mode: 'remind' })],
      { post: [], ask: ['a late', 'b late', 'c'] },
    ],
    [
      'only what is still planned',
      [aPlan('a', 1, { state: 'cancelled' }), aPlan('b', 1, { state: 'due' })],
      { post: [], ask: [] },
    ],
  ])('gives %s', (_, plans, expected) => {
    expect(ids(findDue(plans, now))).toEqual(expected);
  });
});

describe('nextPlanAt', () => {
  it('is the first that is planned, past or not', () => {
    expect(nextPlanAt([aPlan('a', -5), aPlan('b', -2), aPlan('c', -1, { state: 'cancelled' })])).toBe(now + 2 * hourMs);
    expect(nextPlanAt([aPlan('a', 1, { state: 'due' })])).toBeNull();
  });
});
