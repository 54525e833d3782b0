import { monthNames, zones } from './date-names.ts';
import { readUsualDate } from './usual-date.ts';

type Parts = { year: number; month: number; day: number };

/**
 * An instant in epoch milliseconds from a date as publishers write it: RFC 822 with its usual
 * mistakes, ISO 8601 and its profiles, `asctime`, and dates with month names in the languages around
 * us. Without a zone it is UTC. Null when it cannot be read with certainty (05/06/2024 is two days).
 */
export function parseDate(value: string | null | undefined): number | null {
  const written = value?.trim();
  if (!written || written.length > 100) return null;
  const usual = readUsualDate(written);
  if (usual !== null) return usual;
  const text = withWesternSigns(written)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\u00A0\u200E\u200F]+/g, ' ')
    .trim()
    .toLowerCase();
  const epoch = readEpoch(text);
  if (epoch !== null) return epoch;
  const date =
    readCompactDate(text) ?? readWeekDate(text) ?? readIsoDate(text) ?? readNamedDate(text) ?? readNumericDate(text);
  if (date === null) return null;
  const time = readTime(date.rest);
  if (time === null) return null;
  return toEpoch(date.parts, time);
}

/** Seconds, milliseconds or microseconds since 1970, told apart by their number of digits. */
function readEpoch(text: string): number | null {
  const digits = /^@?(\d{9,10}|\d{13}|\d{16})(\.\d{1,9})?$/.exec(text);
  if (digits === null) return null;
  const [, whole = '', fraction = ''] = digits;
  if (whole.length <= 10) return Math.floor(Number(whole + fraction) * 1000);
  return Math.floor(Number(whole) / (whole.length === 13 ? 1 : 1000));
}

/** Chinese, Japanese and Korean dates, and digits of other scripts, in the signs that ISO uses. */
function withWesternSigns(text: string): string {
  if (/^[\p{ASCII}\u00A0]*$/u.test(text)) return text;
  const afternoon = /오후|下午|午後/.test(text);
  return text
    .replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replace(/\uFF1A/g, ':')
    .replace(/\uFF0F/g, '/')
    .replace(/(\d)\s*[年년]\s*/g, '$1-')
    .replace(/(\d)\s*[月월]\s*/g, '$1-')
    .replace(/(\d)\s*[日일号號]/g, '$1 ')
    .replace(/(\d)\s*[時时시点點]\s*(?=\d)/g, '$1:')
    .replace(/(\d)\s*[分분]\s*(?=\d)/g, '$1:')
    .replace(/(\d)\s*[分秒분초]/g, afternoon ? '$1 pm ' : '$1 ')
    .replace(/오전|오후|上午|下午|午前|午後|星期.|[（(]?[月火水木金土日一二三四五六][)）]|\p{Script=Hangul}요일/gu, ' ')
    .replace(/(\d{1,2}:\d{2}(?::\d{2})?)(?=\s*$)/, afternoon ? '$1 pm' : '$1');
}

type DateAndRest = { parts: Parts; rest: string } | null;

/** `20240506103000`, `202405061030`: ISO 8601 in a hurry. */
function readCompactDate(text: string): DateAndRest {
  const match = /^((?:19|20)\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?!\d)/.exec(text);
  if (match === null) return null;
  const [all, year, month, day, hours, minutes, seconds = '00'] = match;
  return {
    parts: { year: Number(year), month: Number(month), day: Number(day) },
    rest: ` ${hours}:${minutes}:${seconds}${text.slice(all.length)}`,
  };
}

