import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFeedSchema, schemaFile } from './feed-schema.ts';

describe('makeFeedSchema', () => {
  it('is what docs/relais-feed.schema.json says; if not, run npm run schema', () => {
    expect(JSON.parse(readFileSync(join(import.meta.dirname, '..', schemaFile), 'utf8'))).toEqual(makeFeedSchema());
  });
});
