import type { NetworkDefinition } from './network-definition.ts';

/** https://developers.facebook.com/documentation/threads/threads-web-intents: a text, and a link as an attachment. */
export const threads: NetworkDefinition = {
  id: 'threads',
  name: 'Threads',
  audience: 'public',
  takesInternal: false,
  hosts: ['www.threads.com', 'www.threads.net'],
  template: 'https://www.threads.com/intent/post?text={text}&url={url_once}',
  takes: 'text',
  limit: 500,
  async loadCounter() {
    const { countForThreads } = await import('./threads-count.ts');
    // An attachment is no text.
    return (post) => countForThreads(post.text.trim());
  },
  direct: null,
  window: { width: 600, height: 700 },
  mark: 'M12 2a10 10 0 1 0 6 18l-1.4-1.9A7.6 7.6 0 1 1 19.6 12v1c0 1.2-.6 1.8-1.3 1.8s-1.2-.6-1.2-1.8V7.5h-2.2v.8A5 5 0 1 0 15.5 15.6a3.4 3.4 0 0 0 2.8 1.4c2.2 0 3.7-1.6 3.7-4V12A10 10 0 0 0 12 2zm0 7.4a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2z',
};
