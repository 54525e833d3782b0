import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { t } from '../../lib/i18n/messages.ts';

/** What a network is called on screen. From the locale, so that the first paint needs no table of networks. */
export function networkName(network: NetworkId): string {
  return t(`network_name_${network}`);
}
