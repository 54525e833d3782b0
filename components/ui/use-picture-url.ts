import { useLayoutEffect, useMemo } from 'preact/hooks';

/**
 * The address of a stored picture, freed when it is shown no more. Each reading of the database makes
 * another object of the same blob, and the first screen holds it as a `data:` address: an element's
 * picture is the same as long as it has as many bytes, and the address then stays, so that nothing blinks.
 */
export function usePictureUrl(picture: Blob | string | null): string | null {
  const bytes = picture === null ? null : sizeOf(picture);
  const url = useMemo(
    () => (picture === null || typeof picture === 'string' ? picture : URL.createObjectURL(picture)),
    [bytes],
  );
  useLayoutEffect(
    () => () => {
      if (url?.startsWith('blob:')) URL.revokeObjectURL(url);
    },
    [url],
  );
  return url;
}

function sizeOf(picture: Blob | string): number {
  if (typeof picture !== 'string') return picture.size;
  const content = picture.length - picture.indexOf(',') - 1;
  const padding = picture.endsWith('==') ? 2 : picture.endsWith('=') ? 1 : 0;
  return (content * 3) / 4 - padding;
}
