import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/domain/errors.ts';
import type { FeedCard, FeedScreen } from '../../lib/domain/first-screen.ts';
import type { NetworkId } from '../../lib/domain/network.ts';
import { textWithLink } from '../../lib/domain/networks/post-text.ts';
import { needsClipboard, type Takes } from '../../lib/domain/networks/takes.ts';
import { loadNetworks, networksNow } from '../ui/network-table.ts';
import { useCommand } from '../ui/use-command.ts';

export type CardActs = {
  /** The item whose command runs or failed. */
  itemId: string | null;
  busy: boolean;
  failed: ErrorCode | null;
  /** What the composer takes of a card; undefined until networks are loaded, for one that is on no card. */
  takesOf: (card: FeedCard, network: NetworkId) => Takes | undefined;
  share: (card: FeedCard, network: NetworkId) => void;
  compose: (card: FeedCard, network: NetworkId) => void;
  spot: (card: FeedCard) => void;
};

/** What one click cannot finish is finished in the composer, with the reason on screen. */
export type ComposeReason = 'clipboard_refused' | null;

type ShareDeps = {
  screen: Pick<FeedScreen, 'takes' | 'preferences'> | null;
  compose: (card: FeedCard, network: NetworkId, reason: ComposeReason) => void;
  onShared: (network: NetworkId) => void;
};

/** The acts of a card. A click that one network's rule would spoil goes to the composer instead of out. */
export function useShare({ screen, compose, onShared }: ShareDeps): CardActs {
  const command = useCommand();
  const [itemId, setItemId] = useState<string | null>(null);

  const takesOf = (card: FeedCard, network: NetworkId) =>
    card.takes?.[network] ?? screen?.takes[network] ?? networksNow()?.[network].takes;

  const share = async (card: FeedCard, network: NetworkId) => {
    if (card.url === null || screen === null) return;
    const text = card.texts[network] ?? card.title;
    setItemId(card.id);
    if (network === 'mastodon' && screen.preferences.mastodon === null) {
      // Asked for once, there.
      compose(card, network, null);
      return;
    }
    const takes = takesOf(card, network) ?? (await loadNetworks())[network].takes;
    if (needsClipboard(takes) && text !== '') {
      try {
        // Before any other await: the clipboard opens to the click itself.
        await navigator.clipboard.writeText(takes === 'nothing' ? textWithLink({ text, url: card.url }) : text);
      } catch {
        // Refused, or no focus: the composer shows the text to be copied by hand.
        compose(card, network, 'clipboard_refused');
        return;
      }
    } else {
      const { isTooLong } = await import('./is-too-long.ts');
      if (await isTooLong(network, { text, url: card.url, title: card.title }, screen.preferences)) {
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
    // Where the address went to the clipboard, it is the one that leaves.
    const address = takes === 'nothing' ? { address: card.url } : {};
    if (await command.run('startShare', { itemId: card.id, network, text, ...address }, openForCheck))
      onShared(network);
  };
  const spot = async (card: FeedCard) => {
    setItemId(card.id);
    await command.run('spotItem', { itemId: card.id });
  };
  return {
    itemId,
    busy: command.busy !== null,
    failed: command.failed,
    takesOf,
    share,
    compose: (card, network) => compose(card, network, null),
    spot,
  };
}
