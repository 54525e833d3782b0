import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isFiltering } from '../../lib/domain/feed-choice.ts';
import { matchesFilter } from '../../lib/domain/feed-filter.ts';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import { isNarrower, searchEntries } from '../../lib/domain/search.ts';
import { language } from '../../lib/i18n/messages.ts';
import { readSharedIds } from '../../lib/storage/queries/feed-list.ts';
import { readFound, type SearchEntry } from '../../lib/storage/queries/search.ts';
import { limitStep } from '../popup/feed-store.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import type { DeskProps } from './FeedDesk.tsx';

/** What fits on screen: painted in the frame of the key, from memory. */
const firstCount = 5;
const laterCount = 12;

/** What the filters let pass of what the words find, and how many they leave out. */
export function useFound({ db, choice }: DeskProps, entries: SearchEntry[], words: string[]) {
  const { filter } = choice;
  const shared = useLiveQuery(
    async () => (filter.unshared ? readSharedIds(db) : new Set<string>()),
    [db, filter.unshared],
  );
  const last = useRef<{ entries: SearchEntry[]; words: string[]; found: SearchEntry[] }>(null);
  return useMemo(() => {
    // Typing on only looks through what was found so far, in the order of the whole.
    const isOn = last.current?.entries === entries && isNarrower(words, last.current.words);
    const before = new Set(isOn ? last.current?.found : undefined);
    const found = searchEntries(isOn ? entries.filter((entry) => before.has(entry)) : entries, words);
    last.current = { entries, words, found };
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
export function useLimit(query: string): { count: number; settled: boolean; more: () => void } {
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

/**
 * The whole cards of what is shown, as soon as the database gives them; those known from before at once.
 * `gone` are those that were put away while they were shown.
 */
export function useCards(db: DeskProps['db'], entries: SearchEntry[], now: number) {
  const known = useRef({ cards: new Map<string, FeedCard>(), gone: new Set<string>() }).current;
  const ids = entries.map(({ id }) => id);
  const read = useLiveQuery(
    async () => ({ ids, cards: await readFound(db, ids, Date.now(), language()) }),
    [db, ids.join('\n'), now],
  );
  if (read.value !== undefined) {
    for (const id of read.value.ids) known.gone.add(id);
    for (const card of read.value.cards) {
      known.gone.delete(card.id);
      known.cards.set(card.id, card);
    }
  }
  return known;
}
