import { parseWebAddress } from './links/parse-address.ts';
import type { NetworkId } from './network.ts';
import { networks } from './networks/table.ts';

/** The network whose post an address is, by its host; null for any other site. */
export function networkOfAddress(address: string | null): NetworkId | null {
  const host = parseWebAddress(address ?? '')?.hostname;
  if (host === undefined) return null;
  for (const { id, host: own } of Object.values(networks)) {
    const domain = own.replace(/^www\./, '');
    if (host === domain || host.endsWith(`.${domain}`)) return id;
  }
  // The former name of X is still in addresses that people copy.
  return host === 'twitter.com' || host.endsWith('.twitter.com') ? 'x' : null;
}
