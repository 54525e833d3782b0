import { queryWords, type SearchText, searchEntries } from './search.ts';
import type { ShareState } from './share.ts';
import type { DeliveryState } from './spot.ts';

export const journalKinds = ['share', 'comment', 'spot'] as const;
export type JournalKind = (typeof journalKinds)[number];

/** Where an act stands, in the words that its entry shows. */
export const journalStates = ['opened', 'published', 'dismissed', 'delivered', 'waiting', 'refused', 'undone'] as const;
export type JournalState = (typeof journalStates)[number];

/** `year:2025` is a calendar year where the person is. */
export type JournalPeriod = 'all' | 'month' | 'quarter' | 'twelve_months' | `year:${number}`;

/** Null asks nothing. */
export type JournalFilter = {
  words: string;
  kind: JournalKind | null;
  /** A network, or a group by its name: `network:x`, `group:Lighting watch`. */
  place: string | null;
  state: JournalState | null;
  period: JournalPeriod;
};

export const noFilter: JournalFilter = { words: '', kind: null, place: null, state: null, period: 'all' };

/** What of an act is looked at while someone filters and searches. */
export type JournalIndexEntry = SearchText & {
  table: 'share' | 'spot';
  id: string;
  kind: JournalKind;
  at: number;
  places: string[];
  states: JournalState[];
};

export function isFiltered(filter: JournalFilter): boolean {
  const { words, ...rest } = filter;
  return (
    queryWords(words).length > 0 || (Object.keys(rest) as (keyof typeof rest)[]).some((k) => rest[k] !== noFilter[k])
  );
}

/** The entries that a filter lets through, newest first. */
export function filterJournal(entries: JournalIndexEntry[], filter: JournalFilter, now: number): JournalIndexEntry[] {
  const { from, to } = spanOf(filter.period, now);
  const fitting = entries.filter(
    ({ kind, places, states, at }) =>
      (filter.kind === null || kind === filter.kind) &&
      (filter.place === null || places.includes(filter.place)) &&
      (filter.state === null || states.includes(filter.state)) &&
      at >= from &&
      at < to,
  );
  const words = queryWords(filter.words);
  const found = words.length === 0 ? fitting : searchEntries(fitting, words);
  return found.toSorted((a, b) => b.at - a.at);
}

const dayMs = 86_400_000;
const spans = { month: 30 * dayMs, quarter: 91 * dayMs, twelve_months: 365 * dayMs };

function spanOf(period: JournalPeriod, now: number): { from: number; to: number } {
  if (period === 'all') return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  if (period === 'month' || period === 'quarter' || period === 'twelve_months') {
    return { from: now - spans[period], to: Number.POSITIVE_INFINITY };
  }
  const year = Number(period.slice('year:'.length));
  return { from: new Date(year, 0, 1).getTime(), to: new Date(year + 1, 0, 1).getTime() };
}

export function stateOfShare(state: ShareState): JournalState {
  return state === 'confirmed' || state === 'verified' ? 'published' : state;
}

export function stateOfDelivery(state: DeliveryState): JournalState {
  if (state === 'queued' || state === 'undoing') return 'waiting';
  return state === 'parked' ? 'refused' : state;
}
