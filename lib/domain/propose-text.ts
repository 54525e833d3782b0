import type { Suggestion } from './item.ts';
import type { NetworkId } from './network.ts';

function rank(suggestion: Suggestion, network: NetworkId, language: string): number {
  if (suggestion.network !== null && suggestion.network !== network) return -1;
  const spoken = suggestion.language.slice(0, 2) === language.slice(0, 2);
  return (spoken ? 2 : 0) + (suggestion.network === network ? 1 : 0);
}

/** The company's suggestions that fit a network, the best first: own language, then own network. */
export function suggestionsFor(suggestions: Suggestion[], network: NetworkId, language: string): Suggestion[] {
  return suggestions
    .filter((suggestion) => rank(suggestion, network, language) >= 0)
    .sort((a, b) => rank(b, network, language) - rank(a, network, language));
}

/** What one click proposes: the best suggestion, else the title, which is at least true. */
export function proposeText(
  item: { title: string; suggestions: Suggestion[] },
  network: NetworkId,
  language: string,
): string {
  return suggestionsFor(item.suggestions, network, language)[0]?.text ?? item.title;
}
