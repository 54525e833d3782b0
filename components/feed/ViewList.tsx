import { useEffect, useRef, useState } from 'preact/hooks';
import { isFiltering, noFilter, plainChoice } from '../../lib/domain/feed-choice.ts';
import { language, plural, t } from '../../lib/i18n/messages.ts';
import { readFeedList } from '../../lib/storage/queries/feed-list.ts';
import { CardList } from '../popup/CardList.tsx';
import { firstLimit, limitStep } from '../popup/feed-store.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { errorText } from '../ui/error-text.ts';
import { Notice } from '../ui/Notice.tsx';
import { useLiveQuery } from '../ui/use-live-query.ts';
import type { DeskProps } from './FeedDesk.tsx';
import { MoreCards } from './MoreCards.tsx';

type ViewListProps = DeskProps & { view: 'all' | 'saved' | 'soon' };

/** The cards of one view that the filters let pass. Mounted anew for each choice. */
export function ViewList({ db, view, choice, onChoice, preferred, now, acts }: ViewListProps) {
  const [limit, setLimit] = useState(firstLimit);
  const shownIds = useRef(new Set<string>());
  const { filter } = choice;
  const list = useLiveQuery(
    () => readFeedList(db, { view, filter, limit, now: Date.now(), language: language(), shownIds: shownIds.current }),
    [db, limit, now],
  );
  useEffect(() => {
    for (const card of list.value?.cards ?? []) shownIds.current.add(card.id);
  }, [list.value]);
  if (list.state === 'failed') return <Notice kind="failed">{errorText(list.code)}</Notice>;
  if (list.value === undefined) return null;
  const { cards, hasMore, filteredOut } = list.value;
  const unfilter = () => onChoice({ ...choice, filter: noFilter });
  if (cards.length === 0) {
    return isFiltering(filter) ? (
      <EmptyState
        icon="filter"
        title={t('feed_filtered_empty_title')}
        action={{ label: t('feed_filters_clear'), onClick: unfilter }}
      >
        {filteredOut ? plural('feed_filtered_out', filteredOut) : t('feed_filtered_empty_text')}
      </EmptyState>
    ) : (
      <EmptyState
        icon={view === 'saved' ? 'book' : 'clock'}
        title={t(view === 'saved' ? 'feed_saved_empty_title' : 'feed_soon_empty_title')}
        action={{ label: t('feed_see_all'), onClick: () => onChoice(plainChoice) }}
      >
        {t(view === 'saved' ? 'feed_saved_empty_text' : 'feed_soon_empty_text')}
      </EmptyState>
    );
  }
  return (
    <>
      <CardList label={t(`feed_view_${view}`)} {...{ cards, preferred, now, acts }} />
      {hasMore && <MoreCards active shown={cards.length} onMore={() => setLimit(cards.length + limitStep)} />}
      {!hasMore && filteredOut !== null && filteredOut > 0 && (
        <div class="feed-more">
          <Button variant="quiet" onClick={unfilter}>
            {plural('feed_filtered_out', filteredOut)}
          </Button>
        </div>
      )}
    </>
  );
}
