import { access, constants, mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { seedSampleCompany } from '../seed/seed.ts';
import { createApp } from './app.ts';
import type { HubConfig } from './config.ts';
import { createDatabaseClock } from './db/clock.ts';
import { type Database, openPglite, openPostgres } from './db/database.ts';
import { FolderInUseError, lockFolder } from './db/lock.ts';
import { migrate } from './db/migrate.ts';
import { insertInvitation } from './db/queries/invitations.ts';
import { readSettings } from './db/queries/settings.ts';
import { startJobs } from './jobs/start-jobs.ts';
import type { Log } from './log.ts';
import { isPublicAddress } from './web/public-address.ts';
import { createWebReader } from './web/web-reader.ts';

/** The hub cannot start; `message` is one sentence for the operator. */
export class StartError extends Error {
  override name = 'StartError';
}

export type RunningHub = {
  /** The hub's public address, without a trailing slash. */
  url: string;
  /** A fresh invitation to the sample company; null for any other hub. */
  invitationUrl: string | null;
  db: Database;
  /** Stops the jobs, answers what is under way, then lets go of the port, the database and the data folder. */
  close(): Promise<void>;
};

/** Writes a single-use invitation, good for 72 hours, and answers its secret: the link is `<hub>/join#<secret>`. */
export function createInvitation(db: Database, now: number): Promise<string> {
  return insertInvitation(db, now);
}

/**
 * Starts a hub: opens and migrates its database, fills an empty one with the sample company, listens.
 * Port 0 takes any free port.
 * @throws {StartError}
 */
export async function startHub({
  config,
  log,
  now = Date.now,
}: {
  config: HubConfig;
  log: Log;
  now?: () => number;
}): Promise<RunningHub> {
  const undo: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const db =
      config.databaseUrl === null
        ? await openFolder(config.dataFolder, undo)
        : openServer(config.databaseUrl, log, undo);
    await prepare(db, config, now());
    let app: ReturnType<typeof createApp> | null = null;
    const server = createAdaptorServer({
      fetch: (request, env) => app?.fetch(request, env) ?? new Response(null, { status: 503 }),
    }) as Server;
    const port = await listen(server, config);
    undo.push(() => closeServer(server));
    const url = config.publicUrl ?? `http://${reachableHost(config.host)}:${port}`;
    const contentNow = createDatabaseClock(db);
    app = createApp({ db, config: { publicUrl: url }, now, contentNow, log });
    const web = createWebReader({ mayReach: config.allowPrivateHosts ? () => true : isPublicAddress });
    const jobs = await startJobs({ db, web, sourceUrls: config.sourceUrls ?? [], contentNow, log }).catch((error) => {
      throw new StartError(
        `The hub’s jobs cannot start (${codeOf(error)}); the database’s user must be allowed to create a schema.`,
        { cause: error },
      );
    });
    undo.push(() => jobs.stop());
    const { isSample } = await readSettings(db);
    const invitationUrl = isSample ? `${url}/join#${await createInvitation(db, now())}` : null;
    log({ level: 'info', event: 'hub_started', engine: db.engine, url });
    return { url, invitationUrl, db, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openFolder(folder: string, undo: (() => Promise<void>)[]): Promise<Database> {
  try {
    // It holds people's names: for the hub's own user only.
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
    undo.push(await lockFolder(folder));
  } catch (error) {
    if (error instanceof FolderInUseError) {
      throw new StartError(
        `The data folder ${folder} is used by another hub (process ${error.pid}); stop it, or set RELAIS_DATA to another folder.`,
      );
    }
    throw new StartError(
      `The data folder ${folder} cannot be written (${codeOf(error)}); give it to the user that runs the hub, or set RELAIS_DATA to another folder.`,
    );
  }
  try {
    const db = await openPglite(join(folder, 'database'));
    undo.push(() => db.close());
    return db;
  } catch (error) {
    throw new StartError(
      `The embedded database in ${folder} does not open (${(error as Error).message}); restore it from a backup, or set RELAIS_DATA to another folder.`,
    );
  }
}

function openServer(url: string, log: Log, undo: (() => Promise<void>)[]): Database {
  const db = openPostgres(url, (error) => log({ level: 'warn', event: 'connection_lost', code: codeOf(error) }));
  undo.push(() => db.close());
  return db;
}

async function prepare(db: Database, { databaseUrl }: HubConfig, now: number): Promise<void> {
  if (databaseUrl !== null) {
    try {
      await db.query('SELECT 1');
    } catch (error) {
      const { host, pathname } = new URL(databaseUrl);
      throw new StartError(
        `The database ${host}${pathname} cannot be reached (${codeOf(error)}); check DATABASE_URL, and that PostgreSQL is running and lets this user in.`,
      );
    }
  }
  try {
    await migrate(db, new Date(now));
    await seedSampleCompany(db, now);
  } catch (error) {
    throw new StartError(`The database cannot be made ready: ${(error as Error).message}.`, { cause: error });
  }
}

function listen(server: Server, { host, port }: HubConfig): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const advice =
        error.code === 'EADDRINUSE'
          ? `Port ${port} on ${host} is already in use; stop the other program, or set RELAIS_PORT to another port.`
          : `The hub cannot listen on ${host}, port ${port} (${codeOf(error)}); check RELAIS_HOST and RELAIS_PORT.`;
      reject(new StartError(advice));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

const closeWaitMs = 5_000;

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), closeWaitMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
  });
}

/** `0.0.0.0` and `::` mean every address of this machine, and are none that a browser can open. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return isIPv6(host) ? `[${host}]` : host;
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code ?? (error as Error).message);
}
