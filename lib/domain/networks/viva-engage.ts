import type { NetworkDefinition } from './network-definition.ts';
import { textWithLink } from './post-text.ts';

/**
 * The address that Yammer's share button opened
 * (https://learn.microsoft.com/en-us/rest/api/yammer/share-button): legacy, and the first that a hub may
 * have to correct.
 */
export const vivaEngage: NetworkDefinition = {
  id: 'viva_engage',
  name: 'Viva Engage',
  audience: 'company',
  takesInternal: true,
  hosts: ['www.yammer.com', 'engage.cloud.microsoft'],
  template: 'https://www.yammer.com/messages/new?login=true&status={text_with_url}',
  takes: 'text_with_link',
  // Not documented: what the address carries.
  limit: 4000,
  loadCounter: async () => (post) => textWithLink(post).length,
  direct: null,
  window: { width: 900, height: 700 },
  mark: 'M9 5a7 7 0 1 0 0 14A7 7 0 0 0 9 5zm0 2.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6zM16.3 5.2a7 7 0 0 1 0 13.6 9 9 0 0 0 0-13.6z',
};
