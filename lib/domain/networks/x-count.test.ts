import fc from 'fast-check';
import twitterText from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { countForX } from './x-count.ts';

describe('countForX', () => {
  it.each([
    ['', 0],
    ['Bonjour', 7],
    ['café', 4],
    ['cafe\u0301', 4],
    ['…', 2],
    ['€', 2],
    ['→', 2],
    ['\u202F!', 3],
    ['’—«»“”', 6],
    ['日本語', 6],
    ['𝐛𝐨𝐥𝐝𝐬', 10],
    ['👨‍👩‍👧‍👦', 2],
    ['🇫🇷', 2],
    ['👋🏽', 2],
    ['1️⃣', 2],
    ['❤️', 2],
    ['https://example.com/', 23],
    [`https://example.com/${'a'.repeat(300)}`, 23],
    ['example.com', 23],
    ['voir example.com.', 29],
    ['http://intranet/page', 20],
    ['\ud83d', 2],
  ])('weighs %j %i', (text, weight) => {
    expect(countForX(text)).toBe(weight);
  });

  // Unicode 12 to 16, in the order they came: what the library's own list lacks.
  it.each(['🥱', '🧑🏽‍🤝‍🧑🏿', '🥲', '🐻‍❄️', '❤️‍🔥', '🫠', '🫱🏻‍🫲🏿', '🫨', '🩷', '🙂‍↔️', '🐦‍🔥', '🧑‍🧑‍🧒', '🫩', '🇨🇶'])(
    'weighs the newer emoji %s 2',
    (emoji) => {
      expect(countForX(emoji)).toBe(2);
      expect(countForX(`a${emoji}b`)).toBe(4);
    },
  );

  it.each([
    ['example.com', 25],
    ['https://example.com/', 25],
    [' example.com', 26],
  ])('detects %j beside a newer emoji as beside an old one', (address, weight) => {
    expect(countForX(`🫩${address}`)).toBe(weight);
    expect(countForX(`😀${address}`)).toBe(weight);
    expect(countForX(`${address}🫩`)).toBe(weight);
  });

  it('weighs as the library does any text without newer emoji', () => {
    const unit = fc.oneof(
      fc.constantFrom(
        'a',
        'é',
        ' ',
        '\n',
        '.',
        '/',
        'example.com',
        'https://example.com/a',
        '@a',
        '#b',
        '日',
        '…',
        '😀',
      ),
      fc.constantFrom('👨‍👩‍👧', '🇫🇷', '👋🏽', 'https://', '?q=1', '-'),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
        const text = units.join('');
        expect(countForX(text)).toBe(twitterText.parseTweet(text).weightedLength);
      }),
    );
  });

  it('adds 2 for each newer emoji set apart, wherever it is put', () => {
    const words = fc.array(fc.constantFrom('mot', 'été', 'https://example.com/a', 'example.com', '👍', '🫨'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const rest = [...before, ...after].join(' ');
        const text = [...before, '🫩', ...after].join(' ');
        expect(countForX(text)).toBe(countForX(rest) + 2 + (rest === '' ? 0 : 1));
      }),
    );
  });

  it('never throws, nor weighs less than nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(countForX(text)).toBeGreaterThanOrEqual(text === '' ? 0 : 1);
      }),
    );
  });

  it('answers soon for a text made to take long', () => {
    const started = performance.now();
    expect(countForX('a.'.repeat(10_000))).toBeGreaterThan(280);
    expect(countForX('é.'.repeat(10_000))).toBeGreaterThan(280);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
