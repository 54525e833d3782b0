import { describe, expect, it } from 'vitest';
import { isSecured, mayMove } from './moved-source.ts';

describe('mayMove', () => {
  it.each([
    ['https://a.example/feed', 'https://b.example/rss'],
    ['http://a.example/feed', 'https://a.example/feed'],
    ['http://a.example/feed', 'http://b.example/feed'],
    ['http://192.168.1.4/feed', 'http://intranet/feed'],
    ['http://intranet/feed', 'https://a.example/feed'],
  ])('goes from %s to %s', (from, to) => {
    expect(mayMove(from, to)).toBe(true);
  });

  it.each([
    ['https://a.example/feed', 'http://a.example/feed'],
    ['https://a.example/feed', 'https://192.168.1.4/feed'],
    ['https://a.example/feed', 'https://intranet/feed'],
    ['https://a.example/feed', 'https://user:pass@b.example/feed'],
    ['https://a.example/feed', 'ftp://a.example/feed'],
    ['https://a.example/feed', 'javascript:alert(1)'],
    ['https://a.example/feed', 'file:///etc/passwd'],
    ['https://a.example/feed', ''],
  ])('does not go from %s to %s', (from, to) => {
    expect(mayMove(from, to)).toBe(false);
  });
});

describe('isSecured', () => {
  it.each([
    ['http://a.example/feed?a=1', 'https://a.example/feed?a=1', true],
    ['http://a.example/feed', 'https://a.example/feed/', false],
    ['http://a.example/feed', 'https://www.a.example/feed', false],
    ['https://a.example/feed', 'https://a.example/rss', false],
  ])('from %s to %s is %s', (from, to, expected) => {
    expect(isSecured(from, to)).toBe(expected);
  });
});
