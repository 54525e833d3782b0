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
