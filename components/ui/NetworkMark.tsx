import type { NetworkId } from '../../lib/domain/network.ts';
import './NetworkMark.css';

/** Drawn for Relais at 24 units, filled: enough of each network's sign to be known at 16 pixels. */
const shapes: Record<NetworkId, string> = {
  linkedin:
    'M3 9h4v12H3zM5 2.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8M9.5 9h3.8v1.7c.7-1.2 2-2 3.8-2 3.4 0 4.4 2.2 4.4 5.5V21h-4v-6.2c0-1.6-.3-2.8-1.8-2.8-1.6 0-2.2 1.2-2.2 2.9V21h-4z',
  x: 'M3 3h5.6l4.3 6 5.1-6h2.4l-6.4 7.5L21.6 21H16l-4.7-6.6L5.7 21H3.3l6.9-8.1zm3.4 1.8 10.5 14.4h1.4L7.8 4.8z',
  bluesky:
    'M12 10.8C11 8.7 8.2 5 5.6 3.3 3.2 1.7 2 2.2 2 5c0 1.1.5 5.2.9 6 .9 2 2.7 2.3 4.6 2-2.9.5-4.3 1.9-2.6 4.4 2.4 3.5 5.4 1.5 7.1-2.7 1.7 4.2 4.7 6.2 7.1 2.7 1.7-2.5.3-3.9-2.6-4.4 1.9.3 3.7 0 4.6-2 .4-.8.9-4.9.9-6 0-2.8-1.2-3.3-3.6-1.7C15.8 5 13 8.7 12 10.8',
};

/** Decoration: its button or the words beside it name the network. */
export function NetworkMark({ network, size = 16 }: { network: NetworkId; size?: number }) {
  return (
    <svg class="r-network-mark" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={shapes[network]} />
    </svg>
  );
}
