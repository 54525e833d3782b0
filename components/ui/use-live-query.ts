import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { codeOf, type ErrorCode, RelaisError } from '../../lib/domain/errors.ts';

/** `value` stays while a new reading is awaited, so that a screen may keep what it showed. */
export type LiveResult<T> =
  | { state: 'loading'; value?: T; code?: undefined }
  | { state: 'ready'; value: T; code?: undefined }
  | { state: 'failed'; value?: T; code: ErrorCode };

/**
 * What a query of `storage/queries` gives, read again whenever what it read changes, in this context
 * or in another. `deps` are the values that `read` closes over.
 */
export function useLiveQuery<T>(read: () => Promise<T>, deps: readonly unknown[]): LiveResult<T> {
  const [result, setResult] = useState<LiveResult<T>>({ state: 'loading' });
  useEffect(() => {
    setResult((known) => ({ state: 'loading', value: known.value }));
    return followQuery(
      read,
      (value) => setResult({ state: 'ready', value }),
      (code) => setResult((known) => ({ state: 'failed', value: known.value, code })),
    );
  }, [...deps]);
  return result;
}

/** Far beyond the slowest first reading; after it, a screen says that nothing comes. */
const patienceMs = 10_000;

/** Reads now and after every change of what was read; gives the way to stop. */
export function followQuery<T>(
  read: () => Promise<T>,
  onValue: (value: T) => void,
  onFailure: (code: ErrorCode) => void,
): () => void {
  // A database that neither opens nor fails is seen in the wild; a late answer still takes the place of this one.
  const patience = setTimeout(() => onFailure('background_unreachable'), patienceMs);
  const subscription = liveQuery(() => read().catch(tellOpenFailure)).subscribe({
    next: (value) => {
      clearTimeout(patience);
      onValue(value);
    },
    error: (error) => {
      clearTimeout(patience);
      onFailure(databaseCode(error));
    },
  });
  return () => {
    clearTimeout(patience);
    subscription.unsubscribe();
  };
}

/**
 * A database that could not be opened reaches queries as `DatabaseClosedError`, which a live query
 * keeps to itself, as it must when a page closes: the screen would wait for ever.
 */
function tellOpenFailure(error: unknown): never {
  const { name, inner } = error as DatabaseError;
  if (name !== 'DatabaseClosedError' || inner === undefined) throw error;
  throw new RelaisError(databaseCode(error), 'the database could not be opened', { cause: error });
}

/** Dexie keeps the browser's own error in `inner`. */
type DatabaseError = { name?: string; inner?: { name?: string } };

const databaseCodes: Record<string, ErrorCode> = {
  VersionError: 'database_newer',
  QuotaExceededError: 'storage_full',
};

/** The code of a database that would not answer. */
export function databaseCode(error: unknown): ErrorCode {
  const { name, inner } = (error ?? {}) as DatabaseError;
  return databaseCodes[inner?.name ?? ''] ?? databaseCodes[name ?? ''] ?? codeOf(error);
}
