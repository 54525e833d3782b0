import { composerAddress } from './composer-address.ts';
import type { NetworkDefinition } from './network-definition.ts';

/**
 * The documented share link takes an address and nothing else
 * (https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/plugins/share-plugin);
 * title and picture come from the page's own Open Graph tags.
 */
export const linkedin: NetworkDefinition = {
  id: 'linkedin',
  name: 'LinkedIn',
  host: 'www.linkedin.com',
  takes: 'link',
  limit: 3000,
  // The unit is not documented: UTF-16 units never count less than characters do. The link is a card, apart.
  loadCounter: async () => (post) => post.text.length,
  composerUrl: (post) => composerAddress('https://www.linkedin.com/sharing/share-offsite/', { url: post.url }),
  window: { width: 750, height: 700 },
};
