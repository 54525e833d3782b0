import { z } from 'zod';
import { type NetworkId, networkIds } from '../domain/network-ids.ts';
import type { Recipe } from '../domain/networks/recipe.ts';
import { networks } from '../domain/networks/table.ts';
import { faultOfTemplate, templateMaxLength } from '../domain/networks/template.ts';
import { fromInstant, instantPayload } from './instant.ts';

/**
 * A correction of one network: another address for its composer, or its withdrawal. The vocabulary is in
 * `docs/protocol.md`. Unknown networks are skipped by the reader, so that a later one can be named.
 */
export const recipePayload = z
  .object({
    network: z.string().max(40),
    /** `https://host/path?name={value}`, on the network's own hosts; null withdraws the network. */
    template: z.string().max(templateMaxLength).nullable(),
    /** The newest one wins. */
    updated_at: instantPayload,
  })
  .superRefine(({ network, template }, context) => {
    const fault = isNetworkId(network) && template !== null ? faultOfTemplate(networks[network], template) : null;
    if (fault !== null) context.addIssue({ code: 'custom', path: ['template'], message: fault });
  });
export type RecipePayload = z.infer<typeof recipePayload>;

/** A recipe as a publisher wrote it; null when it does not hold, or is for a network that this version does not know. */
export function readRecipePayload(raw: unknown): Recipe | null {
  const parsed = recipePayload.safeParse(raw);
  if (!parsed.success) return null;
  const { network, template, updated_at } = parsed.data;
  return isNetworkId(network) ? { network, template, updatedAt: fromInstant(updated_at) } : null;
}

function isNetworkId(network: string): network is NetworkId {
  return (networkIds as readonly string[]).includes(network);
}
