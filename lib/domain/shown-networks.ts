import type { NetworkId } from './network-ids.ts';

/** As many buttons as find room on a card beside what else it offers; the others are in its menu. */
const roomFor = 4;

/** The networks of one card: those chosen, as far as the item may go there, else those it may go to. */
export function shownNetworks(allowed: readonly NetworkId[] | null, chosen: readonly NetworkId[]): NetworkId[] {
  const shown = chosen.filter((network) => allowed?.includes(network) ?? true);
  return (shown.length > 0 ? shown : (allowed ?? chosen)).slice(0, roomFor);
}
