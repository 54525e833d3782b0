import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, readText, sourceFiles } from '../helpers/repository.ts';

/** The table of `docs/architecture.md`: what each layer may import of the others, types included. */
const table: Record<string, string[]> = {
  'lib/util': [],
  'lib/domain': ['lib/util'],
  'lib/contract': ['lib/domain', 'lib/util'],
  'lib/storage': ['lib/domain', 'lib/util'],
  'lib/messaging': ['lib/domain', 'lib/util'],
  'lib/i18n': ['public'],
  'lib/adapters': ['lib/domain', 'lib/contract', 'lib/util'],
  'lib/services': ['lib/domain', 'lib/contract', 'lib/util', 'lib/storage', 'lib/adapters', 'lib/messaging'],
  components: ['lib/domain', 'lib/messaging', 'lib/storage/queries', 'lib/storage/db.ts', 'lib/i18n', 'lib/util'],
  entrypoints: ['components', 'lib'],
  'hub/src': ['lib/domain', 'lib/contract', 'lib/util', 'lib/adapters/feeds/parse-feed.ts', 'hub/seed'],
};

const folders = Object.keys(table);
const browserFolders = [
  'entrypoints',
  'lib/messaging',
  'lib/i18n',
  'lib/storage/settings.ts',
  'lib/storage/background-notes.ts',
  'lib/adapters/browser',
];

function isUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function arrows(folder: string): { from: string; to: string }[] {
  return sourceFiles(folder).flatMap((from) =>
    importsOf(from)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => ({ from, to: posix.normalize(posix.join(posix.dirname(from), specifier)) })),
  );
}

describe('layers', () => {
  it.each(folders)('%s imports only what the table allows', (folder) => {
    const allowed = [folder, ...(table[folder] ?? [])];
    const forbidden = arrows(folder).filter(({ to }) => !allowed.some((target) => isUnder(to, target)));
    expect(forbidden).toEqual([]);
  });

  it('sees arrows at all', () => {
    expect(arrows('lib/services').length).toBeGreaterThan(20);
  });

  it('components take only types from the database module', () => {
    const values = sourceFiles('components')
      .flatMap((path) =>
        readText(path)
          .split('\n')
          .map((line) => ({ path, line })),
      )
      .filter(({ line }) => line.includes('storage/db.ts') && !line.startsWith('import type'));
    expect(values).toEqual([]);
  });

  it('uses the browser only behind its seams', () => {
    const direct = /\b(chrome|browser)\.(runtime|storage|tabs|windows|alarms|action|scripting|permissions|i18n)\b/;
    const users = [...folders, 'entrypoints']
      .flatMap((folder) => sourceFiles(folder))
      .filter((path) => {
        const text = readText(path);
        return text.includes("from 'webextension-polyfill'") || direct.test(text);
      });
    expect(users.filter((path) => !browserFolders.some((folder) => isUnder(path, folder)))).toEqual([]);
  });

  it('reaches the network in one place', () => {
    const users = sourceFiles('lib').filter((path) =>
      /\bfetch\(|from 'ky'|XMLHttpRequest|sendBeacon/.test(readText(path)),
    );
    expect(users.filter((path) => !isUnder(path, 'lib/adapters/http'))).toEqual([]);
  });

  it('keeps the domain free of clock, randomness and globals of the browser', () => {
    const impure = /Date\.now\(|new Date\(\)|Math\.random\(|crypto\.randomUUID|localStorage|indexedDB/;
    expect(sourceFiles('lib/domain').filter((path) => impure.test(readText(path)))).toEqual([]);
  });
});
