import type { ItemKind } from '../../lib/domain/item.ts';
import { t } from '../../lib/i18n/messages.ts';

/** Every kind of item, in the order of the filter. The list of the domain brings its schema along. */
export const kinds: ItemKind[] = ['article', 'event', 'job', 'video', 'poll', 'message', 'engage'];

export function kindName(kind: ItemKind): string {
  return t(`kind_${kind}`);
}
