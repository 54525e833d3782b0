import { language } from './messages.ts';

/** A day to come, with its hour, in words; with an end, from one to the other: "Thursday, November 26, 9:30 – 11:00 AM". */
export function formatSpan(from: number, until: number | null): string {
  const format = new Intl.DateTimeFormat(language(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  });
  return until !== null && until > from ? format.formatRange(from, until) : format.format(from);
}
