import type { NetworkId } from '../../lib/domain/network.ts';

/** Takes a network off, or adds it last. The last one left stays, because a card needs a button. */
export function toggleNetwork(chosen: NetworkId[], network: NetworkId): NetworkId[] {
  if (!chosen.includes(network)) return [...chosen, network];
  return chosen.length === 1 ? chosen : chosen.filter((other) => other !== network);
}

/** Moves a network one place; at the end of the list it stays. */
export function moveNetwork(chosen: NetworkId[], network: NetworkId, step: -1 | 1): NetworkId[] {
  const at = chosen.indexOf(network);
  const neighbour = chosen[at + step];
  if (at < 0 || neighbour === undefined) return chosen;
  const moved = [...chosen];
  moved[at] = neighbour;
  moved[at + step] = network;
  return moved;
}
