import type { NetworkId } from '../../lib/domain/network-ids.ts';
import type { networks } from '../../lib/domain/networks/table.ts';

type NetworkTable = typeof networks;

/** What a page that paints before it has loaded the networks got hold of since. */
let loaded: NetworkTable | undefined;
let painted: Partial<Record<NetworkId, string>> = {};

/** The signs that came with what is painted first: the others are loaded after it. */
export function rememberMarks(marks: Partial<Record<NetworkId, string>>): void {
  painted = marks;
}

/** A network's sign, if it is here already. */
export function markNow(network: NetworkId): string | undefined {
  return painted[network] ?? loaded?.[network].mark;
}

/** The table of networks, if it is here already. */
export function networksNow(): NetworkTable | undefined {
  return loaded;
}

/** All that is known of networks, in a file of its own: a popup's first paint does without. */
export async function loadNetworks(): Promise<NetworkTable> {
  loaded ??= (await import('../../lib/domain/networks/table.ts')).networks;
  return loaded;
}
