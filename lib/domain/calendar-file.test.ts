import { describe, expect, it } from 'vitest';
import { type CalendarEvent, calendarFile, calendarFileName } from './calendar-file.ts';

const now = Date.UTC(2026, 10, 22, 12);
const event: CalendarEvent = {
  uid: 'newsroom|fair@relais',
  title: 'Salon; des énergies, à Lille',
  description: 'Hall 2\nDemandez « le plan » \\ venez tôt',
  place: 'Lille, Grand Palais',
  startsAt: Date.UTC(2026, 10, 26, 8, 30),
  endsAt: Date.UTC(2026, 10, 26, 17),
  url: 'https://maison-lumen.example/fair?a=1,2;b',
};

const unfold = (file: string) => file.replace(/\r\n /g, '');
const lineOf = (file: string, name: string) =>
  unfold(file)
    .split('\r\n')
    .find((line) => line.startsWith(`${name}:`));

describe('calendarFile', () => {
  it('writes one event, in UTC, in the order that RFC 5545 asks for', () => {
    expect(calendarFile({ ...event, title: 'Fair', description: '', url: null }, now)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Relais//Relais//EN',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'BEGIN:VEVENT',
        'UID:newsroom|fair@relais',
        'DTSTAMP:20261122T120000Z',
        'DTSTART:20261126T083000Z',
        'DTEND:20261126T170000Z',
        'SUMMARY:Fair',
        'LOCATION:Lille\\, Grand Palais',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('escapes what TEXT gives a meaning to, and leaves an address as it is', () => {
    const file = calendarFile(event, now);
    expect(lineOf(file, 'SUMMARY')).toBe('SUMMARY:Salon\\; des énergies\\, à Lille');
    expect(lineOf(file, 'DESCRIPTION')).toBe('DESCRIPTION:Hall 2\\nDemandez « le plan » \\\\ venez tôt');
    expect(lineOf(file, 'URL')).toBe('URL:https://maison-lumen.example/fair?a=1,2;b');
  });

  it('lets no text end a line, begin a property or close the event', () => {
    const file = calendarFile({ ...event, title: 'a\r\nEND:VEVENT\rX:1\n\u0000b' }, now);
    expect(unfold(file).match(/^END:VEVENT$/gm)).toHaveLength(1);
    expect(lineOf(file, 'SUMMARY')).toBe('SUMMARY:a\\nEND:VEVENT\\nX:1\\nb');
  });

  it('folds at 75 octets, within no character, and loses nothing', () => {
    const title = 'é🎈日本'.repeat(40);
    const file = calendarFile({ ...event, title }, now);
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(file).not.toContain('\ufffd');
    expect(lineOf(file, 'SUMMARY')).toBe(`SUMMARY:${title}`);
  });

  it.each([
    ['unknown', null],
    ['before its start', event.startsAt - 1],
  ])('leaves out an end that is %s', (_name, endsAt) => {
    expect(lineOf(calendarFile({ ...event, endsAt }, now), 'DTEND')).toBeUndefined();
  });
});

describe('calendarFileName', () => {
  it.each([
    ['Salon des énergies, à Lille', 'Salon-des-energies-a-Lille.ics'],
    ['../../etc/passwd', 'etc-passwd.ics'],
    ['日本', 'event.ics'],
  ])('%s', (title, expected) => {
    expect(calendarFileName(title)).toBe(expected);
  });
});
