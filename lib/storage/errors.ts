import { RelaisError } from '../domain/errors.ts';

/** Names the two failures of the database that a person can do something about; anything else is returned as it is. */
export function asStorageError(error: unknown): unknown {
  const names = [error, (error as { inner?: unknown } | null)?.inner].map(
    (e) => (e as { name?: unknown } | null)?.name,
  );
  if (names.includes('QuotaExceededError'))
    return new RelaisError('storage_full', 'the disk is full', { cause: error });
  if (names.includes('VersionError')) {
    return new RelaisError('database_newer', 'the database is of a newer version', { cause: error });
  }
  return error;
}
