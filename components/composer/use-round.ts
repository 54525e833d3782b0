import { useState } from 'preact/hooks';
import { codeOf, type ErrorCode } from '../../lib/domain/errors.ts';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { needsClipboard, type Takes } from '../../lib/domain/networks/takes.ts';
import { sendMessage } from '../../lib/messaging/send.ts';

/** One network of several: its text, and what of it travels on the clipboard. */
export type Turn = { network: NetworkId; text: string; takes: Takes; clip: string; address?: string | null };

export type TurnState =
  | { is: 'waiting' }
  | { is: 'opening' }
  | { is: 'opened'; shareId: string; turn: Turn }
  | { is: 'failed'; code: ErrorCode };

/**
 * Several networks, one click each: a browser opens the clipboard to a click only, and windows that open
 * over one another are closed unread. A failing one keeps its reason, and the next can go on.
 */
export function useRound(itemId: string, onShared: (network: NetworkId) => void) {
  const [states, setStates] = useState<Partial<Record<NetworkId, TurnState>>>({});
  const set = (network: NetworkId, state: TurnState) => setStates((known) => ({ ...known, [network]: state }));
  const stateOf = (network: NetworkId): TurnState => states[network] ?? { is: 'waiting' };

  const open = async (turn: Turn, { agreed = false, copied = false } = {}) => {
    const { network, text, takes, clip, address } = turn;
    if (needsClipboard(takes) && text.trim() !== '' && !copied) {
      try {
        // Before any other await: the clipboard opens to the click itself.
        await navigator.clipboard.writeText(clip);
      } catch {
        set(network, { is: 'failed', code: 'clipboard_refused' });
        return;
      }
    }
    set(network, { is: 'opening' });
    try {
      // Where the address is on the clipboard, it is the one that leaves.
      const copiedAddress = takes === 'nothing' && address ? { address } : {};
      const input = { itemId, network, text, ...copiedAddress, ...(agreed && { warningsSeen: true }) };
      const { shareId } = await sendMessage('startShare', input);
      set(network, { is: 'opened', shareId, turn });
      onShared(network);
    } catch (error) {
      set(network, { is: 'failed', code: codeOf(error) });
    }
  };
  return { stateOf, open };
}
