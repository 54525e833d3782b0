import type { NetworkDefinition } from './network-definition.ts';
import { textAsTitle } from './post-text.ts';

/**
 * A link post: the address, and the text as its title, of 300 characters at most. `/r/<name>/submit` is the
 * composer of a community. An address and a body exclude one another.
 */
export const reddit: NetworkDefinition = {
  id: 'reddit',
  name: 'Reddit',
  audience: 'public',
  takesInternal: false,
  hosts: ['www.reddit.com'],
  template: 'https://www.reddit.com/{community}/submit?url={url}&title={title}',
  takes: 'title_with_link',
  limit: 300,
  // Code points or UTF-16 units, nobody says: the latter never count less.
  loadCounter: async () => (post) => textAsTitle(post).length,
  direct: null,
  window: { width: 760, height: 740 },
  mark: 'M12 8.5c5 0 9 2.7 9 6.3S17 21 12 21s-9-2.7-9-6.2 4-6.3 9-6.3zM8.7 12.5a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2zm6.6 0a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2zM8.5 17.3l-.7.9c1.1 1 2.6 1.5 4.2 1.5s3.1-.5 4.2-1.5l-.7-.9c-1 .9-2.2 1.2-3.5 1.2s-2.5-.3-3.5-1.2zM11.4 8.4 12.7 3l4.2 1a1.7 1.7 0 1 1-.2 1.2l-3.1-.7-.9 3.9zM4.5 9.3a2.3 2.3 0 0 0-2.3 3.6c.5-1.4 1.4-2.7 2.8-3.5zM19.5 9.3a2.3 2.3 0 0 1 2.3 3.6c-.5-1.4-1.4-2.7-2.8-3.5z',
};
