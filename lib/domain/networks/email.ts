import type { NetworkDefinition, Post } from './network-definition.ts';
import { textWithLink } from './post-text.ts';
import { encodeValue } from './template.ts';

/** An `mailto:` address (RFC 6068), counted as a whole: mail programs of Windows cut it at about 2,000 characters. */
export const email: NetworkDefinition = {
  id: 'email',
  name: 'E-mail',
  audience: 'own',
  takesInternal: true,
  hosts: [],
  template: null,
  takes: 'text_with_link',
  limit: 1990,
  loadCounter: async () => (post) => mailAddress(post).length,
  direct: null,
  window: { width: 440, height: 520 },
  mark: 'M3 5h18a1 1 0 0 1 1 1v.6l-10 6.2L2 6.6V6a1 1 0 0 1 1-1zM2 9l10 6.2L22 9v9a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1z',
};

/** A mail without a recipient: the title as its subject, lines ended by `%0D%0A` as RFC 6068 asks. */
export function mailAddress(post: Post): string {
  const body = textWithLink(post).replace(/\r\n|\r|\n/g, '\r\n');
  const fields = [
    ['subject', (post.title ?? '').replace(/\s+/g, ' ').trim()],
    ['body', body],
  ] as const;
  const query = fields.filter(([, value]) => value !== '').map(([name, value]) => `${name}=${encodeValue(value)}`);
  return `mailto:?${query.join('&')}`;
}
