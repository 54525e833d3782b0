import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../lib/domain/errors.ts';
import type { Delivery } from '../../lib/domain/spot.ts';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { deliveryWords, needsReason, spotOutcome } from './delivery-words.ts';

describe('deliveryWords', () => {
  const queued = (code: ErrorCode) => ({ state: 'queued' as const, failure: { code, at: 0 } });

  it('tells a network that is away from any other delay', () => {
    expect(deliveryWords({ state: 'queued', failure: null }, true)).toBe('On its way');
    expect(deliveryWords(queued('network_unreachable'), false)).toBe('Will leave when the network is back');
    setTestLocale('fr');
    expect(deliveryWords(queued('server_error'), true)).toBe('Sera réessayé automatiquement');
  });

  it('does not wait for a network that is there while the hub is silent, and says why it waits', () => {
    expect(deliveryWords(queued('network_unreachable'), true)).toBe('Will be tried again by itself');
    expect(needsReason(queued('network_unreachable'), true)).toBe(true);
    expect(needsReason(queued('network_unreachable'), false)).toBe(false);
  });

  it('says that a spot is still there when it could not be taken back, and why', () => {
    const kept = { state: 'delivered' as const, failure: { code: 'forbidden' as const, at: 0 } };
    expect(deliveryWords(kept, true)).toBe('Still in the group: it could not be taken back');
    expect(needsReason(kept, true)).toBe(true);
    expect(deliveryWords({ state: 'delivered', failure: null }, true)).not.toBe(deliveryWords(kept, true));
  });

  it('does not promise to try by itself what waits for a new invitation', () => {
    expect(deliveryWords(queued('not_signed_in'), true)).toBe('Waits until you connect again');
    expect(needsReason(queued('not_signed_in'), true)).toBe(true);
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
