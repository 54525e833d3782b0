import { useEffect, useMemo } from 'preact/hooks';
import { noFilter } from '../../lib/domain/feed-choice.ts';
import { queryWords } from '../../lib/domain/search.ts';
import { plural, t } from '../../lib/i18n/messages.ts';
import { useStore } from '../popup/feed-store.ts';
import { ItemCard } from '../popup/ItemCard.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { errorText } from '../ui/error-text.ts';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { draftCard } from './draft-card.ts';
import type { DeskProps } from './FeedDesk.tsx';
import { MarkedText, snippetOf } from './MarkedText.tsx';
import { MoreCards } from './MoreCards.tsx';
import { searchStoreOf } from './search-store.ts';
import { useCards, useFound, useLimit } from './use-search.ts';

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
  const { cards, gone } = useCards(db, entries, now);
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
          if (gone.has(entry.id)) return null;
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
