import { t } from '../../lib/i18n/messages.ts';

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** The keys that paste on this system, as people know them. */
export function pasteKeys(): string {
  return isMac() ? '⌘V' : 'Ctrl+V';
}

/** The keys that send, as people know them. */
export function sendKeys(): string {
  return isMac() ? '⌘↩' : t('keys_send');
}

/** Whether a key event means "send": Ctrl+Enter, or ⌘Enter on a Mac. */
export function isSendKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing;
}
