import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isFiltering, noFilter } from '../../lib/domain/feed-choice.ts';
import { matchesFilter } from '../../lib/domain/feed-filter.ts';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import { queryWords, searchEntries } from '../../lib/domain/search.ts';
import { language, plural, t } from '../../lib/i18n/messages.ts';
import { readSharedIds } from '../../lib/storage/queries/feed-list.ts';
import { readFound, type SearchEntry } from '../../lib/storage/queries/search.ts';
import { limitStep, useStore } from '../popup/feed-store.ts';
import { ItemCard } from '../popup/ItemCard.tsx';
import { afterPaint } from '../ui/after-paint.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { errorText } from '../ui/error-text.ts';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { draftCard } from './draft-card.ts';
import type { DeskProps } from './FeedDesk.tsx';
import { MarkedText, snippetOf } from './MarkedText.tsx';
import { MoreCards } from './MoreCards.tsx';
import { searchStoreOf } from './search-store.ts';

/** What fits on screen: painted in the frame of the key, from memory. */
const firstCount = 5;
const laterCount = 12;

/** What was found for the words typed so far. */
export function SearchResults(desk: DeskProps) {
  const { db, choice, onChoice, preferred, now, acts } = desk;
  const store = searchStoreOf(db);
  const index = useStore(store.index);
  const words = useMemo(() => queryWords(choice.search), [choice.search]);
  useEffect(store.load, [store, choice.search]);
  const { visible, leftOut } = useFound(desk, index.entries, words);
  const limit = useLimit(words.join(' '));
  const entries = visible.slice(0, limit.count);
  const cards = useCards(db, entries, now);
  if (index.failed !== null && entries.length === 0) return <Notice kind="failed">{errorText(index.failed)}</Notice>;
  if (!index.complete && entries.length === 0) return <Skeleton count={3} />;
  if (words.length === 0) return null;
  const unfilter = () => onChoice({ ...choice, filter: noFilter });
  if (entries.length === 0) {
    return (
      <div role="status">
        <EmptyState
          icon="search"
          title={t('feed_search_empty_title', choice.search.trim())}
          action={
            leftOut > 0
              ? { label: t('feed_filters_clear'), onClick: unfilter }
              : { label: t('feed_search_clear'), onClick: () => onChoice({ ...choice, search: '' }) }
          }
        >
          {leftOut > 0 ? plural('feed_filtered_out', leftOut) : t('feed_search_empty_text')}
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <p class="r-hidden" role="status">
        {plural('feed_search_found', visible.length)}
      </p>
      <ul class="r-list feed-list" aria-label={t('feed_search_results')}>
        {entries.map((entry) => {
          const card = cards.get(entry.id) ?? draftCard(entry);
          const snippet = snippetOf(entry.heading, card.summary, words);
          return (
            <li key={entry.id}>
              <ItemCard
                {...{ card, preferred, now, acts }}
                title={
                  <>
                    <MarkedText text={card.title} words={words} />
                    {snippet !== null && (
                      <span class="feed-snippet">
                        <MarkedText text={snippet} words={words} />
                      </span>
                    )}
                  </>
                }
              />
            </li>
          );
        })}
      </ul>
      {entries.length < visible.length && (
        <MoreCards active={limit.settled} shown={entries.length} onMore={limit.more} />
      )}
      {leftOut > 0 && entries.length === visible.length && (
        <div class="feed-more">
          <Button variant="quiet" onClick={unfilter}>
            {plural('feed_filtered_out', leftOut)}
          </Button>
        </div>
      )}
    </>
  );
}

function useFound({ db, choice }: DeskProps, entries: SearchEntry[], words: string[]) {
  const { filter } = choice;
  const shared = useLiveQuery(
    async () => (filter.unshared ? readSharedIds(db) : new Set<string>()),
    [db, filter.unshared],
  );
  return useMemo(() => {
    const found = searchEntries(entries, words);
    if (!isFiltering(filter)) return { visible: found, leftOut: 0 };
    const visible = found.filter(({ id, isUnread, followed, kind, sourceId, campaignId }) =>
      matchesFilter(
        {
          unread: isUnread,
          shared: shared.value?.has(id) ?? false,
          followed: followed !== null,
          ...{ kind, sourceId, campaignId },
        },
        filter,
      ),
    );
    return { visible, leftOut: found.length - visible.length };
  }, [entries, words, filter, shared.value]);
}

/** Few cards in the frame of a key, the others behind it; as many as were scrolled to after that. */
function useLimit(query: string): { count: number; settled: boolean; more: () => void } {
  const [reached, setReached] = useState({ query: '', count: firstCount });
  const latest = useRef(query);
  latest.current = query;
  useLayoutEffect(() => {
    afterPaint(() => {
      performance.mark('relais:search-results', { detail: query });
      if (latest.current === query) setReached({ query, count: laterCount });
    });
  }, [query]);
  return {
    count: reached.query === query ? reached.count : firstCount,
    settled: reached.query === query,
    more: () => setReached({ query, count: reached.count + limitStep }),
  };
}

/** The whole cards of what is shown, as soon as the database gives them; those known from before at once. */
function useCards(db: DeskProps['db'], entries: SearchEntry[], now: number): ReadonlyMap<string, FeedCard> {
  const known = useRef(new Map<string, FeedCard>());
  const ids = entries.map(({ id }) => id);
  const read = useLiveQuery(() => readFound(db, ids, Date.now(), language()), [db, ids.join('\n'), now]);
  for (const card of read.value ?? []) known.current.set(card.id, card);
  return known.current;
}
