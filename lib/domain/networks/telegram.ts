import type { NetworkDefinition } from './network-definition.ts';
import { textWithoutLink } from './post-text.ts';

/**
 * https://core.telegram.org/widgets/share: the address, which must be there, and a text below it; a message
 * to a chat chosen there. 4,096 is `message_length_max` of https://core.telegram.org/api/config.
 */
export const telegram: NetworkDefinition = {
  id: 'telegram',
  name: 'Telegram',
  audience: 'people',
  takesInternal: false,
  hosts: ['t.me', 'telegram.me'],
  template: 'https://t.me/share/url?url={url}&text={text_without_url}',
  takes: 'text',
  limit: 4096,
  loadCounter: async () => (post) => `${post.url}\n${textWithoutLink(post)}`.trim().length,
  direct: null,
  window: { width: 600, height: 640 },
  mark: 'M2.5 11.3 20.4 4.2c.9-.3 1.6.2 1.4 1.2l-3 14.2c-.2 1-.9 1.2-1.7.8l-4.6-3.4-2.3 2.2c-.4.4-.9.3-1-.3l-.9-5.1-5.7-1.8c-.7-.2-.7-.5-.1-.7zM9.6 13.6l.5 3.5 1-2.2 6.7-6.7z',
};
