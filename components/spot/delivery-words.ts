import type { Delivery } from '../../lib/domain/spot.ts';
import { t } from '../../lib/i18n/messages.ts';

/** Where a spot stands on its way into one group, in words. A reason, where there is one, is told apart. */
export function deliveryWords({ state, failure }: Pick<Delivery, 'state' | 'failure'>): string {
  if (state !== 'queued') return t(`delivery_${state}`);
  if (failure === null) return t('delivery_queued');
  return t(failure.code === 'network_unreachable' ? 'delivery_queued_offline' : 'delivery_queued_again');
}

/** Whether the words leave out why: a refusal, or a delay that is not the network's. */
export function needsReason({ state, failure }: Pick<Delivery, 'state' | 'failure'>): boolean {
  if (failure === null) return false;
  return state === 'parked' || (state === 'queued' && failure.code !== 'network_unreachable');
}

export type SpotOutcome = 'sending' | 'delivered' | 'failed' | 'undone';

/** What became of a spot as a whole, and in how many groups: what needs attention is said first. */
export function spotOutcome(deliveries: Pick<Delivery, 'state'>[]): { outcome: SpotOutcome; count: number } {
  const count = (...states: Delivery['state'][]) => deliveries.filter(({ state }) => states.includes(state)).length;
  const parked = count('parked');
  if (parked > 0) return { outcome: 'failed', count: parked };
  const queued = count('queued');
  const delivered = count('delivered');
  if (queued > 0) return { outcome: 'sending', count: queued + delivered };
  return delivered > 0 ? { outcome: 'delivered', count: delivered } : { outcome: 'undone', count: count('undone') };
}
