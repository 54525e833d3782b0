import { formatterOf } from './messages.ts';

const options = { day: 'numeric', hour: 'numeric', minute: '2-digit' } as const;

/** A day to come, with its hour, as one says it: "Thursday, November 26 at 9:30 AM". */
export function formatDate(at: number): string {
  return formatterOf(
    'date in words',
    (spoken) => new Intl.DateTimeFormat(spoken, { ...options, weekday: 'long', month: 'long' }),
  ).format(at);
}

/** The same in short, from one instant to another if the end is known: "Thu, Nov 26, 9:30 – 11:00 AM". */
export function formatSpan(from: number, until: number | null): string {
  const format = formatterOf(
    'span',
    (spoken) => new Intl.DateTimeFormat(spoken, { ...options, weekday: 'short', month: 'short' }),
  );
  return until !== null && until > from ? format.formatRange(from, until) : format.format(from);
}
