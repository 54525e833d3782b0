import type { Share } from '../../lib/domain/share.ts';
import { hostOf } from './host-of.ts';
import { Icon } from './Icon.tsx';
import { NetworkMark } from './NetworkMark.tsx';
import { networkName } from './network-name.ts';

/** Where a share went: the network by its name, any other site by its host. */
export function placeOf({ network, url }: Pick<Share, 'network' | 'url'>): string {
  return network === null ? hostOf(url) : networkName(network);
}

/** The network's mark; a comment's own icon on a site that is none of the networks. */
export function ShareMark({ share, size }: { share: Pick<Share, 'network'>; size?: number }) {
  if (share.network === null) return <Icon name="engage" size={size} />;
  return <NetworkMark network={share.network} size={size} />;
}
