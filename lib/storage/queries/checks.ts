import type { Check } from '../../domain/checks/check.ts';
import { checkSchema } from '../../domain/checks/check.ts';
import type { RelaisDb } from '../db.ts';

/**
 * The checks an item's post must pass: those of its own source and those of the hubs this employee
 * joined, whose words bind everywhere. A feed that someone merely follows says nothing about others'
 * items. A row of another version that no longer reads is left aside.
 */
export async function readChecksFor(db: RelaisDb, sourceId: string): Promise<Check[]> {
  const [rows, hubs] = await Promise.all([
    db.checks.toArray(),
    db.sources.filter(({ kind }) => kind === 'hub').primaryKeys(),
  ]);
  const bound = new Set<string>([sourceId, ...hubs]);
  return rows
    .filter((row) => bound.has(row.sourceId))
    // A campaign's id means something within its source only.
    .filter((row) => row.sourceId === sourceId || row.scope?.campaign === undefined)
    .sort((a, b) => a.position - b.position)
    .flatMap((row) => {
      const parsed = checkSchema.safeParse(row);
      return parsed.success ? [parsed.data] : [];
    });
}
