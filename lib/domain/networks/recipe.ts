import type { NetworkId } from '../network-ids.ts';

/** A correction of one network by a feed: another template, or null to withdraw the network. */
export type Recipe = { network: NetworkId; template: string | null; updatedAt: number };

/** As stored: whose it is, and whether that source is a hub, whose word binds everywhere. */
export type StoredRecipe = Recipe & { sourceId: string };
export type KnownRecipe = StoredRecipe & { isHub: boolean };

/**
 * The recipes for an item of a source, one for each network at most: the newest of any hub's, else the
 * source's own. Without a source, the hubs' only. A feed that someone merely follows says nothing about
 * others' items.
 */
export function recipesFor(known: readonly KnownRecipe[], sourceId: string | null): Recipe[] {
  const applying = known.filter((recipe) => recipe.isHub || recipe.sourceId === sourceId);
  const best = new Map<NetworkId, KnownRecipe>();
  for (const recipe of applying) {
    const before = best.get(recipe.network);
    if (before === undefined || isStronger(recipe, before)) best.set(recipe.network, recipe);
  }
  return [...best.values()].map(({ network, template, updatedAt }) => ({ network, template, updatedAt }));
}

function isStronger(a: KnownRecipe, b: KnownRecipe): boolean {
  if (a.isHub !== b.isHub) return a.isHub;
  return a.updatedAt > b.updatedAt;
}
