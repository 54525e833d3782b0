import { codeOf } from '../../lib/domain/errors.ts';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import { t } from '../../lib/i18n/messages.ts';
import { sendMessage } from '../../lib/messaging/send.ts';
import type { Store } from '../popup/feed-store.ts';
import { pasteKeys } from '../ui/keys.ts';
import type { Told } from './use-marks.ts';

/** How the employee's comment on each item will begin, by item. */
export type ChosenOpenings = ReadonlyMap<string, string>;

/** Opening a post to comment on, with the opening that was chosen, if one was, on the clipboard. */
export function createComments(chosen: Store<ChosenOpenings>, tell: (told: Told) => void) {
  async function copy(text: string): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      tell({ words: '', failed: 'clipboard_refused' });
      return false;
    }
  }
  async function choose({ id }: FeedCard, opening: string | null): Promise<void> {
    const next = new Map(chosen.get());
    if (opening === null) next.delete(id);
    else next.set(id, opening);
    chosen.set(next);
    if (opening !== null && (await copy(opening))) tell({ words: t('item_opening_copied', pasteKeys()) });
  }
  async function comment({ id }: FeedCard): Promise<void> {
    const text = chosen.get().get(id) ?? '';
    // Copied again, before any other await: something else may have been copied since it was chosen.
    if (text !== '' && !(await copy(text))) return;
    try {
      await sendMessage('startComment', { itemId: id, text });
      tell({ words: t(text === '' ? 'item_comment_done' : 'item_comment_done_copied', pasteKeys()) });
    } catch (error) {
      tell({ words: '', failed: codeOf(error) });
    }
  }
  return { choose, comment };
}
