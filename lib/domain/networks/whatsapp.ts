import type { NetworkDefinition } from './network-definition.ts';
import { textWithLink } from './post-text.ts';

/**
 * A message to a chat chosen there, hence no publication (https://faq.whatsapp.com/5913398998672934). A text
 * message holds 4,096 characters by the Business API
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/text-messages).
 */
export const whatsapp: NetworkDefinition = {
  id: 'whatsapp',
  name: 'WhatsApp',
  audience: 'people',
  takesInternal: false,
  hosts: ['wa.me', 'api.whatsapp.com', 'web.whatsapp.com'],
  template: 'https://wa.me/?text={text_with_url}',
  takes: 'text_with_link',
  limit: 4096,
  loadCounter: async () => (post) => textWithLink(post).length,
  direct: null,
  window: { width: 720, height: 720 },
  mark: 'M12 2a10 10 0 0 0-8.6 15L2 22l5.1-1.3A10 10 0 1 0 12 2zm0 1.9a8.1 8.1 0 1 1-4.3 15l-3 .8.8-2.9A8.1 8.1 0 0 1 12 3.9zM8.7 7.2c-.6 0-1.5.9-1.5 2.2 0 2.6 4.3 7.1 7.5 7.1 1.3 0 2.3-.9 2.3-1.9 0-.5-1.9-1.5-2.3-1.5-.5 0-.8 1.1-1.2 1.1-.8 0-3.5-2.3-3.5-3.2 0-.4.9-.8.9-1.3 0-.4-.9-2.5-1.3-2.5z',
};
