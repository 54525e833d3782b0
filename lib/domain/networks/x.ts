import { composerAddress, mentionsLink } from './composer-address.ts';
import type { NetworkDefinition } from './network-definition.ts';

/** https://docs.x.com/x-for-websites/post-button/guides/web-intent: text, a space, then the address. */
export const x: NetworkDefinition = {
  id: 'x',
  name: 'X',
  host: 'x.com',
  takes: 'text',
  limit: 280,
  async loadCounter() {
    const { countForX } = await import('./x-count.ts');
    return (post) => {
      const text = post.text.trim();
      return countForX(mentionsLink(post) ? text : `${text} ${post.url}`.trim());
    };
  },
  composerUrl: (post) =>
    composerAddress('https://x.com/intent/tweet', {
      text: post.text.trim(),
      url: mentionsLink(post) ? '' : post.url,
    }),
  window: { width: 640, height: 700 },
};
