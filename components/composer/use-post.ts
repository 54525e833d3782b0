import { useEffect, useState } from 'preact/hooks';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import type { Suggestion } from '../../lib/domain/item.ts';
import { leavingAddress } from '../../lib/domain/links/campaign-tags.ts';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { networks } from '../../lib/domain/networks/table.ts';
import { suggestionsFor } from '../../lib/domain/propose-text.ts';
import { language } from '../../lib/i18n/messages.ts';
import type { ComposerContext } from '../../lib/storage/queries/composer.ts';
import { useShortLink } from './use-short-link.ts';
import type { Texts } from './use-texts.ts';

export type Post = {
  text: string;
  setText: (text: string) => void;
  proposals: Suggestion[];
  /** Puts a proposal in place of the text; own words are kept aside. */
  propose: (suggestion: Suggestion) => void;
  /** Own words that a proposal replaced, or that were thrown away; null when there are none. */
  aside: string | null;
  bringBack: () => void;
  /** Throws the own words away, with a way back as long as the composer is open. */
  startOver: () => void;
  /** The employee wrote something else than what was proposed. */
  isOwn: boolean;
  /** The address as it leaves for this network. */
  address: string | null;
  /** By the network's own rule; null until its counter is loaded. */
  count: number | null;
};

type PostInput = { card: FeedCard; network: NetworkId; context: ComposerContext | undefined; texts: Texts };

/** The text of one item for one network: what is proposed, until the employee writes. */
export function usePost({ card, network, context, texts }: PostInput): Post {
  const count = useCounter(network, context);
  const [thrown, setThrown] = useState<Partial<Record<NetworkId, string>>>({});
  const proposals = proposalsOf(context, card, network);
  const proposed = proposedText(context, card, network);
  const own = texts.of(network);
  const text = own?.text ?? proposed;
  const isOwn = text.trim() !== '' && text !== proposed && !proposals.some((proposal) => proposal.text === text);
  const aside = own?.aside ?? thrown[network] ?? null;
  const put = (next: string, nextAside: string | null) =>
    texts.write(network, next === proposed && nextAside === null ? null : { text: next, aside: nextAside });
  const address = addressOf(context, card, network);
  useShortLink(context, network);
  return {
    text,
    proposals,
    isOwn,
    aside,
    setText: (next) => put(next, own?.aside ?? null),
    propose: (suggestion) => put(suggestion.text, isOwn ? text : (own?.aside ?? null)),
    bringBack: () => {
      put(aside ?? text, null);
      setThrown({ ...thrown, [network]: undefined });
    },
    startOver: () => {
      texts.write(network, null);
      setThrown({ ...thrown, [network]: text });
    },
    address,
    count: count?.({ text, url: address ?? '' }) ?? null,
  };
}

type Counter = (post: { text: string; url: string }) => number;

function useCounter(network: NetworkId, context: ComposerContext | undefined): Counter | null {
  const [counter, setCounter] = useState<{ network: NetworkId; count: Counter }>();
  useEffect(() => {
    let wanted = true;
    networks[network].loadCounter(context?.places).then(
      (count) => wanted && setCounter({ network, count }),
      () => undefined, // Without its counter the composer shows no count; the network itself still does.
    );
    return () => {
      wanted = false;
    };
  }, [network, context?.places.mastodon?.charactersPerLink]);
  return counter?.network === network ? counter.count : null;
}

/** The address as it leaves: short, or with the company's tags, where it has rules for that. */
export function addressOf(context: ComposerContext | undefined, card: FeedCard, network: NetworkId): string | null {
  return context === undefined ? card.url : leavingAddress(context.item, network, context.links).url;
}

function proposalsOf(context: ComposerContext | undefined, card: FeedCard, network: NetworkId): Suggestion[] {
  if (context === undefined) return [];
  return suggestionsFor(context.item.suggestions, network, language(), { seed: context.dealSeed, itemId: card.id });
}

/** The same that one click on the card proposes. */
export function proposedText(context: ComposerContext | undefined, card: FeedCard, network: NetworkId): string {
  return proposalsOf(context, card, network)[0]?.text ?? card.texts[network] ?? card.title;
}
