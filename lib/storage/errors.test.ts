import { describe, expect, it } from 'vitest';
import { asStorageError } from './errors.ts';

describe('asStorageError', () => {
  it.each([
    ['a full disk', new DOMException('full', 'QuotaExceededError'), 'storage_full'],
    ['a full disk, as Dexie wraps it', { name: 'AbortError', inner: { name: 'QuotaExceededError' } }, 'storage_full'],
    ['a newer database', { name: 'VersionError' }, 'database_newer'],
  ])('names %s', (_, error, code) => {
    expect(asStorageError(error)).toMatchObject({ code, cause: error });
  });

  it('leaves anything else as it is', () => {
    const error = new Error('a bug');
    expect(asStorageError(error)).toBe(error);
    expect(asStorageError(null)).toBeNull();
  });
});
