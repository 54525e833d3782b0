import { toInstant } from '../contract/instant.ts';
import {
  entryLimit,
  fromShare,
  fromSpot,
  type JournalEntryPayload,
  journalCharacterLimit,
  journalEntryPayload,
  journalFilePayload,
  journalVersion,
  toShare,
  toSpot,
} from '../contract/journal.ts';
import { readJournalTable, writeJournalTable } from '../contract/journal-table.ts';
import { RelaisError } from '../domain/errors.ts';
import type { Share } from '../domain/share.ts';
import type { Spot } from '../domain/spot.ts';
import type { RelaisDb } from '../storage/db.ts';

export type JournalServiceDeps = {
  db: RelaisDb;
  now: () => number;
  /** Takes a spot back in its groups, a published post down on its network. */
  undoSpot: (spotId: string) => Promise<void>;
  deletePost: (shareId: string) => Promise<void>;
};

export type JournalFormat = 'json' | 'csv';

export type RefusedEntry = {
  /** As people see it in the file: a table's first line is that of its columns. */
  row: number;
  /** Of the file, as it is written there. */
  field: string;
};

export type ImportOutcome = {
  added: number;
  /** Of the file, those that are in the journal already, or twice in the file. */
  known: number;
  refused: number;
  /** The first of them. */
  refusals: RefusedEntry[];
};

export type JournalService = ReturnType<typeof createJournalService>;

/** So many refusals are told one by one. */
const refusalLimit = 20;

