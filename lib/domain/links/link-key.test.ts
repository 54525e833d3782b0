import { describe, expect, it } from 'vitest';
import { linkKey } from './link-key.ts';

describe('linkKey', () => {
  it.each([
    ['https://www.example.com/a/', 'http://example.com/a'],
    ['https://example.com/?b=2&a=1', 'https://example.com?a=1&b=2'],
    ['https://example.com/a#part', 'https://example.com/a?utm_source=x'],
  ])('is the same for %s and %s', (a, b) => {
    expect(linkKey(a)).toBe(linkKey(b));
  });

  it.each([
    ['https://example.com/a', 'https://example.com/A'],
    ['https://example.com/?a=1', 'https://example.com/?a=2'],
    ['https://example.com/#/a', 'https://example.com/#/b'],
    ['https://example.com/', 'https://blog.example.com/'],
    ['https://example.com:8443/', 'https://example.com/'],
    ['javascript:a', 'javascript:b'],
  ])('differs for %s and %s', (a, b) => {
    expect(linkKey(a)).not.toBe(linkKey(b));
  });
});
