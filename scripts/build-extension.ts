import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export type BuildTarget = 'chrome' | 'firefox';
export type BuildOptions = {
  /** Folder under the root that receives `<target>-mv3`. */
  outDir: string;
  /** Keeps a build whose sources did not change since. */
  onlyIfStale?: boolean;
  quiet?: boolean;
};

export function extensionDir(outDir: string, target: BuildTarget): string {
  return join(root, outDir, `${target}-mv3`);
}

const sources = [
  'entrypoints/**/*',
  'components/**/*',
  'lib/**/*',
  'public/**/*',
  'package-lock.json',
  'tsconfig.json',
  'wxt.config.ts',
];

/** A digest of everything a build depends on: file times say nothing after a checkout. */
function sourceDigest(): string {
  const digest = createHash('sha256');
  for (const path of globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()) {
    digest.update(path).update('\0').update(readFileSync(path)).update('\0');
  }
  return digest.digest('hex');
}

/** Runs a program of `node_modules` on this very Node; rejects when it fails, with its output. */
export async function runTool(file: string, args: string[], env: NodeJS.ProcessEnv = {}, quiet = false): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'node_modules', file), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${file} ${args.join(' ')} failed (${code})\n${output}`);
}

export async function buildExtension(targets: BuildTarget[], options: BuildOptions): Promise<void> {
  const digest = sourceDigest();
  for (const target of targets) {
    const stamp = join(root, options.outDir, `.${target}-mv3.sha256`);
    const isFresh =
      options.onlyIfStale === true &&
      existsSync(join(extensionDir(options.outDir, target), 'manifest.json')) &&
      existsSync(stamp) &&
      readFileSync(stamp, 'utf8') === digest;
    if (isFresh) continue;
    await runTool('wxt/bin/wxt.mjs', ['build', '-b', target], { RELAIS_OUT_DIR: options.outDir }, options.quiet);
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, digest);
  }
}
