import { type FeedChoice, type FeedViewId, isFiltering } from '../../lib/domain/feed-choice.ts';
import { formatNumber, t } from '../../lib/i18n/messages.ts';
import { ChipButton } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import './FeedBar.css';

export type FeedBarProps = {
  choice: FeedChoice;
  counts: { savedCount: number; soonCount: number } | null;
  filtersOpen: boolean;
  onChoice: (choice: FeedChoice) => void;
  onFilters: () => void;
};

const views: FeedViewId[] = ['all', 'brief', 'saved', 'soon'];

/** One line above the cards: which of them, narrowed how, holding which words. */
export function FeedBar({ choice, counts, filtersOpen, onChoice, onFilters }: FeedBarProps) {
  const countOf = (view: FeedViewId) =>
    (view === 'saved' && counts?.savedCount) || (view === 'soon' && counts?.soonCount) || 0;
  return (
    <div class="bar">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways in every browser -- these are buttons, not fields */}
      <div class="bar-views" role="group" aria-label={t('feed_views')}>
        {views.map((view) => (
          <ChipButton
            key={view}
            pressed={choice.view === view}
            onClick={() => onChoice({ ...choice, view, search: '' })}
          >
            {t(`feed_view_${view}`)} {countOf(view) > 0 && <span class="bar-count">{formatNumber(countOf(view))}</span>}
          </ChipButton>
        ))}
      </div>
      <IconButton
        label={t('feed_filters')}
        aria-expanded={filtersOpen}
        aria-pressed={isFiltering(choice.filter)}
        onClick={onFilters}
      >
        <Icon name="filter" />
      </IconButton>
      <label class="bar-search">
        <span class="r-hidden">{t('feed_search')}</span>
        <Icon name="search" />
        <input
          type="search"
          value={choice.search}
          placeholder={t('feed_search_hint')}
          onInput={({ currentTarget }) => onChoice({ ...choice, search: currentTarget.value })}
        />
      </label>
    </div>
  );
}
