import type { Delivery } from '../../lib/domain/spot.ts';
import { t } from '../../lib/i18n/messages.ts';

type Standing = Pick<Delivery, 'state' | 'failure'>;

/** Where a spot stands on its way into one group, in words. A reason, where there is one, is told apart. */
export function deliveryWords({ state, failure }: Standing, online: boolean): string {
  if (state === 'delivered' && failure !== null) return t('delivery_undo_refused');
  if (state !== 'queued') return t(`delivery_${state}`);
  if (failure === null) return t('delivery_queued');
  if (failure.code === 'not_signed_in') return t('delivery_queued_signed_out');
  return t(waitsForNetwork(failure, online) ? 'delivery_queued_offline' : 'delivery_queued_again');
}

/** A hub that does not answer while there is a network is the hub's matter, and is said as such. */
function waitsForNetwork(failure: NonNullable<Delivery['failure']>, online: boolean): boolean {
  return failure.code === 'network_unreachable' && !online;
}

/** Whether the words leave out why: a refusal, or a delay that is not the network's. */
export function needsReason({ state, failure }: Standing, online: boolean): boolean {
  if (failure === null) return false;
  return state === 'parked' || state === 'delivered' || (state === 'queued' && !waitsForNetwork(failure, online));
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
