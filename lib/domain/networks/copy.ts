import type { NetworkDefinition } from './network-definition.ts';
import { textWithLink } from './post-text.ts';

/** The text and its link on the clipboard: where they are pasted is the employee's own affair, and is not asked. */
export const copy: NetworkDefinition = {
  id: 'copy',
  name: 'Copy',
  audience: 'own',
  takesInternal: true,
  hosts: [],
  template: null,
  takes: 'nothing',
  limit: 20_000,
  loadCounter: async () => (post) => textWithLink(post).length,
  direct: null,
  window: { width: 440, height: 520 },
  mark: 'M8 2h11a1 1 0 0 1 1 1v13h-2V4H8zM5 6h10a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zm1 2v12h8V8z',
};
