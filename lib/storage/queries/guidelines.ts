import type { FirstWeekFacts } from '../../domain/first-week.ts';
import type { Guideline } from '../../domain/guideline.ts';
import type { Role } from '../../domain/role.ts';
import type { GuidelineVersionRow, LearningRow, RelaisDb } from '../db.ts';
import { readFirstWeekDismissal, readPreferences } from '../settings.ts';

export type ReadableGuideline = Guideline & {
  sourceTitle: string;
  /** The version this employee acknowledged; null when none. Meaningful for the charter. */
  acknowledgedVersion: string | null;
  acknowledgedAt: number | null;
  /** How far they are with a card; null when it was never read. */
  reading: LearningRow | null;
  /** The versions kept here, newest first: every one of a charter, those that were read of a card. */
  versions: GuidelineVersionRow[];
};

/** Every guideline, charters first, then cards in the company's order. */
export async function readGuidelines(db: RelaisDb): Promise<ReadableGuideline[]> {
  const [guidelines, sources, versions] = await Promise.all([
    db.guidelines.toArray(),
    db.sources.toArray(),
    db.guidelineVersions.toArray(),
  ]);
  const ids = guidelines.map((guideline) => guideline.id);
  const [acknowledgements, readings] = await Promise.all([db.acknowledgements.bulkGet(ids), db.learning.bulkGet(ids)]);
  const titles = new Map(sources.map((source) => [source.id, source.title]));
  const kept = Map.groupBy(versions, (version) => version.guidelineId);
  return guidelines
    .map((guideline, i) => ({
      ...guideline,
      sourceTitle: titles.get(guideline.sourceId) ?? '',
      acknowledgedVersion: acknowledgements[i]?.version ?? null,
      acknowledgedAt: acknowledgements[i]?.acknowledgedAt ?? null,
      reading: readings[i] ?? null,
      versions: (kept.get(guideline.id) ?? []).sort((a, b) => b.storedAt - a.storedAt),
    }))
    .sort((a, b) => Number(b.kind === 'charter') - Number(a.kind === 'charter') || a.position - b.position);
}

/** The guidelines, and whose path is shown. */
export async function readLearning(db: RelaisDb): Promise<{ guidelines: ReadableGuideline[]; role: Role | null }> {
  const [guidelines, { role }] = await Promise.all([readGuidelines(db), readPreferences()]);
  return { guidelines, role };
}

/** What the first week is made of; null once this person put it away. */
export async function readFirstWeek(db: RelaisDb): Promise<FirstWeekFacts | null> {
  const [dismissedAt, sources, connections, guidelines, ...counts] = await Promise.all([
    readFirstWeekDismissal(),
    db.sources.toArray(),
    db.connections.toArray(),
    db.guidelines.toArray(),
    db.groups.count(),
    db.acknowledgements.count(),
    db.learning.count(),
    db.marks.where('savedAt').above(0).count(),
    db.shares.where('state').anyOf('confirmed', 'verified').count(),
    db.deliveries.where('state').anyOf('queued', 'delivered').count(),
  ]);
  if (dismissedAt !== undefined) return null;
  const [groups, acknowledgements, readings, kept, shares, spots] = counts;
  const starts = [...sources.map(({ addedAt }) => addedAt), ...connections.map(({ connectedAt }) => connectedAt)];
  return {
    startedAt: starts.length === 0 ? null : Math.min(...starts),
    // Before anything is connected nobody can tell what the company publishes: the usual is assumed.
    hasCharter: starts.length === 0 || guidelines.some(({ kind }) => kind === 'charter'),
    hasCards: guidelines.some(({ kind }) => kind === 'card'),
    hasGroups: starts.length === 0 || groups > 0,
    acknowledged: acknowledgements > 0,
    readCard: readings > 0,
    keptItem: kept > 0,
    shared: shares > 0,
    spotted: spots > 0,
  };
}
