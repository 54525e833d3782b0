import { graphemesOf } from './graphemes.ts';

/**
 * Characters, an emoji as many as its bytes in UTF-8
 * (https://developers.facebook.com/documentation/threads/posts, which says no more). What else it takes
 * for a character is not documented: code points never count less than graphemes do.
 */
export function countForThreads(text: string): number {
  let count = 0;
  for (const grapheme of graphemesOf(text)) {
    count += /\p{RGI_Emoji}/v.test(grapheme) ? new TextEncoder().encode(grapheme).length : [...grapheme].length;
  }
  return count;
}
