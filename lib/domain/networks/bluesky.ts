import { composerAddress, mentionsLink } from './composer-address.ts';
import type { NetworkDefinition, Post } from './network-definition.ts';

/** https://docs.bsky.app/docs/advanced-guides/intent-links: `text` only; the link in it becomes a card. */
export const bluesky: NetworkDefinition = {
  id: 'bluesky',
  name: 'Bluesky',
  host: 'bsky.app',
  takes: 'text',
  limit: 300,
  async loadCounter() {
    const { countForBluesky } = await import('./bluesky-count.ts');
    return (post) => countForBluesky(composedText(post));
  },
  composerUrl: (post) => composerAddress('https://bsky.app/intent/compose', { text: composedText(post) }),
  window: { width: 660, height: 700 },
};

function composedText(post: Post): string {
  const text = post.text.trim();
  return mentionsLink(post) ? text : `${text}\n${post.url}`.trim();
}
