import { PgBoss } from 'pg-boss';
import type { Database, Queryable } from '../db/database.ts';
import type { Log } from '../log.ts';

/** The jobs there are, and what each is told. */
export type Jobs = {
  /** Looks for the sources that are due. */
  'find-due-sources': Record<string, never>;
  'poll-source': { sourceId: string };
  'fetch-picture': { itemId: string; url: string };
  /** Deletes what nothing needs any more. */
  sweep: Record<string, never>;
};
export type JobName = keyof Jobs;

type Handlers = { [Name in JobName]: (task: Jobs[Name], signal: AbortSignal) => Promise<void> };

export type JobQueue = {
  /** A job that waits or runs under `key` already is not added again. In a transaction, it is added with it. */
  add<Name extends JobName>(name: Name, task: Jobs[Name], options?: { key?: string; tx?: Queryable }): Promise<void>;
  work(handlers: Handlers): Promise<void>;
  /** Lets what runs end, or interrupts it: an interrupted job is begun again by whoever comes next. */
  stop(): Promise<void>;
};

const stopWaitMs = 5_000;
/** Any number, as long as every hub takes the same one. */
const schemaLock = 4_710_002;

const queues = {
  'find-due-sources': { retryLimit: 0, expireInSeconds: 60, cron: '* * * * *' },
  // A poll decides itself when its source is due again.
  'poll-source': { retryLimit: 0, expireInSeconds: 300, cron: null },
  'fetch-picture': { retryLimit: 5, expireInSeconds: 120, cron: null },
  sweep: { retryLimit: 2, expireInSeconds: 600, cron: '17 3 * * *' },
} as const;
const names = Object.keys(queues) as JobName[];

/**
 * Jobs, kept by pg-boss in the hub's own database, embedded or served: they survive the process, and
 * of several processes one takes each. Schedules are read by the database's clock.
 */
export async function openJobQueue(db: Database, log: Log): Promise<JobQueue> {
  const stopping = new AbortController();
  const boss = new PgBoss({
    db: asBossDatabase(db),
    backend: db.engine === 'pglite' ? 'pglite' : 'postgres',
  });
  const report = (error: Error) => {
    if (!stopping.signal.aborted) log({ level: 'error', event: 'jobs_failed', message: error.message });
  };
  boss.on('error', report);
  boss.on('warning', ({ message }) => log({ level: 'warn', event: 'jobs_warning', message }));
  // Of hubs that start together, two would create the same schema, and one would fail.
  await db.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [schemaLock]);
    await tx.query('CREATE SCHEMA IF NOT EXISTS pgboss');
  });
  await boss.start();
  for (const name of names) {
    const { retryLimit, expireInSeconds } = queues[name];
    await boss.createQueue(name, {
      policy: 'exclusive',
      retryLimit,
      expireInSeconds,
      retryDelay: 60,
      retryBackoff: true,
      deleteAfterSeconds: 24 * 3_600,
    });
    // pg-boss looks a queue up when it first meets it. In a transaction of ours that would wait for itself
    // on PGlite, so each is met now.
    await boss.findJobs(name, { key: 'none' });
  }

  const add: JobQueue['add'] = async (name, task, { key, tx } = {}) => {
    await boss.send(name, task, {
      ...(key !== undefined && { singletonKey: key }),
      ...(tx !== undefined && { db: asBossDatabase(tx) }),
    });
  };

  /** pg-boss keeps what failed and tries again as the queue says; somebody should hear of it besides. */
  const attempt = async (name: JobName, act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      if (!stopping.signal.aborted) log({ level: 'warn', event: 'job_failed', job: name, ...describeFailure(error) });
      throw error;
    }
  };

  return {
    add,
    async work(handlers) {
      const start = async <Name extends JobName>(name: Name) => {
        let worker: string | null = null;
        worker = await boss.work<Jobs[Name]>(name, { pollingIntervalSeconds: 2 }, async (jobs) => {
          for (const { data } of jobs) await attempt(name, () => handlers[name](data, stopping.signal));
          // The next one at once: the pace is for when there is none.
          if (worker !== null) boss.notifyWorker(worker);
        });
        const { cron } = queues[name];
        if (cron !== null) await boss.schedule(name, cron);
      };
      for (const name of names) await start(name);
    },
    async stop() {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: stopWaitMs });
    },
  };
}

function describeFailure(error: unknown) {
  const { code, message } = error as { code?: unknown; message?: unknown };
  // A database's message repeats the value that it refused, which may be someone's text.
  const isFromDatabase = typeof error === 'object' && error !== null && 'severity' in error;
  return { code: String(code ?? ''), message: isFromDatabase ? undefined : String(message) };
}

/**
 * pg-boss sends one statement with values, or several without. It expects each call to begin afresh, as
 * on a pool: PGlite's one connection is brought out of a transaction that failed.
 */
function asBossDatabase(db: Database | Queryable) {
  const isEmbedded = 'engine' in db && db.engine === 'pglite';
  return {
    async executeSql(text: string, values: unknown[] = []) {
      try {
        return { rows: values.length > 0 ? await db.query(text, values) : await db.execute(text) };
      } catch (error) {
        if (isEmbedded) await db.execute('ROLLBACK');
        throw error;
      }
    },
  };
}
