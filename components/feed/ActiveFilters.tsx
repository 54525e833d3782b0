import { type FeedFilter, isFiltering, noFilter } from '../../lib/domain/feed-choice.ts';
import { t } from '../../lib/i18n/messages.ts';
import { type FilterOptions, readFilterOptions } from '../../lib/storage/queries/feed-list.ts';
import { Icon } from '../ui/Icon.tsx';
import { useLiveQuery } from '../ui/use-live-query.ts';
import type { DeskProps } from './FeedDesk.tsx';
import { kindName } from './kind-name.ts';

const toggles = ['unread', 'unshared', 'followed'] as const;

/** What narrows the list, each with the button that takes it off. */
export function ActiveFilters({ db, choice, onChoice }: Pick<DeskProps, 'db' | 'choice' | 'onChoice'>) {
  const options = useLiveQuery(() => readFilterOptions(db), [db]);
  const { filter } = choice;
  if (!isFiltering(filter)) return null;
  const remove = (key: keyof FeedFilter) => onChoice({ ...choice, filter: { ...filter, [key]: noFilter[key] } });
  return (
    <ul class="r-list feed-filters" aria-label={t('feed_filters_active')}>
      {activeFilters(filter, options.value).map(({ key, name }) => (
        <li key={key}>
          <button
            type="button"
            class="r-chip r-chip-button r-chip-accent"
            aria-label={t('feed_filter_remove', name)}
            title={t('feed_filter_remove', name)}
            onClick={() => remove(key)}
          >
            {name}
            <Icon name="close" size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function activeFilters(
  filter: FeedFilter,
  options: FilterOptions | undefined,
): { key: keyof FeedFilter; name: string }[] {
  const campaign = options?.campaigns.find(({ key }) => key === filter.campaign)?.title ?? t('feed_filter_campaign');
  const source = options?.sources.find(({ id }) => id === filter.sourceId)?.title ?? t('feed_filter_source');
  return [
    ...toggles.flatMap((key) => (filter[key] ? [{ key, name: t(`feed_filter_${key}`) }] : [])),
    ...(filter.kind === null ? [] : [{ key: 'kind' as const, name: kindName(filter.kind) }]),
    ...(filter.campaign === null ? [] : [{ key: 'campaign' as const, name: campaign }]),
    ...(filter.sourceId === null ? [] : [{ key: 'sourceId' as const, name: source }]),
  ];
}
