import type { NetworkDefinition } from './network-definition.ts';
import { textWithoutLink } from './post-text.ts';

/**
 * What the launcher of https://learn.microsoft.com/en-us/microsoftteams/platform/concepts/build-and-test/share-to-teams-from-web-apps
 * opens: a message to colleagues, before the link. Supported in Edge and Chrome on a desktop, not for guests.
 */
export const teams: NetworkDefinition = {
  id: 'teams',
  name: 'Microsoft Teams',
  audience: 'company',
  takesInternal: true,
  hosts: ['teams.microsoft.com', 'teams.cloud.microsoft'],
  template: 'https://teams.microsoft.com/share?href={url}&msgText={text_without_url}',
  takes: 'text',
  // A message may be longer; the address that carries it may not.
  limit: 4000,
  loadCounter: async () => (post) => textWithoutLink(post).length,
  direct: null,
  window: { width: 760, height: 720 },
  mark: 'M3 7h10v11H3zm2.2 2.4V11h2v5h1.7v-5h2V9.4zM14.5 9.5H19v5.3a3.7 3.7 0 0 1-4.5 3.6zM16.5 4a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4zM10.5 1.7a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6zM20 9.5h2V14a2.5 2.5 0 0 1-2 2.4z',
};
