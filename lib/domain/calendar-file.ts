import type { EventDetails } from './item.ts';

/**
 * One event as an iCalendar file (RFC 5545). Written here because it is one VEVENT in UTC: no time
 * zone, no repetition, no alarm. What is easily got wrong is the four rules below: CRLF ends every line
 * (3.1), a line is folded at 75 octets and never within a character (3.1), backslash, comma, semicolon and
 * line breaks are escaped in TEXT (3.3.11), and an instant in UTC ends with Z (3.3.5).
 */
export type CalendarEvent = EventDetails & {
  /** Stays the same when the file is saved again, so that a calendar updates its entry. */
  uid: string;
  title: string;
  description: string;
  url: string | null;
};

/** `now` is when the file is made. An unknown end is left out: nobody invents how long an event lasts. */
export function calendarFile(event: CalendarEvent, now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Relais//Relais//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${toUtc(now)}`,
    `DTSTART:${toUtc(event.startsAt)}`,
    ...(event.endsAt !== null && event.endsAt > event.startsAt ? [`DTEND:${toUtc(event.endsAt)}`] : []),
    `SUMMARY:${escapeText(event.title)}`,
    ...(event.place ? [`LOCATION:${escapeText(event.place)}`] : []),
    ...(event.description ? [`DESCRIPTION:${escapeText(event.description)}`] : []),
    // A URI value is not TEXT: it is written as it is, and the URL parser has left no line break in it.
    ...(event.url !== null && URL.canParse(event.url) ? [`URL:${new URL(event.url).href}`] : []),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** A file name that every system takes, made of the title. */
export function calendarFileName(title: string): string {
  const name = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${name || 'event'}.ics`;
}

function toUtc(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function escapeText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[\\;,]/g, '\\$&')
      .replace(/\r\n|[\r\n]/g, '\\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what TEXT may not hold (3.1: CONTROL) -- a tab may stay
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  );
}

const octetsPerLine = 75;

function foldLine(line: string): string {
  const octets = (text: string) => new TextEncoder().encode(text).length;
  if (octets(line) <= octetsPerLine) return line;
  let folded = '';
  let used = 0;
  for (const character of line) {
    const size = octets(character);
    if (used + size > octetsPerLine) {
      folded += '\r\n ';
      // The space that marks a continuation counts in its line.
      used = 1;
    }
    folded += character;
    used += size;
  }
  return folded;
}
