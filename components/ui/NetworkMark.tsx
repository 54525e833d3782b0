import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { loadNetworks, networksNow } from './network-table.ts';
import './NetworkMark.css';

/** Signs that came with what is painted first: the others are loaded after it. */
export const KnownMarks = createContext<Partial<Record<NetworkId, string>>>({});

/** Decoration: its button or the words beside it name the network. Its place is kept until its sign is here. */
export function NetworkMark({ network, size = 16 }: { network: NetworkId; size?: number }) {
  const known = useContext(KnownMarks)[network] ?? networksNow()?.[network].mark;
  const [, renderAgain] = useState(0);
  const isMissing = known === undefined;
  useEffect(() => {
    if (!isMissing) return;
    let wanted = true;
    loadNetworks().then(
      () => wanted && renderAgain((n) => n + 1),
      () => undefined, // Without its sign a network still has its name.
    );
    return () => {
      wanted = false;
    };
  }, [isMissing]);
  return (
    <svg class="r-network-mark" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={known} />
    </svg>
  );
}
