import { describe, expect, it } from 'vitest';
import type { Suggestion } from './item.ts';
import { proposeText, suggestionsFor } from './propose-text.ts';

const suggestion = (text: string, values: Partial<Suggestion> = {}): Suggestion => ({
  network: null,
  language: 'en',
  tone: null,
  text,
  ...values,
});
const four = ['One.', 'Two.', 'Three.', 'Four.'].map((text) => suggestion(text));
const seeds = Array.from({ length: 400 }, (_, i) => `browser-${i}`);

describe('suggestionsFor', () => {
  it('puts own language before own network, and leaves other networks out', () => {
    const texts = suggestionsFor(
      [
        suggestion('any en'),
        suggestion('x fr', { network: 'x', language: 'fr' }),
        suggestion('linkedin en', { network: 'linkedin' }),
        suggestion('x en', { network: 'x', language: 'en-GB' }),
      ],
      'x',
      'en',
      { seed: 's', itemId: 'a' },
    ).map(({ text }) => text);
    expect(texts).toEqual(['x en', 'any en', 'x fr']);
  });

  it('deals the same to one browser each time, and each of four to about a quarter of browsers', () => {
    const first = (seed: string) => suggestionsFor(four, 'x', 'en', { seed, itemId: 'a' })[0]?.text ?? '';
    expect(seeds.map(first)).toEqual(seeds.map(first));
    const counts = Map.groupBy(seeds.map(first), (text) => text);
    expect([...counts.keys()].sort()).toEqual(four.map(({ text }) => text).sort());
    for (const dealt of counts.values()) expect(dealt.length).toBeGreaterThan(seeds.length / 8);
  });

  it('deals each item and each network anew', () => {
    const orders = ['a', 'b', 'c', 'd', 'e', 'f'].map((itemId) =>
      suggestionsFor(four, 'x', 'en', { seed: 's', itemId })
        .map(({ text }) => text)
        .join(),
    );
    expect(new Set(orders).size).toBeGreaterThan(2);
  });

  it('gives the least used first, where the hub knows', () => {
    const counted = four.map((one, i) => ({ ...one, uses: [5, 0, 9, 2][i] }));
    for (const seed of seeds.slice(0, 20)) {
      expect(suggestionsFor(counted, 'x', 'en', { seed, itemId: 'a' })[0]?.text).toBe('Two.');
    }
  });

  it('keeps the company’s order without a deal', () => {
    expect(suggestionsFor(four, 'x', 'en').map(({ text }) => text)).toEqual(['One.', 'Two.', 'Three.', 'Four.']);
  });
});

describe('proposeText', () => {
  it('falls back on the title, which is at least true', () => {
    expect(proposeText({ title: 'News', suggestions: [] }, 'x', 'en', { seed: 's', itemId: 'a' })).toBe('News');
  });
});
