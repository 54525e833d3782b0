import { useEffect, useState } from 'preact/hooks';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { loadNetworks, markNow } from './network-table.ts';
import './NetworkMark.css';

/** Decoration: its button or the words beside it name the network. Its place is kept until its sign is here. */
export function NetworkMark({ network, size = 16 }: { network: NetworkId; size?: number }) {
  const mark = markNow(network);
  const [, renderAgain] = useState(0);
  useEffect(() => {
    // Without its sign a network still has its name.
    if (mark === undefined) void loadNetworks().then(() => renderAgain(1), Boolean);
  }, [mark]);
  return (
    <svg class="r-network-mark" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={mark} />
    </svg>
  );
}
