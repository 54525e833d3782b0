import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUseError, lockFolder } from './lock.ts';

describe('lockFolder', () => {
  let folder: string;
  const path = () => join(folder, 'hub.lock');
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'relais-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is taken once, and again after its release', async () => {
    const release = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(FolderInUseError);
    await release();
    expect(await readdir(folder)).toEqual([]);
    await (await lockFolder(folder))();
  });

  it('names its owner', async () => {
    const release = await lockFolder(folder);
    expect(JSON.parse(await readFile(path(), 'utf8'))).toMatchObject({ pid: process.pid, host: hostname() });
    await release();
  });

  it('goes to one of many that find a dead owner’s', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    const { pid } = child;
    await once(child, 'exit');
    await writeFile(path(), JSON.stringify({ pid, host: hostname(), startedAt: '1' }));
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => lockFolder(folder)));
    const taken = tries.filter((attempt) => attempt.status === 'fulfilled');
    expect(taken).toHaveLength(1);
    await taken[0]?.value();
    expect(await readdir(folder)).toEqual([]);
  });

  it('knows that a process number was used again', async () => {
    await writeFile(path(), JSON.stringify({ pid: process.pid, host: hostname(), startedAt: 'another time' }));
    await (await lockFolder(folder))();
  });

  it('takes over a damaged lock', async () => {
    await writeFile(path(), '{"pid":');
    await (await lockFolder(folder))();
  });

  it('respects another machine’s while it is touched, and no longer', async () => {
    await writeFile(path(), JSON.stringify({ pid: 1, host: 'another-container', startedAt: '1' }));
    await expect(lockFolder(folder)).rejects.toThrow(FolderInUseError);
    const minuteAgo = new Date(Date.now() - 60_000);
    await utimes(path(), minuteAgo, minuteAgo);
    await (await lockFolder(folder))();
  });

  it('leaves a lock alone that became another’s', async () => {
    const release = await lockFolder(folder);
    await writeFile(path(), JSON.stringify({ pid: 1, host: 'another-container', startedAt: '1' }));
    await release();
    expect(await readdir(folder)).toEqual(['hub.lock']);
  });
});
