import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export type PostgresCluster = { url: string; stop: () => Promise<void> };

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** PostgreSQL refuses to run as root, so root lends it the `postgres` account that the package made. */
function postgresIdentity(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim());
  const identity = { uid: id('-u'), gid: id('-g') };
  if (!(identity.uid > 0)) throw new Error('this runs as root and there is no “postgres” account to run PostgreSQL as');
  return identity;
}

/**
 * A PostgreSQL server of its own in a temporary folder, thrown away by `stop`. Durability is off: a
 * test that wants a crash kills the hub, not the database.
 */
export async function startPostgres(bin: string): Promise<PostgresCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'relais-postgres-'));
  const identity = postgresIdentity();
  if (identity) chownSync(folder, identity.uid, identity.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  const remove = () => rmSync(folder, { recursive: true, force: true });

  const made = spawnSync(
    join(bin, 'initdb'),
    ['--pgdata', data, '--username=relais', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...identity, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) {
    remove();
    throw new Error(`initdb failed: ${made.stderr}${made.error ?? ''}`);
  }
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${process.platform === 'win32' ? '' : folder}`,
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=200',
  ];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...identity, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  const isReady = () => log.includes('ready to accept connections');
  server.stderr.on('data', (chunk) => {
    if (!isReady()) log += chunk;
  });
  const exited = new Promise<void>((resolve) => server.on('exit', () => resolve()));
  const stop = async () => {
    // SIGQUIT is PostgreSQL's immediate stop: nothing here is worth a checkpoint.
    server.kill(process.platform === 'win32' ? 'SIGTERM' : 'SIGQUIT');
    await exited;
    remove();
  };
  for (const deadline = Date.now() + 30_000; !isReady(); await delay(50)) {
    if (server.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`PostgreSQL did not start: ${log}`);
    }
  }
  return { url: `postgres://relais@127.0.0.1:${port}/postgres`, stop };
}
