import type { NetworkDefinition } from './network-definition.ts';
import { textWithLink } from './post-text.ts';

/** https://docs.bsky.app/docs/advanced-guides/intent-links: `text` only; the link in it becomes a card. */
export const bluesky: NetworkDefinition = {
  id: 'bluesky',
  name: 'Bluesky',
  audience: 'public',
  takesInternal: false,
  hosts: ['bsky.app'],
  template: 'https://bsky.app/intent/compose?text={text_with_url}',
  takes: 'text_with_link',
  limit: 300,
  async loadCounter() {
    const { countForBluesky } = await import('./bluesky-count.ts');
    return (post) => countForBluesky(textWithLink(post));
  },
  direct: 'bluesky',
  window: { width: 660, height: 700 },
  mark: 'M12 10.8C11 8.7 8.2 5 5.6 3.3 3.2 1.7 2 2.2 2 5c0 1.1.5 5.2.9 6 .9 2 2.7 2.3 4.6 2-2.9.5-4.3 1.9-2.6 4.4 2.4 3.5 5.4 1.5 7.1-2.7 1.7 4.2 4.7 6.2 7.1 2.7 1.7-2.5.3-3.9-2.6-4.4 1.9.3 3.7 0 4.6-2 .4-.8.9-4.9.9-6 0-2.8-1.2-3.3-3.6-1.7C15.8 5 13 8.7 12 10.8',
};
