import { useState } from 'preact/hooks';
import type { Finding } from '../../lib/domain/checks/evaluate.ts';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { needsClipboard, type Takes } from '../../lib/domain/networks/takes.ts';
import { findBlank } from '../../lib/domain/openings.ts';
import { useCommand } from '../ui/use-command.ts';
import { clipboardText } from './clipboard-text.ts';
import type { Post } from './use-post.ts';

type Sending = {
  itemId: string;
  network: NetworkId;
  takes: Takes;
  post: Post;
  /** How much the text is over the limit. */
  over: number;
  level: Finding['level'] | null;
  /** The clipboard was refused already: the employee copies by hand, or goes without. */
  wasRefused: boolean;
  area: { current: HTMLTextAreaElement | null };
  onShared: (network: NetworkId, shareId: string) => void;
};

export type SharePost = ReturnType<typeof useSharePost>;

/** From the press on share to the network's window, with what may stand between. */
export function useSharePost({ itemId, network, takes, post, over, level, wasRefused, area, onShared }: Sending) {
  const [refused, setRefused] = useState(wasRefused);
  const [copied, setCopied] = useState(false);
  const [asking, setAsking] = useState(false);
  const [blankSeen, setBlankSeen] = useState(false);
  const command = useCommand();

  /** Whether the text is on the clipboard; if not, the employee is told and copies it by hand. */
  const copy = async (): Promise<boolean> => {
    try {
      await navigator.clipboard.writeText(clipboardText(takes, post.text, post.address));
      setRefused(false);
      setCopied(true);
      return true;
    } catch {
      setRefused(true);
      area.current?.select();
      return false;
    }
  };
  /** Whether a blank is left that was not asked about: it is, and selected. */
  const asksForBlank = (): boolean => {
    const blank = findBlank(post.text);
    if (blank === null || blankSeen) return false;
    setBlankSeen(true);
    area.current?.focus();
    area.current?.setSelectionRange(blank.start, blank.end);
    return true;
  };
  /** Whether nothing is left to be read or filled in first. */
  const isReady = (agreed: boolean): boolean => {
    if (over > 0 || level === 'block' || command.busy !== null) return false;
    if (asksForBlank()) return false;
    setAsking(level === 'warning' && !agreed);
    return level !== 'warning' || agreed;
  };
  const share = async (agreed: boolean): Promise<void> => {
    if (!isReady(agreed)) return;
    // Once refused, a second press means that the employee copied the text, or goes without.
    if (needsClipboard(takes) && post.text.trim() !== '' && !refused && !(await copy())) return;
    // What is shown is what leaves, whatever the hub answers meanwhile.
    const address = post.address === null ? {} : { address: post.address };
    const input = { itemId, network, text: post.text, ...address, ...(agreed && { warningsSeen: true }) };
    const started = await command.run('startShare', input);
    if (started !== undefined) onShared(network, started.shareId);
  };
  /** What was said of the text so far is said of another one. */
  const reset = () => {
    setCopied(false);
    setAsking(false);
    setBlankSeen(false);
  };
  return {
    share,
    asksForBlank,
    copy,
    refused,
    copied,
    asking: asking && level === 'warning',
    blankLeft: blankSeen && findBlank(post.text) !== null,
    command,
    stopAsking: () => setAsking(false),
    wrote: reset,
    moved: () => {
      reset();
      setRefused(false);
    },
  };
}
