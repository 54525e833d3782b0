import type { NetworkDefinition } from './network-definition.ts';

/** https://dev.xing.com/plugins/share_button/docs: an address; the employee types own words there. */
export const xing: NetworkDefinition = {
  id: 'xing',
  name: 'XING',
  audience: 'public',
  takesInternal: false,
  hosts: ['www.xing.com'],
  template: 'https://www.xing.com/spi/shares/new?url={url}',
  takes: 'link',
  // Not documented: longer than a post is read.
  limit: 3000,
  loadCounter: async () => (post) => post.text.length,
  direct: null,
  window: { width: 660, height: 700 },
  mark: 'M5.2 6.5h3.4l2 3.6-3.2 5.6H4l3.2-5.6zM16.2 2.5h3.5l-6.4 11 4.1 8h-3.5l-4.1-8z',
};
