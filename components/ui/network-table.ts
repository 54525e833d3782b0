import type { networks } from '../../lib/domain/networks/table.ts';

type NetworkTable = typeof networks;

/** What a page that paints before it has loaded the networks got hold of since. */
let loaded: NetworkTable | null = null;

/** The table of networks, if it is here already. */
export function networksNow(): NetworkTable | null {
  return loaded;
}

/** All that is known of networks, in a file of its own: a popup's first paint does without. */
export async function loadNetworks(): Promise<NetworkTable> {
  loaded ??= (await import('../../lib/domain/networks/table.ts')).networks;
  return loaded;
}
