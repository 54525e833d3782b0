import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFeedSchema, schemaFile } from './feed-schema.ts';

/** Writes the JSON Schema of the feed anew; `scripts/feed-schema.test.ts` fails while it is stale. */
const root = join(import.meta.dirname, '..');
writeFileSync(join(root, schemaFile), JSON.stringify(makeFeedSchema(), null, 2));
execFileSync('biome', ['format', '--write', schemaFile], { cwd: root, shell: process.platform === 'win32' });
console.log(`Wrote ${schemaFile}.`);
