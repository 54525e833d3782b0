import type { NetworkDefinition } from './network-definition.ts';

/**
 * `sharer.php` takes an address and no text; it works without an app of one's own, which is why the
 * documented dialog (https://developers.facebook.com/documentation/sharing/reference/share-dialog) is left
 * to a company that has one: its recipe may be `/dialog/share?app_id=…&href={url}`.
 */
export const facebook: NetworkDefinition = {
  id: 'facebook',
  name: 'Facebook',
  audience: 'public',
  takesInternal: false,
  hosts: ['www.facebook.com'],
  template: 'https://www.facebook.com/sharer/sharer.php?u={url}',
  takes: 'link',
  // Its own limit is far beyond what anyone reads.
  limit: 5000,
  loadCounter: async () => (post) => post.text.length,
  direct: null,
  window: { width: 660, height: 640 },
  mark: 'M12 2a10 10 0 0 0-1.6 19.9V15H7.9v-3h2.5V9.7C10.4 7.2 11.9 5.8 14.2 5.8c1.1 0 2.2.2 2.2.2v2.5h-1.2c-1.2 0-1.6.8-1.6 1.5v2h2.7l-.4 3h-2.3v6.9A10 10 0 0 0 12 2z',
};
