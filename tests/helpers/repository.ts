import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Source files under a folder, as paths from the root with `/`, tests left out unless asked for. */
export function sourceFiles(folder: string, { withTests = false } = {}): string[] {
  // A layer that holds nothing yet has no folder in a clone.
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => withTests || !/\.test\.tsx?$/.test(path));
}

export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** What a file imports, type imports and dynamic ones included, as written. */
export function importsOf(path: string): string[] {
  const text = readText(path);
  const statements = text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]/g);
  const bare = text.matchAll(/(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g);
  const dynamic = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g);
  return [...statements, ...bare, ...dynamic].flatMap(([, specifier]) => (specifier === undefined ? [] : [specifier]));
}
