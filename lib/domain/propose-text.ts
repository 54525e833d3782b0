import type { Suggestion } from './item.ts';
import type { NetworkId } from './network.ts';
import { spreadOf } from './spread.ts';

/** What deals an item's suggestions to this browser: `seed` is its own, random and local. */
export type Deal = { seed: string; itemId: string };

function rank(suggestion: Suggestion, network: NetworkId, language: string): number {
  if (suggestion.network !== null && suggestion.network !== network) return -1;
  const spoken = suggestion.language.slice(0, 2) === language.slice(0, 2);
  return (spoken ? 2 : 0) + (suggestion.network === network ? 1 : 0);
}

/**
 * The company's suggestions that fit a network, the best first: own language, then own network. Among
 * equals, the least used where the hub knows, else as dealt: each browser has its own order, and keeps
 * it, so that colleagues do not all post the same. Without a `deal` they stay as the company wrote them.
 */
export function suggestionsFor(
  suggestions: Suggestion[],
  network: NetworkId,
  language: string,
  deal?: Deal,
): Suggestion[] {
  const place = (text: string) => (deal === undefined ? 0 : spreadOf(`${deal.seed} ${deal.itemId} ${network} ${text}`));
  return suggestions
    .map((suggestion) => ({
      suggestion,
      rank: rank(suggestion, network, language),
      place: place(suggestion.text),
    }))
    .filter((entry) => entry.rank >= 0)
    .sort((a, b) => b.rank - a.rank || (a.suggestion.uses ?? 0) - (b.suggestion.uses ?? 0) || a.place - b.place)
    .map(({ suggestion }) => suggestion);
}

/** What one click proposes: the best suggestion, else the title, which is at least true. */
export function proposeText(
  item: { title: string; suggestions: Suggestion[] },
  network: NetworkId,
  language: string,
  deal?: Deal,
): string {
  return suggestionsFor(item.suggestions, network, language, deal)[0]?.text ?? item.title;
}
