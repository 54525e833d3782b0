import type { NetworkId } from '../network-ids.ts';
import { networkIds } from '../network-ids.ts';
import type { NetworkAudience, OwnPlaces, Post } from './network-definition.ts';
import type { Recipe } from './recipe.ts';
import { networks } from './table.ts';
import type { Takes } from './takes.ts';
import { fillTemplate, takesOf } from './template.ts';

/** What of a person's preferences decides how networks are offered. */
export type NetworkPreferences = OwnPlaces & { networks: readonly NetworkId[] };

/** A network as it is here and now: its definition, corrected by recipes and by what the employee chose. */
export type OfferedNetwork = {
  id: NetworkId;
  audience: NetworkAudience;
  takes: Takes;
  limit: number;
  direct: 'bluesky' | 'mastodon' | null;
  /** Among those chosen for the cards, in their order. */
  isPreferred: boolean;
  /** Its account's place is not known yet: the first share asks for it. */
  needsInstance: boolean;
};

type ListOptions = {
  /** Whether this browser opens the system's share sheet; only a page can tell. */
  hasShareSheet?: boolean;
};

/**
 * The networks a post may go to, the preferred ones first and in their order. Withdrawn ones are left out.
 * `recipes` are those that apply (`recipesFor`), at most one for each network.
 */
export function networkList(
  preferences: NetworkPreferences,
  recipes: readonly Recipe[],
  { hasShareSheet = true }: ListOptions = {},
): OfferedNetwork[] {
  const chosen = preferences.networks.filter((id, index, all) => all.indexOf(id) === index);
  return [...chosen, ...networkIds.filter((id) => !chosen.includes(id))]
    .filter((id) => !isWithdrawn(id, recipes) && (hasShareSheet || id !== 'system'))
    .map((id) => offerNetwork(id, preferences, recipes));
}

/** One network, withdrawn or not. */
export function offerNetwork(
  id: NetworkId,
  preferences: NetworkPreferences,
  recipes: readonly Recipe[],
): OfferedNetwork {
  const { audience, limit, direct, takes } = networks[id];
  const template = recipes.find((recipe) => recipe.network === id)?.template ?? null;
  return {
    id,
    audience,
    takes: template === null ? takes : takesOf(template),
    limit: id === 'mastodon' ? (preferences.mastodon?.maxCharacters ?? limit) : limit,
    direct,
    isPreferred: preferences.networks.includes(id),
    needsInstance: id === 'mastodon' && preferences.mastodon === null,
  };
}

export function isWithdrawn(id: NetworkId, recipes: readonly Recipe[]): boolean {
  return recipes.some((recipe) => recipe.network === id && recipe.template === null);
}

/** Where the composer opens for a post; null where there is none, or where the employee's instance is not known. */
export function composerAddress(
  id: NetworkId,
  post: Post,
  { places, recipes = [] }: { places: OwnPlaces; recipes?: readonly Recipe[] },
): string | null {
  const template = recipes.find((recipe) => recipe.network === id)?.template ?? networks[id].template;
  return template === null ? null : fillTemplate(template, post, places);
}

/** Whether a share there is a publication: what figures and the leaderboard count. */
export function isPublication(id: NetworkId): boolean {
  return networks[id].audience === 'public';
}

/** Whether the address of an internal page may go there; a network that this version does not know takes none. */
export function takesInternal(network: string): boolean {
  return Object.values(networks).some((definition) => definition.id === network && definition.takesInternal);
}
