import { describe, expect, it } from 'vitest';
import { formatDate } from '../../lib/i18n/format-span.ts';
import type { LaterOffer } from '../../lib/storage/queries/plans.ts';
import { aCard } from '../../tests/helpers/cards.ts';
import { aPlan } from '../../tests/helpers/plan-rows.ts';
import { laterItems, type PlanCommand } from './later-items.ts';

const nextSlot = new Date(2026, 10, 24, 13, 45).getTime();
const tomorrow = new Date(2026, 10, 25, 9, 15).getTime();

function choose(index: number, values: Partial<LaterOffer> = {}) {
  const offer = { tomorrow, nextSlot, plannedCount: 0, plan: null, draft: null, accounts: [], crowd: null, ...values };
  const ran: [PlanCommand, string, PlanCommand][] = [];
  const composed: string[] = [];
  const items = laterItems(aCard(), 'linkedin', offer, {
    run: (...told) => void ran.push(told),
    compose: (_, network) => void composed.push(network),
  });
  items.at(index)?.onSelect();
  return { ran, composed, labels: items.map(({ label }) => label) };
}

describe('laterItems', () => {
  it('offers the next free slot, tomorrow morning, and the composer for any other time', () => {
    const { labels, composed } = choose(-1);
    expect(labels).toEqual([
      `Next free slot: ${formatDate(nextSlot)}`,
      `Tomorrow morning: ${formatDate(tomorrow)}`,
      'A day and time of my choice',
    ]);
    expect(composed).toEqual(['linkedin']);
    expect(choose(0, { tomorrow: nextSlot }).labels).toHaveLength(2);
  });

  it('plans what the card proposes, with its way back', () => {
    const [told] = choose(1).ran;
    expect(told?.[0]).toMatchObject({
      name: 'planShare',
      input: { network: 'linkedin', text: 'Proud of the Roubaix team.', at: tomorrow, mode: 'remind' },
    });
    const planId = told?.[0].name === 'planShare' ? told[0].input.planId : '';
    expect(told?.[2]).toEqual({ name: 'cancelPlan', input: { planId, isCancelled: true } });
  });

  it('takes own words that were begun before any proposal', () => {
    expect(choose(0, { draft: 'My own words' }).ran[0]?.[0].input).toMatchObject({ text: 'My own words' });
  });

  it('only moves what is planned already: its words stay', () => {
    const plan = aPlan({ at: tomorrow, text: 'Kept words' });
    const [told] = choose(0, { plan }).ran;
    expect(told?.[0]).toEqual({ name: 'movePlan', input: { planId: plan.id, at: nextSlot } });
    expect(told?.[2]).toEqual({ name: 'movePlan', input: { planId: plan.id, at: tomorrow } });
  });
});
