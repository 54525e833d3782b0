import type { Preferences } from '../../lib/domain/preferences.ts';
import { language, type MessageKey, t } from '../../lib/i18n/messages.ts';

/** Shows the theme the employee chose; `auto` leaves it to the system. */
export function applyTheme(theme: Preferences['theme']): void {
  const root = document.documentElement;
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
}

/** What an HTML file cannot say before the browser's language is known. */
export function startPage(titleKey: MessageKey): void {
  document.documentElement.lang = language();
  document.title = t(titleKey);
}
