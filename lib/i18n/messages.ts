import browser from 'webextension-polyfill';
import type messages from '../../public/_locales/en/messages.json';

/** Every sentence there is, by place: `popup_share_button`. English is the source; French says the same. */
export type MessageKey = keyof typeof messages;

/** The sentence for `key` in the browser's language, with `$1`… replaced in order. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map(String)) || key;
}

type PluralKey = { [K in MessageKey]: K extends `${infer Stem}_other` ? Stem : never }[MessageKey];

/** The sentence for a count: `<stem>_one` or `<stem>_other` by the language's own rule; `$1` is the count. */
export function plural(stem: PluralKey, count: number, ...substitutions: (string | number)[]): string {
  const category =
    formatterOf('plural', (spoken) => new Intl.PluralRules(spoken)).select(count) === 'one' ? 'one' : 'other';
  return t(`${stem}_${category}` as MessageKey, formatNumber(count), ...substitutions);
}

/** The language of the interface: `fr` or `en`. */
export function language(): string {
  return browser.i18n.getMessage('interface_language') || 'en';
}

const formatters = new Map<string, unknown>();

/** The formatter of one name in the interface's language: making one takes longer than painting a card. */
export function formatterOf<Formatter>(name: string, make: (language: string) => Formatter): Formatter {
  const spoken = language();
  const key = `${spoken} ${name}`;
  const known = (formatters.get(key) as Formatter | undefined) ?? make(spoken);
  formatters.set(key, known);
  return known;
}

function formatDate(name: string, at: number | Date, options: Intl.DateTimeFormatOptions): string {
  return formatterOf(name, (spoken) => new Intl.DateTimeFormat(spoken, options)).format(at);
}

export function formatNumber(value: number): string {
  return formatterOf('number', (spoken) => new Intl.NumberFormat(spoken)).format(value);
}

export function formatDay(at: number): string {
  return formatDate('day', at, { dateStyle: 'medium' });
}

export function formatMoment(at: number): string {
  return formatDate('moment', at, { dateStyle: 'medium', timeStyle: 'short' });
}

/** The hour and minute of an instant, where the day is already said. */
export function formatTime(at: number): string {
  return formatDate('time', at, { timeStyle: 'short' });
}

/** A day of the week by its number, 0 for Sunday. */
export function formatWeekday(day: number): string {
  // 4 January 2026 is a Sunday.
  return formatDate('weekday', new Date(2026, 0, 4 + day), { weekday: 'long' });
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
  ['week', 604_800_000],
];

/** "2 h ago", "yesterday", "in 3 days"; a plain date beyond a month. */
export function formatRelative(at: number, now: number): string {
  const distanceMs = at - now;
  if (Math.abs(distanceMs) > 30 * 86_400_000) return formatDay(at);
  const format = formatterOf(
    'relative',
    (spoken) => new Intl.RelativeTimeFormat(spoken, { numeric: 'auto', style: 'short' }),
  );
  const [unit, size] = steps.findLast(([, stepMs]) => Math.abs(distanceMs) >= stepMs) ?? (['minute', 60_000] as const);
  return format.format(Math.trunc(distanceMs / size), unit);
}
