import type { NetworkId } from './network-ids.ts';

/** More buttons than these find no room on a card that goes to none of the chosen networks. */
const fallbackCount = 3;

/** The networks of one card: those chosen, as far as the item may go there, else the first of those it may go to. */
export function shownNetworks(allowed: readonly NetworkId[] | null, chosen: readonly NetworkId[]): NetworkId[] {
  const shown = chosen.filter((network) => allowed?.includes(network) ?? true);
  return shown.length > 0 ? shown : (allowed ?? chosen).slice(0, fallbackCount);
}
