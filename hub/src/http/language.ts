export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** The language to answer in: the one asked for, else the best of Accept-Language (RFC 9110, 12.5.4), else French. */
export function chooseLanguage(asked: string | undefined, acceptLanguage: string | undefined): Language {
  const wanted = asked === undefined ? null : spoken(asked);
  if (wanted !== null) return wanted;
  const ranges = (acceptLanguage ?? '')
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().split(';');
      const q = parameters
        .map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1])
        .find((found) => found !== undefined);
      return { language: spoken(tag), weight: q === undefined ? 1 : Number(q) };
    })
    .filter((range) => range.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return ranges.find((range) => range.language !== null)?.language ?? 'fr';
}

function spoken(tag: string): Language | null {
  const primary = tag.trim().toLowerCase().split('-')[0];
  return languages.find((language) => language === primary) ?? null;
}
