import { useEffect, useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/domain/errors.ts';
import { type FeedChoice, plainChoice } from '../../lib/domain/feed-choice.ts';
import type { FeedScreen } from '../../lib/domain/first-screen.ts';

export type Store<T> = {
  get: () => T;
  set: (value: T) => void;
  /** Calls back after each change; gives the way to stop. */
  subscribe: (listener: (value: T) => void) => () => void;
};

export function createStore<T>(initial: T): Store<T> {
  const listeners = new Set<(value: T) => void>();
  let current = initial;
  return {
    get: () => current,
    set(value) {
      current = value;
      for (const listener of listeners) listener(value);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

export function useStore<T>(store: Store<T>): T {
  const [value, setValue] = useState(() => store.get());
  useEffect(() => {
    // Whatever was set between the first paint and this effect is not missed.
    setValue(() => store.get());
    return store.subscribe((next) => setValue(() => next));
  }, [store]);
  return value;
}

/** The feed as far as it is known: nothing, then the snapshot, then the database's own answer. */
export type FeedView = {
  screen: FeedScreen | null;
  /** The database answered: `screen` follows every change from here on. */
  live: boolean;
  failed: ErrorCode | null;
};

export const firstLimit = 12;
export const limitStep = 30;

/**
 * What the first paint and the live query share: the view, how many cards the employee scrolled to, and
 * what they asked to see.
 */
export type FeedStore = { view: Store<FeedView>; limit: Store<number>; choice: Store<FeedChoice> };

export function createFeedStore(snapshot: FeedScreen | undefined, choice = plainChoice): FeedStore {
  return {
    view: createStore<FeedView>({ screen: snapshot ?? null, live: false, failed: null }),
    limit: createStore(firstLimit),
    choice: createStore(choice),
  };
}
