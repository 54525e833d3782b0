const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const rfc822 =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) (?:GMT|UTC|Z|([+-])(\d\d)(\d\d))$/;
const iso8601 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{3}))?(?:Z|([+-])(\d\d):(\d\d))$/;

/**
 * An instant from the two forms in which nearly all feeds have it, RFC 822 and ISO 8601 to the letter;
 * null for anything else, an impossible date included, which `parseDate` then judges.
 */
export function readUsualDate(text: string): number | null {
  const named = rfc822.exec(text);
  if (named !== null) {
    const [, day, month = '', year, hour, minute, second, sign, hours, minutes] = named;
    return toInstant([year, months.indexOf(month) + 1, day, hour, minute, second, 0], sign, hours, minutes);
  }
  const numbered = iso8601.exec(text);
  if (numbered === null) return null;
  const [, year, month, day, hour, minute, second, fraction, sign, hours, minutes] = numbered;
  return toInstant([year, month, day, hour, minute, second, fraction], sign, hours, minutes);
}

function toInstant(
  parts: (string | number | undefined)[],
  sign: string | undefined,
  hours: string | undefined,
  minutes: string | undefined,
): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, millisecond = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  // A day that every month has needs no calendar.
  const isSure = year >= 1970 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && hour < 24 && minute < 60;
  if (!isSure || second > 59 || offset > 720 || Number(minutes ?? 0) > 59) return null;
  if (day > 28 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return null;
  const instant = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  return instant - (sign === '-' ? -offset : offset) * 60_000;
}
