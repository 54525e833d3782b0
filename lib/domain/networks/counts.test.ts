import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countForBluesky } from './bluesky-count.ts';
import { fitText } from './fit-text.ts';
import { countGraphemes, graphemesOf } from './graphemes.ts';
import { countForMastodon } from './mastodon-count.ts';
import { networks } from './table.ts';
import { countForThreads } from './threads-count.ts';
import { countForX } from './x-count.ts';

const family = '👨‍👩‍👧‍👦';

describe('counting', () => {
  // Measured with the networks' own libraries. Threads: an emoji by its bytes, the rest by code points.
  it.each([
    ['a family of four, joined', family, { x: 2, graphemes: 1, utf16: 11, threads: 25 }],
    ['a flag', '🇫🇷', { x: 2, graphemes: 1, utf16: 4, threads: 8 }],
    ['a flag of tags', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', { x: 2, graphemes: 1, utf16: 14, threads: 28 }],
    ['a skin tone', '👋🏽', { x: 2, graphemes: 1, utf16: 4, threads: 8 }],
    ['a keycap', '1️⃣', { x: 2, graphemes: 1, utf16: 3, threads: 7 }],
    ['an accent that is apart', 'cafe\u0301', { x: 4, graphemes: 4, utf16: 5, threads: 5 }],
    ['an ellipsis', '…', { x: 2, graphemes: 1, utf16: 1, threads: 1 }],
    ['French typography', '\u202F!', { x: 3, graphemes: 2, utf16: 2, threads: 2 }],
    ['typographic signs', '’—«', { x: 3, graphemes: 3, utf16: 3, threads: 3 }],
    ['mathematical letters', '𝐛𝐨𝐥𝐝𝐬', { x: 10, graphemes: 5, utf16: 10, threads: 5 }],
    ['an emoji of Unicode 16', '🫩', { x: 2, graphemes: 1, utf16: 2, threads: 4 }],
    ['Arabic', 'مرحبا', { x: 5, graphemes: 5, utf16: 5, threads: 5 }],
    ['Hebrew with points', 'שָׁלוֹם', { x: 7, graphemes: 4, utf16: 7, threads: 7 }],
    ['Persian with a non-joiner', 'می‌خواهم', { x: 8, graphemes: 7, utf16: 8, threads: 8 }],
  ])('%s', async (_what, text, expected) => {
    expect(countForX(text)).toBe(expected.x);
    expect(text.length).toBe(expected.utf16);
    const count = await networks.linkedin.loadCounter();
    expect(count({ text, url: 'https://example.com/' })).toBe(expected.utf16);
    expect(countForThreads(text)).toBe(expected.threads);
    expect(countGraphemes(text)).toBe(expected.graphemes);
    expect(countForMastodon(text)).toBe(expected.graphemes);
  });

  it('counts what follows Unicode 17 by its graphemes, known or not', () => {
    // Orca, trombone and a distorted face came with 17.0.
    for (const emoji of ['\u{1FACD}', '\u{1FA8A}', '\u{1FAEA}']) {
      expect(countForMastodon(emoji)).toBe(1);
      expect(countForBluesky(emoji)).toBe(1);
      expect(countForX(emoji)).toBe(2);
    }
  });
});

describe('countForMastodon', () => {
  it.each([
    ['voir https://example.com/', 5 + 23],
    [`https://example.com/${'a'.repeat(300)}`, 23],
    ['https://example.com/.', 24],
    ['(https://example.com/a)', 25],
    ['https://example.com/wiki/A_(b)', 23],
    ['« https://example.com/a »', 2 + 23 + 2],
    ['example.com', 11],
    ['https://intranet/', 17],
    ['https://example.com/a https://example.com/b', 23 + 1 + 23],
    ['@ada', 4],
    ['@ada@mastodon.example', 4],
    ['bonjour @ada_l@mastodon.example!', 'bonjour @ada_l!'.length],
    ['ada@example.com', 15],
    [family, 1],
    ['\ud83d', 1],
    ['', 0],
  ])('counts %j as %i', (text, expected) => {
    expect(countForMastodon(text)).toBe(expected);
  });

  it('counts a link as its server says', async () => {
    const places = {
      mastodon: { host: 'm.example', maxCharacters: 5000, charactersPerLink: 40 },
      redditCommunity: null,
    };
    const count = await networks.mastodon.loadCounter(places);
    expect(count({ text: 'a', url: 'https://example.com/' })).toBe(1 + 1 + 40);
  });

  it('takes time in proportion to the text', () => {
    for (const text of ['(', 'https://a.b/(', '@a@', 'https://a.b/!', '@a.'].map((part) => part.repeat(20_000))) {
      expect(countForMastodon(text)).toBeGreaterThan(0);
    }
  });
});

describe('x', () => {
  it.each([
    ['Bonjour', 'https://example.com/a/long/path?with=parameters', 7 + 1 + 23],
    ['', 'https://example.com/', 23],
    ['x'.repeat(256), 'https://example.com/', 280],
    ['Voir https://example.com/a maintenant', 'https://example.com/a', 'Voir  maintenant'.length + 23],
  ])('counts %j with %s as %i', async (text, url, expected) => {
    const count = await networks.x.loadCounter();
    expect(count({ text, url })).toBe(expected);
  });
});

describe('bluesky', () => {
  it.each([
    ['café', 4 + 1 + 'example.com'.length, 'https://example.com/'],
    [`${family}🇫🇷👋🏽`, 3 + 1 + 'example.com/short'.length, 'https://example.com/short'],
    ['a', 1 + 1 + 'example.com/news/2026/1/...'.length, 'https://example.com/news/2026/1/a-long-title?id=12'],
    ['', 'example.com?q=1'.length, 'https://example.com/?q=1'],
    ['voir https://example.com/', 'voir example.com'.length, 'https://example.com/'],
    ['\u0065\u0301', 1 + 1 + 'example.com'.length, 'https://example.com/'],
  ])('counts %j as %i graphemes with %s', async (text, expected, url) => {
    const count = await networks.bluesky.loadCounter();
    expect(count({ text, url })).toBe(expected);
  });

  it('refuses what is within the graphemes but over the bytes', async () => {
    const count = await networks.bluesky.loadCounter();
    expect(count({ text: family.repeat(150), url: 'https://example.com/' })).toBeGreaterThan(300);
    expect(count({ text: '👋'.repeat(280), url: 'https://example.com/' })).toBe(292);
  });
});

describe('fitText', () => {
  const within = (limit: number) => (text: string) => countGraphemes(text) <= limit;
  it.each([
    ['Bonjour tout le monde', 21, 'Bonjour tout le monde'],
    ['Bonjour tout le monde', 20, 'Bonjour tout le…'],
    ['Bonjour tout le monde', 13, 'Bonjour tout…'],
    [`ici ${family}${family}`, 5, 'ici…'],
    [family.repeat(40), 10, `${family.repeat(9)}…`],
    ['voir https://example.com/a/b/c/d/e/f/g/h', 20, 'voir…'],
    ['merci à #LaMaisonLumiereDeRoubaix', 20, 'merci à…'],
    ['merci @une_personne_au_nom_fort_long', 20, 'merci…'],
    ['#LaMaisonLumiere', 5, ''],
    ['mot', 1, ''],
    ['mot', 0, ''],
  ])('cuts %j at %i to %j', (text, limit, expected) => {
    expect(fitText(text, within(limit))).toBe(expected);
  });

  it('fits, and cuts no grapheme', () => {
    const unit = fc.constantFrom(
      'mot ',
      'é',
      family,
      '🇫🇷',
      '👋🏽',
      'e\u0301',
      'می‌خواهم',
      ' ',
      '\n',
      '#tag ',
      '漢',
      '\ud83d',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), fc.nat(40), (units, limit) => {
        const text = units.join('');
        const fitted = fitText(text, within(limit));
        expect(countGraphemes(fitted)).toBeLessThanOrEqual(limit);
        const kept = graphemesOf(fitted.replace(/…$/, ''));
        expect(graphemesOf(text.trim()).slice(0, kept.length).join('')).toBe(kept.join(''));
      }),
    );
  });
});
