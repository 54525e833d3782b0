import { describe, expect, it } from 'vitest';
import { parseFeed } from './parse-feed.ts';

function checksOf(checks: unknown): { id: string; help?: unknown }[] {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'News',
    _relais: { version: 1, checks },
    items: [],
  };
  const bytes = new TextEncoder().encode(JSON.stringify(feed));
  return parseFeed(bytes, { url: 'https://news.example/feed.json', contentType: null }).checks;
}

const aCheck = (values: Record<string, unknown> = {}) => ({
  id: 'a',
  help: 'Help.',
  rule: { type: 'contains_none', terms: ['secret'] },
  ...values,
});

describe('readChecks', () => {
  it('reads them in their order', () => {
    expect(checksOf([aCheck({ id: 'b' }), aCheck()]).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it.each([
    ['of a rule not known here', aCheck({ id: 'b', rule: { type: 'sentiment', least: 0.4 } })],
    ['of a level not known here', aCheck({ id: 'b', level: 'fatal' })],
    ['whose scope is misread', aCheck({ id: 'b', level: 'block', scope: { countries: ['France'] } })],
    [
      'with a catastrophic pattern',
      aCheck({ id: 'b', rule: { type: 'contains_none', terms: [{ pattern: '(a|a)*\\1' }] } }),
    ],
    ['that nobody can satisfy', aCheck({ id: 'b', level: 'block', rule: { type: 'contains_any', terms: [] } })],
    ['that says nothing', aCheck({ id: 'b', help: '' })],
    ['that is none', 'block everything'],
  ])('drops one %s, alone', (_, wrong) => {
    expect(checksOf([wrong, aCheck()]).map(({ id }) => id)).toEqual(['a']);
  });

  it('makes sentences plain', () => {
    expect(checksOf([aCheck({ help: { en: 'Say\u202E it\u0000.', fr: 'Dites-le.' } })])[0]?.help).toEqual({
      en: 'Say it.',
      fr: 'Dites-le.',
    });
  });

  it.each([[undefined], [null], [{}], ['x']])('takes %j for none', (checks) => {
    expect(checksOf(checks)).toEqual([]);
  });

  it('reads a hundred at most', () => {
    expect(checksOf(Array.from({ length: 150 }, (_, i) => aCheck({ id: `c${i}` })))).toHaveLength(100);
  });
});
