import { parseWebAddress } from './links/parse-address.ts';
import type { NetworkId } from './network.ts';
import { networks } from './networks/table.ts';

/** The network whose post an address is, by its host; null for any other site. */
export function networkOfAddress(address: string | null): NetworkId | null {
  const host = parseWebAddress(address ?? '')?.hostname;
  if (host === undefined) return null;
  for (const { id, hosts } of Object.values(networks)) {
    const domains = hosts.map((own) => own.replace(/^www\./, ''));
    if (domains.some((domain) => host === domain || host.endsWith(`.${domain}`))) return id;
  }
  return null;
}
