import { useEffect, useState } from 'preact/hooks';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import type { Suggestion } from '../../lib/domain/item.ts';
import type { NetworkId } from '../../lib/domain/network.ts';
import { networks } from '../../lib/domain/networks/table.ts';
import { suggestionsFor } from '../../lib/domain/propose-text.ts';
import { language } from '../../lib/i18n/messages.ts';

export type Post = {
  text: string;
  setText: (text: string) => void;
  proposals: Suggestion[];
  /** Puts a proposal in place of the text; own words are kept aside. */
  propose: (suggestion: Suggestion) => void;
  /** Own words that a proposal replaced; null when there are none. */
  aside: string | null;
  bringBack: () => void;
  /** The employee wrote something else than what was proposed. */
  isOwn: boolean;
  /** By the network's own rule; null until its counter is loaded. */
  count: number | null;
};

type PostInput = { card: FeedCard; network: NetworkId; suggestions: Suggestion[]; drafts: Map<string, string> };

/** The text of one item for one network: what is proposed, until the employee writes. */
export function usePost({ card, network, suggestions, drafts }: PostInput): Post {
  const key = `${card.id}|${network}`;
  const asideKey = `${key}|aside`;
  // The drafts live with the popup; this only asks for a new render.
  const [, renderAgain] = useState(0);
  const [counter, setCounter] = useState<{
    network: NetworkId;
    count: (post: { text: string; url: string }) => number;
  }>();

  useEffect(() => {
    let wanted = true;
    networks[network].loadCounter().then(
      (count) => wanted && setCounter({ network, count }),
      () => undefined, // Without its counter the composer shows no count; the network itself still does.
    );
    return () => {
      wanted = false;
    };
  }, [network]);

  const proposals = suggestionsFor(suggestions, network, language());
  const proposed = proposals[0]?.text ?? card.texts[network] ?? card.title;
  const text = drafts.get(key) ?? proposed;
  const isOwn = text.trim() !== '' && text !== proposed && !proposals.some((proposal) => proposal.text === text);
  const write = (changes: [string, string | null][]) => {
    for (const [name, value] of changes) {
      if (value === null) drafts.delete(name);
      else drafts.set(name, value);
    }
    renderAgain((n) => n + 1);
  };
  return {
    text,
    proposals,
    isOwn,
    aside: drafts.get(asideKey) ?? null,
    setText: (next) => write([[key, next]]),
    propose: (suggestion) =>
      write([[key, suggestion.text], ...(isOwn ? ([[asideKey, text]] as [string, string][]) : [])]),
    bringBack: () =>
      write([
        [key, drafts.get(asideKey) ?? text],
        [asideKey, null],
      ]),
    count: counter?.network === network ? counter.count({ text, url: card.url ?? '' }) : null,
  };
}
