import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build-extension.ts';

export type Locale = 'en' | 'fr';

/** The words on screen, by key: what a driver looks for changes with the locales, not apart from them. */
export type Words = {
  locale: Locale;
  t: (key: string, ...values: string[]) => string;
  plural: (stem: string, count: number, ...more: string[]) => string;
};

const read = (locale: Locale): Record<string, { message: string } | undefined> =>
  JSON.parse(readFileSync(join(root, 'public', '_locales', locale, 'messages.json'), 'utf8'));

/** @throws Error for a key that no screen can have, with its name. */
export function wordsOf(locale: Locale): Words {
  const messages = read(locale);
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const t: Words['t'] = (key, ...values) => {
    const message = messages[key]?.message;
    if (message === undefined) throw new Error(`no words for ${key} in ${locale}`);
    return message.replace(/\$(\d)/g, (_, digit) => values[Number(digit) - 1] ?? '');
  };
  return {
    locale,
    t,
    plural: (stem, count, ...more) =>
      t(`${stem}_${rules.select(count) === 'one' ? 'one' : 'other'}`, numbers.format(count), ...more),
  };
}

/** A name that begins as the words do, up to their first value: for names that hold what the hub sends. */
export function startOf(words: Words, key: string): RegExp {
  const [start = ''] = words.t(key, '\0').split('\0');
  return new RegExp(
    `^${start
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/[\s\u00a0\u202f]+/g, ' ')}`,
  );
}
