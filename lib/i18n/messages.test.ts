import { describe, expect, it } from 'vitest';
import { setTestLocale } from '../../tests/helpers/setup-browser.ts';
import { formatRelative, t } from './messages.ts';

describe('t', () => {
  it('speaks the browser’s language', () => {
    expect(t('command_spot_page')).toBe('Spot this page');
    setTestLocale('fr');
    expect(t('command_spot_page')).toBe('Spotter cette page');
  });
});

describe('formatRelative', () => {
  const now = Date.UTC(2026, 10, 22, 12);
  it.each([
    [now - 30_000, 'this minute'],
    [now - 5 * 60_000, '5 min. ago'],
    [now - 3 * 3_600_000, '3 hr. ago'],
    [now - 30 * 3_600_000, 'yesterday'],
    [now + 3 * 86_400_000, 'in 3 days'],
  ])('says %d as %s', (at, words) => {
    expect(formatRelative(at, now)).toBe(words);
  });

  it('gives the date beyond a month', () => {
    expect(formatRelative(Date.UTC(2026, 0, 2, 12), now)).toBe('Jan 2, 2026');
  });
});
