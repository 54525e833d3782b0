import type { FeedScreen } from '../../lib/domain/first-screen.ts';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import type { Post } from '../../lib/domain/networks/network-definition.ts';
import { offerNetwork } from '../../lib/domain/networks/network-list.ts';
import { networks } from '../../lib/domain/networks/table.ts';

/** Whether a network would not take a post as it is. Loaded at the first click that has to know. */
export async function isTooLong(
  network: NetworkId,
  post: Post,
  preferences: FeedScreen['preferences'],
): Promise<boolean> {
  const count = await networks[network].loadCounter(preferences);
  return count(post) > offerNetwork(network, preferences, []).limit;
}
