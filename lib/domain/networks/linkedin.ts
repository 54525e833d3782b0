import type { NetworkDefinition } from './network-definition.ts';

/**
 * The documented share link takes an address and nothing else
 * (https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/plugins/share-plugin);
 * title and picture come from the page's own Open Graph tags. An undocumented one takes a text
 * (`/feed/?shareActive=true&text={text_with_url}`): a recipe of that address is for a feed to give.
 */
export const linkedin: NetworkDefinition = {
  id: 'linkedin',
  name: 'LinkedIn',
  audience: 'public',
  takesInternal: false,
  hosts: ['www.linkedin.com'],
  template: 'https://www.linkedin.com/sharing/share-offsite/?url={url}',
  takes: 'link',
  limit: 3000,
  // The unit is not documented: UTF-16 units never count less than characters do. The link is a card, apart.
  loadCounter: async () => (post) => post.text.length,
  direct: null,
  window: { width: 750, height: 700 },
  mark: 'M3 9h4v12H3zM5 2.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8M9.5 9h3.8v1.7c.7-1.2 2-2 3.8-2 3.4 0 4.4 2.2 4.4 5.5V21h-4v-6.2c0-1.6-.3-2.8-1.8-2.8-1.6 0-2.2 1.2-2.2 2.9V21h-4z',
};
