import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/domain/errors.ts';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import type { MessageInput, MessageOutput } from '../../lib/messaging/protocol.ts';
import { useCommand } from '../ui/use-command.ts';

export type DirectPosting = ReturnType<typeof useDirectPost>;

/** From the press on publish to what the network said of it. */
export function useDirectPost(onPublished: (network: NetworkId, shareId: string) => void) {
  const command = useCommand();
  const [warned, setWarned] = useState(false);
  const [told, setTold] = useState<MessageOutput<'publishPost'> | null>(null);
  const [network, setNetwork] = useState<NetworkId>('bluesky');

  const take = (on: NetworkId, outcome: MessageOutput<'publishPost'> | undefined) => {
    if (outcome === undefined) return;
    setTold(outcome);
    if (outcome.outcome === 'published') onPublished(on, outcome.shareId);
  };
  const publish = async (input: MessageInput<'publishPost'>): Promise<void> => {
    setWarned(false);
    setTold(null);
    setNetwork(input.network);
    const takesWarning = (code: ErrorCode) => {
      setWarned(code === 'check_warned');
      return code === 'check_warned';
    };
    take(input.network, await command.run('publishPost', input, takesWarning));
  };
  const retryWithoutPicture = async (): Promise<void> => {
    if (told === null) return;
    take(network, await command.run('retryPost', { shareId: told.shareId, withoutPicture: true }));
  };
  return { publish, retryWithoutPicture, busy: command.busy !== null, failed: command.failed, warned, told };
}