/** The week dates (`2024-W19-1`) and day numbers (`2024-127`) of ISO 8601. */
function readWeekDate(text: string): DateAndRest {
  const match = /^(\d{4})-?(?:w(\d\d)(?:-?([1-7]))?|(\d{3}))(?![\d-])/.exec(text);
  if (match === null) return null;
  const [all, year, week, weekday = '1', dayOfYear] = match;
  const fourth = new Date(Date.UTC(Number(year), 0, 4));
  const firstMonday = 4 - ((fourth.getUTCDay() + 6) % 7);
  const day = week === undefined ? Number(dayOfYear) : firstMonday + (Number(week) - 1) * 7 + Number(weekday) - 1;
  if (Number(week ?? 1) > 53 || Number(week ?? 1) < 1 || day > 371 || dayOfYear === '000') return null;
  const date = new Date(Date.UTC(Number(year), 0, day));
  return {
    parts: { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
    rest: text.slice(all.length),
  };
}

function readIsoDate(text: string): DateAndRest {
  const match =
    /^(?:[a-z]{2,12}[.,]* )?(\d{4})\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?(\d{1,2}))?(?!\d)/.exec(text) ??
    /^(\d{4})(\d\d)(\d\d)(?!\d)/.exec(text) ??
    /^(\d{4})()()$/.exec(text);
  if (match === null) return null;
  const [all, year, month, day] = match;
  return {
    parts: { year: Number(year), month: Number(month || 1), day: Number(day || 1) },
    rest: text.slice(all.length),
  };
}

