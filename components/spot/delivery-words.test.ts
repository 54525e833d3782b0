import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../lib/domain/spot.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { deliveryWords, spotOutcome } from './delivery-words.ts';

describe('deliveryWords', () => {
  it('tells a network that is away from any other delay', () => {
    const failure = (code: 'network_unreachable' | 'server_error') => ({ code, at: 0 });
    expect(deliveryWords({ state: 'queued', failure: null })).toBe('On its way');
    expect(deliveryWords({ state: 'queued', failure: failure('network_unreachable') })).toBe(
      'Will leave when the network is back',
    );
    setTestLocale('fr');
    expect(deliveryWords({ state: 'queued', failure: failure('server_error') })).toBe('Sera réessayé automatiquement');
  });
});

describe('spotOutcome', () => {
  it.each<[Delivery['state'][], string, number]>([
    [['delivered', 'parked', 'queued'], 'failed', 1],
    [['delivered', 'queued', 'undone'], 'sending', 2],
    [['delivered', 'undone'], 'delivered', 1],
    [['undone', 'undoing'], 'undone', 1],
  ])('of %j is %s for %d', (states, outcome, count) => {
    expect(spotOutcome(states.map((state) => ({ state })))).toEqual({ outcome, count });
  });
});
