import { type FeedFilter, isFiltering, noFilter } from '../../lib/domain/feed-choice.ts';
import type { ItemKind } from '../../lib/domain/item.ts';
import { t } from '../../lib/i18n/messages.ts';
import { readFilterOptions } from '../../lib/storage/queries/feed-list.ts';
import { Button } from '../ui/Button.tsx';
import { ChipButton } from '../ui/Chip.tsx';
import { Select } from '../ui/Select.tsx';
import { useLiveQuery } from '../ui/use-live-query.ts';
import type { DeskProps } from './FeedDesk.tsx';
import { kindName, kinds } from './kind-name.ts';
import '../ui/Field.css';
import './feed.css';

const toggles = ['unread', 'unshared', 'followed'] as const;

type FilterPanelProps = Pick<DeskProps, 'db' | 'choice' | 'onChoice'> & { onClose: () => void };

/** Everything the list can be narrowed by; all of it at once if need be. */
export function FilterPanel({ db, choice, onChoice, onClose }: FilterPanelProps) {
  const options = useLiveQuery(() => readFilterOptions(db), [db]);
  const { filter } = choice;
  const change = (changes: Partial<FeedFilter>) =>
    onChoice({
      ...choice,
      // The day's few are what they are.
      view: choice.view === 'brief' ? 'all' : choice.view,
      filter: { ...filter, ...changes },
    });
  const { sources = [], campaigns = [] } = options.value ?? {};
  return (
    <section
      class="r-card filters"
      aria-label={t('feed_filters')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Escape closes a toolbar popup as a whole unless it was used for something.
        event.preventDefault();
        onClose();
      }}
    >
      <fieldset class="feed-filters">
        <legend class="r-hidden">{t('feed_filters')}</legend>
        {toggles.map((key) => (
          <ChipButton key={key} pressed={filter[key]} onClick={() => change({ [key]: !filter[key] })}>
            {t(`feed_filter_${key}`)}
          </ChipButton>
        ))}
      </fieldset>
      <div class="filters-selects">
        <Narrow
          label={t('feed_filter_kind')}
          value={filter.kind}
          options={kinds.map((kind) => ({ key: kind, title: kindName(kind) }))}
          onChange={(kind) => change({ kind: kind as ItemKind | null })}
        />
        {campaigns.length > 0 && (
          <Narrow
            label={t('feed_filter_campaign')}
            value={filter.campaign}
            options={campaigns}
            onChange={(campaign) => change({ campaign })}
          />
        )}
        {sources.length > 1 && (
          <Narrow
            label={t('feed_filter_source')}
            value={filter.sourceId}
            options={sources.map(({ id, title }) => ({ key: id, title }))}
            onChange={(sourceId) => change({ sourceId })}
          />
        )}
      </div>
      <div class="r-row">
        <span class="r-grow" />
        {isFiltering(filter) && (
          <Button variant="quiet" onClick={() => change(noFilter)}>
            {t('feed_filters_clear')}
          </Button>
        )}
        <Button onClick={onClose}>{t('feed_filters_done')}</Button>
      </div>
    </section>
  );
}

type NarrowProps = {
  label: string;
  value: string | null;
  options: { key: string; title: string }[];
  onChange: (key: string | null) => void;
};

/** One of several, or any. */
function Narrow({ label, value, options, onChange }: NarrowProps) {
  return (
    <Select
      label={label}
      value={value ?? ''}
      options={[['', t('feed_filter_any')], ...options.map(({ key, title }): [string, string] => [key, title])]}
      onChange={(key) => onChange(key === '' ? null : key)}
    />
  );
}
