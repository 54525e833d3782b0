import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { codeOf, type ErrorCode } from '../../lib/domain/errors.ts';

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
    const subscription = liveQuery(read).subscribe({
      next: (value) => setResult({ state: 'ready', value }),
      error: (error) => setResult((known) => ({ state: 'failed', value: known.value, code: databaseCode(error) })),
    });
    return () => subscription.unsubscribe();
  }, [...deps]);
  return result;
}

/** The code of a database that would not answer. */
export function databaseCode(error: unknown): ErrorCode {
  const name = (error as { name?: unknown } | null)?.name;
  if (name === 'VersionError') return 'database_newer';
  if (name === 'QuotaExceededError') return 'storage_full';
  return codeOf(error);
}
