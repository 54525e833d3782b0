import { formatterOf } from './messages.ts';

const spanOptions = { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const;

/** A day to come, with its hour, in words; with an end, from one to the other: "Thursday, November 26, 9:30 – 11:00 AM". */
export function formatSpan(from: number, until: number | null): string {
  const format = formatterOf('span', (spoken) => new Intl.DateTimeFormat(spoken, spanOptions));
  return until !== null && until > from ? format.formatRange(from, until) : format.format(from);
}
