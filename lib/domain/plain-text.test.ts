import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, plainLines, plainText } from './plain-text.ts';

const family = '👨‍👩‍👧‍👦';

describe('plainText', () => {
  it.each([
    ['  a \t\r\n b  ', 'a b'],
    ['a\u0000b\u0007c\u001B[31m', 'abc[31m'],
    ['photo\u202Egnp.exe\u202C', 'photognp.exe'],
    ['\uFEFFtitle\u2066x\u2069', 'titlex'],
    ['cafe\u0301', 'café'],
    ['Quoi\u00A0? Ça\u202F!', 'Quoi\u00A0? Ça\u202F!'],
    ['a\u00A0\u00A0 b\u2028c', 'a b c'],
    ['\ud83d!', '\uFFFD!'],
    [family, family],
    ['שלום', 'שלום'],
    ['\u0000\n', ''],
  ])('makes %j into %j', (value, expected) => {
    expect(plainText(value, 100)).toBe(expected);
  });

  it('never exceeds the length, never breaks a character, and settles at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (value, maxLength) => {
        const text = plainText(value, maxLength);
        expect(text.length).toBeLessThanOrEqual(maxLength);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
        expect(plainText(text, maxLength)).toBe(text);
      }),
    );
  });
});

/** The same rules without a way around any of them. */
function plainTextInFull(value: string, maxLength: number): string {
  const folded = value
    .toWellFormed()
    .replace(/(?!\s)\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .replace(/\s+/g, (space) => (space === '\u00A0' || space === '\u202F' ? space : ' '))
    .trim()
    .normalize('NFC');
  if (folded.length <= maxLength) return folded;
  const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const cut = characters.segment(folded.slice(0, maxLength + 100)).containing(maxLength - 1);
  return `${folded.slice(0, cut?.index ?? 0).trimEnd()}…`;
}

describe('the short ways of plainText', () => {
  /** Words of many scripts, white space of all sorts, what is stripped, what composes and what joins. */
  const pieces = fc.constantFrom(
    ...'word Ça été Straße Ωμέγα Привет שלום مرحبا こんにちは が 漢字。 한국어 각 ’ … € –'.split(' '),
    ...[' ', '  ', '\u00A0', '\u202F', '\u00A0 ', '\n\t', '\u2003', '\u3000', '\u2028', '\uFEFF', '\u0085'],
    ...['\u0000', '\u202E', '\u200B', '\u00AD', '\u0301', '\u3099', '\u0653', '\u11A8', '\u0327', '\u037E'],
    ...['\ud83d', '\ude00', '😀', family, '🇫🇷', '©', '\u200D', '\uFE0F', '\u0600', 'e', 'か', '가'],
  );

  it('end where the long way ends, however long the text', () => {
    const texts = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 400 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 60 }), (parts, maxLength) => {
        const value = parts.join('');
        expect(plainText(value, maxLength)).toBe(plainTextInFull(value, maxLength));
      }),
      { numRuns: 500 },
    );
  });

  it('know no character of the plane that they leave alone wrongly', () => {
    for (let unit = 0; unit <= 0xffff; unit += 1) {
      const value = `a${String.fromCharCode(unit)}e b${String.fromCharCode(unit)}`;
      if (plainText(value, 100) !== plainTextInFull(value, 100)) expect.fail(`U+${unit.toString(16)}`);
      const cut = `${String.fromCharCode(unit)}bcd`;
      if (plainText(cut, 3) !== plainTextInFull(cut, 3)) expect.fail(`cut at U+${unit.toString(16)}`);
    }
  });

  it('read all of a text that is mostly white space', () => {
    expect(plainText(`${' '.repeat(5000)}a${'\n '.repeat(5000)}b`, 10)).toBe('a b');
    expect(plainText(`a${'\u0000 '.repeat(5000)}${'b'.repeat(50)}`, 10)).toBe('a bbbbbbb…');
  });
});

describe('plainLines', () => {
  it('keeps breaks between lines, and folds the rest', () => {
    expect(plainLines(' One\u0000  two \r\n\r\n\r\n three\u2029four ', 100)).toBe('One two\nthree\nfour');
    expect(plainLines('One\ntwo', 5)).toBe('One…');
  });
});

describe('cutText', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['ab cd', 4, 'ab…'],
    [`ab${family}cd`, 6, 'ab…'],
    [`ab${family}cd`, 14, `ab${family}…`],
    ['🇫🇷🇫🇷', 5, '🇫🇷…'],
    [`e${'\u0301'.repeat(500)}`, 10, '…'],
    ['abc', 0, ''],
  ])('cuts %j at %i into %j', (text, maxLength, expected) => {
    expect(cutText(text, maxLength)).toBe(expected);
  });
});
