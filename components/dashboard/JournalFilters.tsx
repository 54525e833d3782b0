import type { Ref } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import {
  isFiltered,
  type JournalFilter,
  type JournalIndexEntry,
  type JournalPeriod,
  journalKinds,
  journalStates,
  noFilter,
} from '../../lib/domain/journal-filter.ts';
import { type NetworkId, networkIds } from '../../lib/domain/network-ids.ts';
import { formatNumber, language, plural, t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { networkName } from '../ui/network-name.ts';
import { Select } from '../ui/Select.tsx';

const any = '' as const;

type JournalFiltersProps = {
  filter: JournalFilter;
  onFilter: (filter: JournalFilter) => void;
  index: JournalIndexEntry[] | undefined;
  found: number | null;
};

/** What the journal is looked through by, and how many acts that leaves. */
export function JournalFilters({ filter, onFilter, index, found }: JournalFiltersProps) {
  const places = useMemo(() => placesOf(index ?? []), [index]);
  const years = useMemo(() => yearsOf(index ?? []), [index]);
  const search = useRef<HTMLInputElement>(null);
  const clear = () => {
    onFilter(noFilter);
    // The button is gone with what it cleared.
    search.current?.focus();
  };
  const change = (changes: Partial<JournalFilter>) => onFilter({ ...filter, ...changes });
  return (
    <search class="dashboard-filters" aria-label={t('journal_search')}>
      <Field
        label={t('journal_search')}
        type="search"
        autoComplete="off"
        value={filter.words}
        onInput={(words) => change({ words })}
        inputRef={search as Ref<HTMLInputElement | HTMLTextAreaElement>}
      />
      <Select
        label={t('journal_filter_kind')}
        value={filter.kind ?? any}
        options={[[any, t('journal_any_kind')], ...journalKinds.map((kind) => both(kind, t(`journal_kind_${kind}`)))]}
        onChange={(kind) => change({ kind: kind || null })}
      />
      <Select
        label={t('journal_filter_place')}
        value={filter.place ?? any}
        options={[[any, t('journal_any_place')], ...places]}
        onChange={(place) => change({ place: place || null })}
      />
      <Select
        label={t('journal_filter_state')}
        value={filter.state ?? any}
        options={[
          [any, t('journal_any_state')],
          ...journalStates.map((state) => both(state, t(`journal_is_${state}`))),
        ]}
        onChange={(state) => change({ state: state || null })}
      />
      <Select
        label={t('journal_filter_period')}
        value={filter.period}
        options={[
          ['all', t('journal_any_period')],
          ['month', t('journal_period_month')],
          ['quarter', t('journal_period_quarter')],
          ['twelve_months', t('journal_period_twelve_months')],
          ...years.map((year): [JournalPeriod, string] => [`year:${year}`, String(year)]),
        ]}
        onChange={(period) => change({ period })}
      />
      <div class={isFiltered(filter) ? 'r-row r-wrap dashboard-found' : 'r-hidden'}>
        <p role="status" class="r-muted">
          {found !== null && plural('journal_found', found, formatNumber(index?.length ?? found))}
        </p>
        {isFiltered(filter) && (
          <Button variant="quiet" onClick={clear}>
            {t('journal_filter_clear')}
          </Button>
        )}
      </div>
    </search>
  );
}

function both<V extends string>(value: V, words: string): [V, string] {
  return [value, words];
}

/** The networks and groups of the journal, each by its name. */
function placesOf(index: JournalIndexEntry[]): [string, string][] {
  const places = [...new Set(index.flatMap((entry) => entry.places))];
  const name = (place: string) => {
    const bare = place.slice(place.indexOf(':') + 1);
    return place.startsWith('network:') && isNetwork(bare) ? networkName(bare) : bare;
  };
  return places
    .map((place): [string, string] => [place, name(place)])
    .sort((a, b) => a[1].localeCompare(b[1], language()));
}

function isNetwork(id: string): id is NetworkId {
  return (networkIds as readonly string[]).includes(id);
}

/** The calendar years of the journal, the latest first. */
function yearsOf(index: JournalIndexEntry[]): number[] {
  return [...new Set(index.map(({ at }) => new Date(at).getFullYear()))].sort((a, b) => b - a);
}
