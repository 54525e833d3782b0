import type { KnownRecipe } from '../../domain/networks/recipe.ts';
import type { RelaisDb } from '../db.ts';

/** Every recipe of every source; `recipesFor` says which apply. */
export async function readRecipes(db: RelaisDb): Promise<KnownRecipe[]> {
  const [recipes, hubs] = await Promise.all([
    db.recipes.toArray(),
    db.sources.filter(({ kind }) => kind === 'hub').primaryKeys(),
  ]);
  return recipes.map((recipe) => ({ ...recipe, isHub: hubs.includes(recipe.sourceId) }));
}
