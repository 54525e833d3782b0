import { readCsv, writeCsv } from '../util/csv.ts';
import type { JournalEntryPayload } from './journal.ts';

/** The columns, in order. `groups` is for people: `deliveries` says the same for whoever reads it back. */
const columns = [
  'id',
  'kind',
  'at',
  'network',
  'groups',
  'state',
  'title',
  'url',
  'shared_url',
  'post_url',
  'text',
  'quote',
  'tags',
  'asked_at',
  'decided_at',
  'removed_at',
  'item_id',
  'source_id',
  'campaign_id',
  'description',
  'image_url',
  'site_name',
  'author',
  'language',
  'deliveries',
] as const;

type Column = (typeof columns)[number];

/** Columns that are text for both kinds, or for those that have them: an empty cell is an empty text. */
const texts: readonly Column[] = ['title', 'text', 'description'];
const lists: readonly Column[] = ['tags', 'deliveries'];

export function writeJournalTable(entries: JournalEntryPayload[]): string {
  return writeCsv([[...columns], ...entries.map((entry) => columns.map((column) => writeCell(entry, column)))]);
}

function writeCell(entry: JournalEntryPayload, column: Column): string {
  if (column === 'groups') {
    return entry.kind === 'spot' ? entry.deliveries.map(({ group_name }) => group_name).join(' | ') : '';
  }
  const value = (entry as Partial<Record<Column, unknown>>)[column];
  if (value === undefined || value === null) return '';
  if (column === 'tags') return (value as string[]).join('\n');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * The rows of a table as entries that are still to be checked; null when its first line is not that of a
 * journal. Columns may stand in another order, and others among them.
 */
export function readJournalTable(text: string): Record<string, unknown>[] | null {
  const [head, ...rows] = readCsv(text);
  const names = head?.map((name) => name.trim().toLowerCase()) ?? [];
  if (!['id', 'kind', 'at', 'url'].every((name) => names.includes(name))) return null;
  const at = new Map(columns.map((column) => [column, names.indexOf(column)]));
  return rows.map((row) => {
    const cells = columns.map((column) => [column, readCell(column, row[at.get(column) ?? -1] ?? '')]);
    return Object.fromEntries(cells);
  });
}

function readCell(column: Column, text: string): unknown {
  if (texts.includes(column)) return text;
  if (column === 'tags') return text.split(/\r?\n/).filter((tag) => tag !== '');
  if (lists.includes(column)) return text === '' ? [] : readList(text);
  return text === '' ? null : text;
}

function readList(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The row is then refused for this column, like any other value that does not fit.
    return text;
  }
}