export function createJournalService({ db, now, undoSpot, deletePost }: JournalServiceDeps) {
  /** Every act, oldest first, as a file of one's own. */
  async function exportJournal({ format }: { format: JournalFormat }): Promise<{ content: string; count: number }> {
    const [shares, spots, deliveries] = await Promise.all([
      db.shares.orderBy('openedAt').toArray(),
      db.spots.orderBy('createdAt').toArray(),
      db.deliveries.toArray(),
    ]);
    const bySpot = Map.groupBy(deliveries, ({ spotId }) => spotId);
    const entries = [
      ...shares.map(fromShare),
      ...spots.filter(({ erasing }) => erasing !== true).map((spot) => fromSpot(spot, bySpot.get(spot.id) ?? [])),
    ].sort((a, b) => a.at.localeCompare(b.at));
    const content =
      format === 'csv'
        ? writeJournalTable(entries)
        : JSON.stringify({ relais_journal: journalVersion, exported_at: toInstant(now()), entries }, null, 2);
    return { content, count: entries.length };
  }

  /**
   * Reads a journal's file row by row; writes only what is new, and only when `apply` is set, so that the
   * same reading can be shown before. What is known stays as it is here.
   *
   * @throws RelaisError `not_a_journal`, `too_large`.
   */
  async function importJournal({ content, apply }: { content: string; apply: boolean }): Promise<ImportOutcome> {
    const { rows, firstRow } = readRows(content);
    const refusals: RefusedEntry[] = [];
    const entries = rows.flatMap((row, index): JournalEntryPayload[] => {
      const parsed = journalEntryPayload.safeParse(row);
      if (parsed.success) return [parsed.data];
      refusals.push({ row: index + firstRow, field: parsed.error.issues[0]?.path.join('.') || 'kind' });
      return [];
    });
    const tables = [db.shares, db.spots, db.deliveries];
    const added = await db.transaction(apply ? 'rw' : 'r', tables, async () => {
      const fresh = await withoutKnown(entries);
      if (apply) await writeEntries(fresh);
      return fresh.length;
    });
    return {
      added,
      known: entries.length - added,
      refused: refusals.length,
      refusals: refusals.slice(0, refusalLimit),
    };
  }

  /** Those whose id is not here, nor an act at the same place, page and instant under another id. */
  async function withoutKnown(entries: JournalEntryPayload[]): Promise<JournalEntryPayload[]> {
    const [shares, spots, deliveryIds] = await Promise.all([
      db.shares.toArray(),
      db.spots.toArray(),
      db.deliveries.toCollection().primaryKeys(),
    ]);
    const ids = new Set<string>([...shares, ...spots].map(({ id }) => id));
    const acts = new Set([...shares.map(actOfShare), ...spots.map(actOfSpot)]);
    const deliveries = new Set<string>(deliveryIds);
    return entries.flatMap((entry): JournalEntryPayload[] => {
      const act = entry.kind === 'spot' ? actOfSpot(toSpot(entry).spot) : actOfShare(toShare(entry));
      if (ids.has(entry.id) || acts.has(act)) return [];
      ids.add(entry.id);
      acts.add(act);
      if (entry.kind !== 'spot') return [entry];
      // A delivery's id is one spot's only.
      const own = entry.deliveries.filter(({ id }) => !deliveries.has(id));
      for (const { id } of own) deliveries.add(id);
      return [{ ...entry, deliveries: own }];
    });
  }

  async function writeEntries(entries: JournalEntryPayload[]): Promise<void> {
    const spots = entries.flatMap((entry) => (entry.kind === 'spot' ? [toSpot(entry)] : []));
    await db.shares.bulkAdd(entries.flatMap((entry) => (entry.kind === 'spot' ? [] : [toShare(entry)])));
    await db.spots.bulkAdd(spots.map(({ spot }) => spot));
    await db.deliveries.bulkAdd(spots.flatMap(({ deliveries }) => deliveries));
  }

  /**
   * Forgets one act in this browser. `takeBack` also takes it back where it went, as far as that is possible:
   * a spot from its groups, a verified post from its network. Without it, what is out stays out; what had
   * not left does not leave any more.
   *
   * @throws RelaisError as `deletePost`; the entry then stays.
   */
  async function eraseEntry(input: { table: 'share' | 'spot'; id: string; takeBack: boolean }): Promise<void> {
    if (input.table === 'share') {
      if (input.takeBack) await deletePost(input.id);
      await eraseShare(input.id);
    } else if (input.takeBack) {
      await db.spots.update(input.id, { erasing: true });
      await undoSpot(input.id);
      await finishErasing(input.id);
    } else {
      await eraseSpot(input.id);
    }
  }

  async function eraseShare(id: string): Promise<void> {
    await db.transaction('rw', db.shares, db.shortLinks, db.directPosts, async () => {
      const share = await db.shares.get(id);
      if (share === undefined) return;
      await db.shares.delete(id);
      // What is still being taken down needs its row until the network answers.
      const post = await db.directPosts.get(id);
      if (post !== undefined && post.state !== 'removing') await db.directPosts.delete(id);
      const url = share.sharedUrl;
      if (url == null) return;
      const isShared = (await db.shares.filter((other) => other.sharedUrl === url).count()) > 0;
      if (!isShared) await db.shortLinks.where('url').equals(url).delete();
    });
  }

  async function eraseSpot(id: string): Promise<void> {
    await db.transaction('rw', db.spots, db.deliveries, async () => {
      await db.deliveries.where('spotId').equals(id).delete();
      await db.spots.delete(id);
    });
  }

  /** Forgets a spot that is being erased, once every group has let go of it. */
  async function finishErasing(spotId: string): Promise<void> {
    const spot = await db.spots.get(spotId);
    if (spot?.erasing !== true) return;
    const deliveries = await db.deliveries.where('spotId').equals(spotId).toArray();
    if (deliveries.every(({ state }) => state === 'undone')) await eraseSpot(spotId);
  }

  return { exportJournal, importJournal, eraseEntry, finishErasing };
}

function readRows(content: string): { rows: unknown[]; firstRow: number } {
  if (content.length > journalCharacterLimit) throw new RelaisError('too_large', `${content.length} characters`);
  const isJson = /^[\s\uFEFF]*[{[]/.test(content);
  const rows = isJson ? readJson(content) : readJournalTable(content);
  if (rows === null) throw new RelaisError('not_a_journal', 'neither a journal’s JSON nor its table');
  if (rows.length > entryLimit) throw new RelaisError('too_large', `${rows.length} rows`);
  return { rows, firstRow: isJson ? 1 : 2 };
}

function readJson(content: string): unknown[] | null {
  try {
    const parsed = journalFilePayload.safeParse(JSON.parse(content.replace(/^\uFEFF/, '')));
    return parsed.success ? parsed.data.entries : null;
  } catch {
    // Not JSON: no journal either.
    return null;
  }
}

function actOfShare({ act, network, url, openedAt }: Share): string {
  return [act, network, url, openedAt].join('\n');
}

function actOfSpot({ page, createdAt }: Spot): string {
  return ['spot', page.url, createdAt].join('\n');
}
