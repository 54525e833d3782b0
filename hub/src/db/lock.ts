import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** The data folder belongs to a hub that is running. */
export class FolderInUseError extends Error {
  override name = 'FolderInUseError';
  readonly pid: number;

  constructor(pid: number) {
    super(`the folder is used by process ${pid}`);
    this.pid = pid;
  }
}

const ownerSchema = z.object({ pid: z.number().int(), host: z.string(), startedAt: z.string() });
type Owner = z.infer<typeof ownerSchema>;

const beatMs = 5_000;
/** A lock of another machine (or container) is alive while it was touched within this time. */
const aliveMs = 30_000;

/**
 * Takes `<folder>/hub.lock` for this process: the embedded database takes one process only, and two
 * would damage it. The lock names its owner, so that one left behind by `kill -9` is taken over. On
 * the same host the process is looked up, with its start time since numbers are used again; from
 * another host, such as a container on the same volume, only the lock's heartbeat can be seen.
 * @returns the release.
 * @throws {FolderInUseError}
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'hub.lock');
  const own = JSON.stringify({ pid: process.pid, host: hostname(), startedAt: startOf(process.pid) } satisfies Owner);
  // Linked into place whole: a lock that another hub can see always names its owner.
  const draft = `${path}.new.${process.pid}`;
  await writeFile(draft, own);
  try {
    while (!(await linked(draft, path))) await setAsideStale(path);
  } finally {
    await rm(draft, { force: true });
  }
  const beat = setInterval(() => {
    const at = new Date();
    // A missed beat is harmless; the folder may be on its way out.
    utimes(path, at, at).catch(() => undefined);
  }, beatMs);
  beat.unref();
  return async () => {
    clearInterval(beat);
    const current = await readFile(path, 'utf8').catch(() => '');
    if (current === own) await rm(path, { force: true });
  };
}

async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead owner's lock away. Renaming decides between two hubs that find the same one. */
async function setAsideStale(path: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return;
  const owner = parseOwner(text);
  if (owner !== null && (await isAlive(owner, path))) throw new FolderInUseError(owner.pid);
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch (error) {
    // Another hub moved it first: look again.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = await readFile(aside, 'utf8');
  if (moved === text) return rm(aside, { force: true });
  // Between the read and the rename another hub took over: its lock goes back.
  await rename(aside, path);
  throw new FolderInUseError(parseOwner(moved)?.pid ?? 0);
}

function parseOwner(text: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(text));
  } catch {
    // Damaged, by a full disk for one: nobody's.
    return null;
  }
}

async function isAlive(owner: Owner, path: string): Promise<boolean> {
  if (owner.host !== hostname()) {
    const touched = await stat(path).catch(() => null);
    return touched !== null && Date.now() - touched.mtimeMs < aliveMs;
  }
  if (owner.startedAt !== startOf(owner.pid)) return false;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When the process began, in the kernel's ticks (proc(5), field 22); empty where there is no /proc. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command's name, which may hold spaces and brackets.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
