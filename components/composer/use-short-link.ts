import { useEffect } from 'preact/hooks';
import { needsShortLink } from '../../lib/domain/links/campaign-tags.ts';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { sendMessage } from '../../lib/messaging/send.ts';
import type { ComposerContext } from '../../lib/storage/queries/composer.ts';

/** Has the hub's short address ready while the employee writes, so that what is shown is what leaves. */
export function useShortLink(context: ComposerContext | undefined, network: NetworkId): void {
  const itemId = context?.item.id;
  const isNeeded = context !== undefined && needsShortLink(network, context.links);
  useEffect(() => {
    if (itemId === undefined || !isNeeded) return;
    // Without it the longer address is shown, and leaves.
    sendMessage('prepareLink', { itemId, network }).catch(() => undefined);
  }, [itemId, network, isNeeded]);
}
