import type { Guideline } from '../../domain/guideline.ts';
import type { RelaisDb } from '../db.ts';

export type ReadableGuideline = Guideline & {
  sourceTitle: string;
  /** The version this employee acknowledged; null when none. Meaningful for the charter. */
  acknowledgedVersion: string | null;
  acknowledgedAt: number | null;
};

/** Every guideline, charters first, then cards in the company's order. */
export async function readGuidelines(db: RelaisDb): Promise<ReadableGuideline[]> {
  const [guidelines, sources] = await Promise.all([db.guidelines.toArray(), db.sources.toArray()]);
  const acknowledgements = await db.acknowledgements.bulkGet(guidelines.map((guideline) => guideline.id));
  const titles = new Map(sources.map((source) => [source.id, source.title]));
  return guidelines
    .map((guideline, i) => ({
      ...guideline,
      sourceTitle: titles.get(guideline.sourceId) ?? '',
      acknowledgedVersion: acknowledgements[i]?.version ?? null,
      acknowledgedAt: acknowledgements[i]?.acknowledgedAt ?? null,
    }))
    .sort((a, b) => Number(b.kind === 'charter') - Number(a.kind === 'charter') || a.position - b.position);
}
