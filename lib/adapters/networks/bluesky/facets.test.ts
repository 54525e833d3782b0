import { describe, expect, it } from 'vitest';
import { countForBluesky } from '../../../domain/networks/bluesky-count.ts';
import { mentionedHandles, richText } from './facets.ts';
import { recordKey } from './record-key.ts';

const none = new Map<string, string>();

/** What each facet covers, read back from the bytes as a client reads it. */
function covered(text: string, dids: ReadonlyMap<string, string> = none) {
  const rich = richText(text, dids);
  const bytes = new TextEncoder().encode(rich.text);
  return rich.facets.map(({ index, features }) => {
    const shown = new TextDecoder('utf-8', { fatal: true }).decode(bytes.slice(index.byteStart, index.byteEnd));
    const [feature] = features;
    return [shown, feature && ('uri' in feature ? feature.uri : 'tag' in feature ? feature.tag : feature.did)];
  });
}

describe('richText', () => {
  it.each([
    ['accents', 'Café à l’été #Énergie', [['#Énergie', 'Énergie']]],
    [
      'a family joined by zero widths',
      '👨‍👩‍👧‍👦 #a https://example.com/',
      [
        ['#a', 'a'],
        ['example.com', 'https://example.com/'],
      ],
    ],
    [
      'right to left',
      'مرحبا #سلام https://example.com/',
      [
        ['#سلام', 'سلام'],
        ['example.com', 'https://example.com/'],
      ],
    ],
    ['a zero-width non-joiner within a word', 'ببینید #می‌خواهم!', [['#می‌خواهم', 'می‌خواهم']]],
    ['marks of direction', '\u2067שלום #שלום\u2069 ok', [['#שלום', 'שלום']]],
    [
      'punctuation after',
      'Voir https://example.com/a, puis #b. (#c)',
      [
        ['example.com/a', 'https://example.com/a'],
        ['#b', 'b'],
        ['#c', 'c'],
      ],
    ],
    ['numbers and bare signs', '#1 # ## n#2 a#b', []],
    [
      'a fragment',
      'https://example.com/#part #part',
      [
        ['example.com#part', 'https://example.com/#part'],
        ['#part', 'part'],
      ],
    ],
    [
      'a long link',
      'https://example.com/2026/11/a-long-title?id=1',
      [['example.com/2026/11/a-lo...', 'https://example.com/2026/11/a-long-title?id=1']],
    ],
    ['half an emoji', '\ud83d #ok', [['#ok', 'ok']]],
    ['a script', 'javascript:alert(1) #x', [['#x', 'x']]],
  ])('covers the right bytes with %s', (_, text, expected) => {
    expect(covered(text)).toEqual(expected);
  });

  it('mentions who was found, and leaves the others as words', () => {
    const text = 'Merci @Alice.Example.com, @nobody.example et moi@example.com (@bob.test)';
    expect(mentionedHandles(text)).toEqual(['alice.example.com', 'nobody.example', 'bob.test']);
    const dids = new Map([
      ['alice.example.com', 'did:plc:alice'],
      ['bob.test', 'did:plc:bob'],
    ]);
    expect(covered(text, dids)).toEqual([
      ['@Alice.Example.com', 'did:plc:alice'],
      ['@bob.test', 'did:plc:bob'],
    ]);
  });

  it.each(['Bonjour https://example.com/a/long/path?with=parameters #ok', '👋🏽 é https://example.com/'])(
    'publishes no more than was counted: %s',
    (text) => {
      const published = richText(text, none).text;
      expect([...new Intl.Segmenter().segment(published)].length).toBe(countForBluesky(text));
    },
  );
});

describe('recordKey', () => {
  it('is a TID that sorts by time', () => {
    const keys = [0, 1, 1_763_800_000_000, 1_763_800_000_001, 4_000_000_000_000].map((now) => recordKey(now, 0.999));
    for (const key of keys) expect(key).toMatch(/^[234567abcdefghij][234567a-z]{12}$/);
    expect([...keys].sort()).toEqual(keys);
  });
});
