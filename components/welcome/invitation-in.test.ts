import { describe, expect, it } from 'vitest';
import { invitationIn } from './invitation-in.ts';

describe('invitationIn', () => {
  const link = 'https://hub.example/join#abcDEF_-0123456789abcdef';
  it.each([
    [`#${encodeURIComponent(link)}`, link],
    ['', ''],
    ['#%E0%A4', ''],
    ['#javascript:alert(1)', ''],
  ])('of "%s" is "%s"', (hash, expected) => {
    expect(invitationIn(hash)).toBe(expected);
  });
});
