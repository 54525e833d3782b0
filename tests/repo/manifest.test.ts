import { describe, expect, it } from 'vitest';
import { readText, sourceFiles } from '../helpers/repository.ts';

const config = readText('wxt.config.ts');
const document = readText('docs/permissions.md');

/** What the manifest asks for, read from its one place. */
function asked(name: string): string[] {
  const list = new RegExp(`\\b${name}: \\[([^\\]]*)\\]`).exec(config)?.[1] ?? '';
  return [...list.matchAll(/'([^']+)'/g)].flatMap(([, value]) => (value === undefined ? [] : [value]));
}

describe('permissions', () => {
  const permissions = [
    ...asked('permissions'),
    ...asked('optional_permissions'),
    ...asked('optional_host_permissions'),
  ];

  it('are read from the configuration', () => {
    expect(permissions).toContain('storage');
  });

  it.each(permissions)('%s has its line in docs/permissions.md', (permission) => {
    expect(document).toContain(`\`${permission}\``);
  });

  it('never include hosts at install, content scripts or pages open to the web', () => {
    expect(config).not.toMatch(/[^_]host_permissions:/);
    expect(config).not.toMatch(/content_scripts|web_accessible_resources|externally_connectable/);
    expect(sourceFiles('entrypoints').filter((path) => /content(\.ts|\/)/.test(path))).toEqual([]);
  });

  it('documents no permission that is not asked', () => {
    const known = [...permissions, ...asked('required'), ...asked('optional')];
    const rows = [...document.matchAll(/^\| `([^`]+)`/gm)].flatMap(([, name]) => (name === undefined ? [] : [name]));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('markup', () => {
  it('is never made from strings', () => {
    const dangerous = /\.innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/;
    const files = ['components', 'entrypoints', 'lib'].flatMap((folder) => sourceFiles(folder));
    expect(files.filter((path) => dangerous.test(readText(path)))).toEqual([]);
  });
});
