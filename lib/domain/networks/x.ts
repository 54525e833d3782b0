import type { NetworkDefinition } from './network-definition.ts';
import { mentionsLink } from './post-text.ts';

/** https://docs.x.com/x-for-websites/post-button/guides/web-intent: text, a space, then the address. */
export const x: NetworkDefinition = {
  id: 'x',
  name: 'X',
  audience: 'public',
  takesInternal: false,
  hosts: ['x.com', 'twitter.com'],
  template: 'https://x.com/intent/tweet?text={text}&url={url_once}',
  takes: 'text',
  limit: 280,
  async loadCounter() {
    const { countForX } = await import('./x-count.ts');
    return (post) => {
      const text = post.text.trim();
      return countForX(mentionsLink(post) ? text : `${text} ${post.url}`.trim());
    };
  },
  direct: null,
  window: { width: 640, height: 700 },
  mark: 'M3 3h5.6l4.3 6 5.1-6h2.4l-6.4 7.5L21.6 21H16l-4.7-6.6L5.7 21H3.3l6.9-8.1zm3.4 1.8 10.5 14.4h1.4L7.8 4.8z',
};
