import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/domain/errors.ts';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import type { NetworkId } from '../../lib/domain/network.ts';
import { networks } from '../../lib/domain/networks/table.ts';
import { useCommand } from '../ui/use-command.ts';

export type CardActs = {
  /** The item whose command runs or failed. */
  itemId: string | null;
  busy: boolean;
  failed: ErrorCode | null;
  share: (card: FeedCard, network: NetworkId) => void;
  compose: (card: FeedCard, network: NetworkId) => void;
  spot: (card: FeedCard) => void;
};

/** What one click cannot finish is finished in the composer, with the reason on screen. */
export type ComposeReason = 'clipboard_refused' | null;

type ShareDeps = {
  compose: (card: FeedCard, network: NetworkId, reason: ComposeReason) => void;
  onShared: (network: NetworkId) => void;
};

/** The acts of a card. A click that one network's rule would spoil goes to the composer instead of out. */
export function useShare({ compose, onShared }: ShareDeps): CardActs {
  const command = useCommand();
  const [itemId, setItemId] = useState<string | null>(null);

  const share = async (card: FeedCard, network: NetworkId) => {
    if (card.url === null) return;
    const text = card.texts[network] ?? card.title;
    const { takes, limit, loadCounter } = networks[network];
    setItemId(card.id);
    if (takes === 'link' && text !== '') {
      try {
        // Before any other await: the clipboard opens to the click itself.
        await navigator.clipboard.writeText(text);
      } catch {
        // Refused, or no focus: the composer shows the text to be copied by hand.
        compose(card, network, 'clipboard_refused');
        return;
      }
    } else {
      const count = await loadCounter();
      if (count({ text, url: card.url }) > limit) {
        compose(card, network, null);
        return;
      }
    }
    const openForCheck = (code: ErrorCode) => {
      const isCheck = code === 'check_blocked' || code === 'check_warned';
      // The composer finds what the background found, and says it.
      if (isCheck) compose(card, network, null);
      return isCheck;
    };
    if (await command.run('startShare', { itemId: card.id, network, text }, openForCheck)) onShared(network);
  };
  const spot = async (card: FeedCard) => {
    setItemId(card.id);
    await command.run('spotItem', { itemId: card.id });
  };
  return {
    itemId,
    busy: command.busy !== null,
    failed: command.failed,
    share,
    compose: (card, network) => compose(card, network, null),
    spot,
  };
}
