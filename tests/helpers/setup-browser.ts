import 'fake-indexeddb/auto';
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import en from '../../public/_locales/en/messages.json';
import fr from '../../public/_locales/fr/messages.json';

type Messages = Record<string, { message: string } | undefined>;
const locales: Record<'en' | 'fr', Messages> = { en, fr };

let locale: 'en' | 'fr' = 'en';

/** Chooses the interface's language for the rest of the test; each test starts in English. */
export function setTestLocale(next: 'en' | 'fr'): void {
  locale = next;
}

/** The browser's own replacement of `$1`…`$9`, which the fake browser lacks. */
function getMessage(key: string, substitutions?: string | string[]): string {
  const values = substitutions === undefined ? [] : [substitutions].flat();
  return (locales[locale][key]?.message ?? '').replace(/\$(\d)/g, (_, digit) => values[Number(digit) - 1] ?? '');
}

beforeEach(() => {
  fakeBrowser.reset();
  locale = 'en';
  Object.assign(fakeBrowser.i18n, { getMessage, getUILanguage: () => locale });
});
