import type { NetworkId } from '../../domain/network-ids.ts';
import { type KnownRecipe, recipesFor } from '../../domain/networks/recipe.ts';
import type { RelaisDb } from '../db.ts';

/** Every recipe of every source; `recipesFor` says which apply. */
export async function readRecipes(db: RelaisDb): Promise<KnownRecipe[]> {
  const [recipes, hubs] = await Promise.all([
    db.recipes.toArray(),
    db.sources.filter(({ kind }) => kind === 'hub').primaryKeys(),
  ]);
  return recipes.map((recipe) => ({ ...recipe, isHub: hubs.includes(recipe.sourceId) }));
}

/** The networks that a hub took off, with whose word it is. */
export async function readWithdrawals(db: RelaisDb): Promise<{ network: NetworkId; by: string }[]> {
  const known = await readRecipes(db);
  const withdrawn = recipesFor(known, null).filter(({ template }) => template === null);
  const titles = new Map((await db.sources.toArray()).map(({ id, title }) => [id, title]));
  return withdrawn.map(({ network, updatedAt }) => {
    const whose = known.find((one) => one.isHub && one.network === network && one.updatedAt === updatedAt);
    return { network, by: titles.get(whose?.sourceId ?? '') ?? '' };
  });
}
