import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutatedDocuments } from '../../../tests/helpers/fuzz-documents.ts';
import { fuzz, fuzzSeeds, problemsOf } from '../../../tests/helpers/fuzz-feeds.ts';
import { RelaisError } from '../../domain/errors.ts';
import type { ParsedFeed } from './parse-feed.ts';

/** Half of 50,000; `fuzz-built.test.ts` has the other half, for a second worker. */
const countPerSeed = 5000;

describe('parseFeed, on documents of the corpus with bytes changed', () => {
  it.each(fuzzSeeds)('keeps its word (seed %i)', { timeout: 120_000 }, (seed) => {
    fuzz(mutatedDocuments(), seed, countPerSeed);
  });
});

describe('problemsOf', () => {
  const feed = (over: object) => ({ title: '', siteUrl: null, items: [], ...over }) as unknown as ParsedFeed;
  const problems = (read: () => ParsedFeed, now?: () => number) => problemsOf(new Uint8Array(), read, now);

  it.each([
    ['a script', { items: [{ title: '<script>alert(1)</script>' }] }],
    ['an element', { items: [{ summary: 'one <b>two' }] }],
    ['a tag cut off', { items: [{ tags: ['one', '<img src=x onerror='] }] }],
    ['markup of a proposal', { items: [{ suggestions: [{ text: 'one</p>' }] }] }],
    ['markup of a campaign', { campaigns: [{ title: '<i>' }] }],
    ['a control character', { items: [{ author: 'A\u0008da' }] }],
    ['a bidi override', { title: 'Ac\u202eme' }],
    ['half a character', { items: [{ imageAlt: '\ud83d' }] }],
    ['a script for an address', { items: [{ url: 'javascript:alert(1)' }] }],
    ['an address with a password', { siteUrl: 'https://user:secret@www.acme.example/' }],
    ['words for an address', { items: [{ imageUrl: 'picture' }] }],
  ])('sees %s', (_, over) => {
    expect(problems(() => feed(over))).toHaveLength(1);
  });

  it('sees an error without a code', () => {
    expect(problems(() => JSON.parse('{'))).toEqual([expect.stringContaining('SyntaxError')]);
    expect(problems(() => raise('too_large'))).toEqual(['threw too_large']);
  });

  it('sees what takes too long', () => {
    const instants = [0, 1001];
    expect(
      problems(
        () => feed({}),
        () => instants.shift() ?? 0,
      ),
    ).toEqual(['took 1001 ms']);
  });

  it('sees nothing wrong in what is right', () => {
    const item = {
      title: 'a < b, Option<String>, <3',
      summary: 'Line',
      url: 'https://www.acme.example/1',
      tags: ['x>y'],
    };
    expect(problems(() => feed({ items: [item] }))).toEqual([]);
    expect(problems(() => raise('not_a_feed'))).toEqual([]);
  });

  it('makes a run fail, which names its seed and the smallest document', () => {
    const documents = fc.integer({ min: 1, max: 200 }).map((length) => Buffer.from('x'.repeat(length)));
    const read = (bytes: Uint8Array) => feed({ title: bytes.length > 3 ? '<script>' : 'fine' });
    expect(() => fuzz(documents, 7, 100, read)).toThrow(/seed: 7\D[\s\S]*feed\.title holds markup[\s\S]*"xxxx"/);
  });
});

function raise(code: 'not_a_feed' | 'too_large'): never {
  throw new RelaisError(code, 'for the test');
}
