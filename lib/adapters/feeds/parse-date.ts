/** Names as they are written in feeds, without accents and full stops; the first three letters decide where they can. */
const monthNames: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev'],
  ['mar', 'mrz', 'maa'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag', 'mei'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'ott', 'out'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];

/** Offsets in minutes: RFC 822, section 5.1, and the European names that travel with it. */
const zones: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  met: 60,
  cest: 120,
  mest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  jst: 540,
};

type Parts = { year: number; month: number; day: number };

/**
 * An instant in epoch milliseconds from a date as publishers write it: RFC 822 with its usual
 * mistakes, ISO 8601 and its profiles, `asctime`, and dates with month names in the languages around
 * us. Without a zone it is UTC. Null when it cannot be read with certainty (05/06/2024 is two days).
 */
export function parseDate(value: string | null | undefined): number | null {
  const text = value
    ?.normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()
    .toLowerCase();
  if (!text || text.length > 100) return null;
  const epoch = /^\d{10}(\d{3})?$/.exec(text);
  if (epoch !== null) return Number(text) * (epoch[1] === undefined ? 1000 : 1);
  const date = readIsoDate(text) ?? readNamedDate(text) ?? readNumericDate(text);
  if (date === null) return null;
  const time = readTime(date.rest);
  if (time === null) return null;
  return toEpoch(date.parts, time);
}

type DateAndRest = { parts: Parts; rest: string } | null;

function readIsoDate(text: string): DateAndRest {
  const match =
    /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)/.exec(text) ??
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
  const dayFirst = /(?:^|[^\d])(\d{1,2})(?:er|st|nd|rd|th)?[.\s-]*(?:de |of )?$/.exec(before);
  if (dayFirst !== null) {
    const year = /^[.,\s'-]*(?:de |del )?(\d{4}|\d{2})(?![\d:])/.exec(after);
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

function monthIn(text: string): { number: number; index: number; length: number } | null {
  for (const word of text.matchAll(/[a-z]{3,}/g)) {
    // A month stands beside a number; the name of a day that looks like one ("mar.", mardi) before a day does not.
    const index = monthNames.findIndex((names) => names.some((name) => word[0].startsWith(name)));
    if (index === -1) continue;
    const after = text.slice(word.index + word[0].length);
    if (isWeekday(word[0], after)) continue;
    return { number: index + 1, index: word.index, length: word[0].length };
  }
  return null;
}

/** French and Italian abbreviate Tuesday like March: it is a day when another month follows. */
function isWeekday(word: string, after: string): boolean {
  if (!word.startsWith('mar') && !word.startsWith('mag')) return false;
  return monthNames.some((names) => names.some((name) => new RegExp(`[^a-z]${name}`).test(after)));
}

/** `31/12/2024`, `12/31/2024`, `31.12.2024`: with slashes only when one order is possible. */
function readNumericDate(text: string): DateAndRest {
  const match = /^(?:[a-z]+[.,]* )?(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/.exec(text);
  if (match === null) return null;
  const [all, a, separator, b, year] = match;
  const [first, second] = [Number(a), Number(b)];
  const rest = text.slice(all.length);
  if (separator === '.' || first > 12 || first === second)
    return { parts: { year: Number(year), month: second, day: first }, rest };
  if (second > 12) return { parts: { year: Number(year), month: first, day: second }, rest };
  return null;
}

type Time = { ms: number; offsetMinutes: number };

/** What follows a date. Text that is not a time leaves the day alone; a time out of its bounds is no time. */
function readTime(rest: string): Time | null {
  const match =
    /(?:^|[t,\s-])(\d{1,2})\s*(?::|h|\.)\s*(\d\d)(?:\s*[:.m]\s*(\d\d)(?:[.,](\d{1,9}))?)?(?:\s*([ap])\.?m\b)?/.exec(
      rest,
    );
  if (match === null) {
    const compact = /^t(\d\d)(\d\d)(\d\d)?/.exec(rest);
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
  const numeric = /([+\u2212-])\s?(\d\d):?(\d\d)?(?!\d)/.exec(text);
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return minutes > 14 * 60 ? 0 : numeric[1] === '+' ? minutes : -minutes;
  }
  const name = /(?:^|[\s(])([a-z]{1,4})\b/.exec(text)?.[1] ?? '';
  return zones[name] ?? 0;
}

/** RFC 2822, section 4.3. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function toEpoch({ year, month, day }: Parts, time: Time): number | null {
  if (year < 1900 || month < 1 || month > 12 || day < 1) return null;
  const midnight = Date.UTC(year, month - 1, day);
  if (new Date(midnight).getUTCDate() !== day) return null;
  return midnight + time.ms - time.offsetMinutes * 60_000;
}
