import { toInstant } from '../../../../lib/contract/instant.ts';
import { type RecipePayload, recipePayload } from '../../../../lib/contract/recipe.ts';
import type { Queryable } from '../database.ts';

/** The recipes that hold: one that leads off its network's hosts is told to nobody. */
export async function listRecipes(db: Queryable): Promise<RecipePayload[]> {
  const rows = await db.query<{ network: string; template: string | null; updated_at: Date }>(
    'SELECT network, template, updated_at FROM recipes ORDER BY network',
  );
  return rows.flatMap(({ network, template, updated_at }) => {
    const parsed = recipePayload.safeParse({ network, template, updated_at: toInstant(updated_at.getTime()) });
    return parsed.success ? [parsed.data] : [];
  });
}
