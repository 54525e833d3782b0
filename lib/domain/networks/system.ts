import type { NetworkDefinition } from './network-definition.ts';
import { textWithLink } from './post-text.ts';

/**
 * The system's own share sheet, by `navigator.share` where it exists
 * (https://developer.mozilla.org/en-US/docs/Web/API/Navigator/share): not in Firefox on a desktop. It needs a
 * page that stays and a click on it, so a small window of Relais opens it. What was done there nobody says.
 */
export const system: NetworkDefinition = {
  id: 'system',
  name: 'System share sheet',
  audience: 'own',
  // It may lead to a public network.
  takesInternal: false,
  hosts: [],
  template: null,
  takes: 'text',
  limit: 10_000,
  loadCounter: async () => (post) => textWithLink(post).length,
  direct: null,
  window: { width: 440, height: 520 },
  mark: 'M12 2l5 5-1.4 1.4L13 5.8V15h-2V5.8L8.4 8.4 7 7zM5 10h3v2H6v8h12v-8h-2v-2h3a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V11a1 1 0 0 1 1-1z',
};
