/**
 * What a composer takes by its address. `link`: the address only. `text`: the text and the address, apart.
 * `text_with_link`: one text, the address within. `title_with_link`: a title and the address. `nothing`:
 * it opens empty.
 */
export const takesKinds = ['link', 'text', 'text_with_link', 'title_with_link', 'nothing'] as const;
export type Takes = (typeof takesKinds)[number];

/** Whether the text has to travel on the clipboard, because the composer does not take it. */
export function needsClipboard(takes: Takes): boolean {
  return takes === 'link' || takes === 'nothing';
}
