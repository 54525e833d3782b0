import type { Post } from './network-definition.ts';

/** Whether the employee already wrote the link, so that it is not added a second time. */
export function mentionsLink({ text, url }: Post): boolean {
  return text.split(/\s+/).includes(url);
}

/** The text with the link within: where it was written, else on a line of its own. */
export function textWithLink(post: Post): string {
  const text = post.text.trim();
  return mentionsLink(post) ? text : `${text}\n${post.url}`.trim();
}

/** The text for a composer that adds the link itself. */
export function textWithoutLink({ text, url }: Post): string {
  return text
    .split(/(\s+)/)
    .filter((part) => part !== url)
    .join('')
    .trim();
}

/** The text for a field of one line. */
export function textAsTitle(post: Post): string {
  return textWithoutLink(post).replace(/\s+/g, ' ');
}