/** `wed, 01 may 2024 …`, `may 1, 2024 …`, `wed may 1 10:00:00 2024`, `1er mai 2024 a 10h00`. */
function readNamedDate(text: string): DateAndRest {
  const month = monthIn(text);
  if (month === null) return null;
  const before = text.slice(0, month.index);
  const after = text.slice(month.index + month.length);
  // `2024 May 6`, as Hungarian and database dumps have it.
  const yearFirst = /(?:^|[^\d])(\d{4})[-.,/\s]+$/.exec(before);
  const lastDay = /^[-.,/\s]*(\d{1,2})(?:st|nd|rd|th)?\.?(?![\d:])/.exec(after);
  if (yearFirst !== null && lastDay !== null) {
    return {
      parts: { year: Number(yearFirst[1]), month: month.number, day: Number(lastDay[1]) },
      rest: after.slice(lastDay[0].length),
    };
  }
  const dayFirst = /(?:^|[^\d])(\d{1,2})(?:er|st|nd|rd|th|[aeo])?[.,\s/-]*(?:de |d'|of )?$/.exec(before);
  if (dayFirst !== null) {
    const year = /^[.,\s'/-]*(?:de |del )?(\d{2,4})(?![\d:])/.exec(after);
    if (year === null) return null;
    return {
      parts: { year: fullYear(year[1] ?? ''), month: month.number, day: Number(dayFirst[1]) },
      rest: after.slice(year[0].length),
    };
  }
  const american = /^[.\s]*(\d{1,2})(?:st|nd|rd|th)?[,\s]+(\d{4})(?!\d)/.exec(after);
  if (american !== null) {
    return {
      parts: { year: Number(american[2]), month: month.number, day: Number(american[1]) },
      rest: after.slice(american[0].length),
    };
  }
  const asctime = /^ (\d{1,2}) (\d{1,2}:\d\d(?::\d\d)?)(?: ([a-z]{2,5}|[+-]\d{4}))? (\d{4})(?: ([+-]\d{4}))?$/.exec(
    after,
  );
  if (asctime === null) return null;
  return {
    parts: { year: Number(asctime[4]), month: month.number, day: Number(asctime[1]) },
    rest: ` ${asctime[2]} ${asctime[3] ?? asctime[5] ?? ''}`,
  };
}

type Month = { number: number; index: number; length: number };

/**
 * The first word that is a month, or the second where there are two: French, Spanish and Italian
 * abbreviate Tuesday like March, and Finnish Monday like a Dutch March, before the month itself.
 */
function monthIn(text: string): Month | null {
  const found: Month[] = [];
  for (const word of text.matchAll(/\p{L}{3,}/gu)) {
    const number = monthOf(word[0]);
    if (number !== null) found.push({ number, index: word.index, length: word[0].length });
    if (found.length === 2) break;
  }
  const [first, second] = found;
  return first !== undefined && second !== undefined && isWeekday(text, first) ? second : (first ?? null);
}

/** The month whose name, or its longest beginning listed, the word begins with. */
function monthOf(word: string): number | null {
  let longest = 0;
  let number: number | null = null;
  for (const [index, names] of monthNames.entries()) {
    for (const name of names) {
      if (name.length <= longest || !word.startsWith(name)) continue;
      longest = name.length;
      number = index + 1;
    }
  }
  return number;
}

/** Before its date, a day of the week has no number in front of it. */
function isWeekday(text: string, { index }: Month): boolean {
  return !/\d[\s\p{L}.,-]*$/u.test(text.slice(0, index));
}

/** `31/12/2024`, `12/31/2024`, `31.12.2024`, `31.12.24`: with slashes only when one order is possible. */
function readNumericDate(text: string): DateAndRest {
  const match =
    /^(?:\p{L}+[.,]* )?(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?!\d)/u.exec(text) ??
    /^(?:\p{L}+[.,]* )?(\d{1,2})(\.)\s?(\d{1,2})\.\s?(\d\d)(?![\d:.])/u.exec(text);
  if (match === null) return null;
  const [all, a, separator, b, written = ''] = match;
  const year = fullYear(written);
  const [first, second] = [Number(a), Number(b)];
  const rest = text.slice(all.length);
  if (separator === '.' || first > 12 || first === second) return { parts: { year, month: second, day: first }, rest };
  if (second > 12) return { parts: { year, month: first, day: second }, rest };
  return null;
}

type Time = { ms: number; offsetMinutes: number };

/** What follows a date. Text that is not a time leaves the day alone; a time out of its bounds is no time. */
function readTime(rest: string): Time | null {
  const match =
    /(?:^|[t,\s|_@-])(\d{1,2})\s*(?::|h|\.)\s*(\d\d)(?:\s*[:.m]\s*(\d\d)(?:[.,:](\d{1,9}))?)?(?:\s*([ap])\.?\s?m\b)?/.exec(
      rest,
    );
  if (match === null) {
    const compact = /^[t\s](\d\d)(\d\d)(\d\d)?(?!\d)/.exec(rest);
    const hour = /(?:^t|[,\s])(\d{1,2})(?:\s?([ap])\.?\s?m\b|\s?h(?![a-z])|(?=z|[+-]\d\d))/.exec(rest);
    if (compact === null && hour !== null) {
      return timeOf(hour[1], '0', undefined, undefined, hour[2], rest.slice(hour.index + hour[0].length));
    }
    if (compact === null) return /\d\s*:/.test(rest) ? null : { ms: 0, offsetMinutes: offsetIn(rest) };
    return timeOf(compact[1], compact[2], compact[3], undefined, undefined, rest.slice(compact[0].length));
  }
  return timeOf(match[1], match[2], match[3], match[4], match[5], rest.slice(match.index + match[0].length));
}

function timeOf(
  hours: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined,
  fraction: string | undefined,
  half: string | undefined,
  zone: string,
): Time | null {
  let hour = Number(hours);
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  const minute = Number(minutes);
  const second = Math.min(Number(seconds ?? 0), 60);
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  const fractionMs = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  return { ms: ((hour * 60 + minute) * 60 + second) * 1000 + fractionMs, offsetMinutes: offsetIn(zone) };
}

function offsetIn(text: string): number {
  const numeric =
    /([+\u2212-])\s?(\d\d):?(\d\d)?(?!\d)/.exec(text) ?? /([+\u2212-])\s?(\d)(?::?(\d\d))?(?!\d)/.exec(text);
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return minutes > 14 * 60 ? 0 : numeric[1] === '+' ? minutes : -minutes;
  }
  for (const [, name = ''] of text.matchAll(/(?:^|[\s(])([a-z]{1,5})\b/g)) {
    const offset = zones[name];
    if (offset !== undefined) return offset;
  }
  return 0;
}

/** RFC 2822, section 4.3; years of three digits come from calendars that count from 1900. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 3) return 1900 + year;
  if (digits.length > 3) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function toEpoch({ year, month, day }: Parts, time: Time): number | null {
  if (year < 1900 || month < 1 || month > 12 || day < 1) return null;
  const midnight = Date.UTC(year, month - 1, day);
  if (new Date(midnight).getUTCDate() !== day) return null;
  return midnight + time.ms - time.offsetMinutes * 60_000;
}
