import { describe, it } from 'vitest';
import { builtDocuments } from '../../../tests/helpers/fuzz-documents.ts';
import { fuzz, fuzzSeeds } from '../../../tests/helpers/fuzz-feeds.ts';

/** Half of 50,000; `fuzz.test.ts` has the other half. */
const countPerSeed = 5000;

describe('parseFeed, on documents built of hostile pieces', () => {
  it.each(fuzzSeeds)('keeps its word (seed %i)', { timeout: 120_000 }, (seed) => {
    fuzz(builtDocuments(), seed, countPerSeed);
  });
});
