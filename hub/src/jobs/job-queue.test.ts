import { afterEach, expect, it } from 'vitest';
import { openPostgres } from '../db/database.ts';
import type { LogEntry } from '../log.ts';
import { createPostgresDatabase, describeEachDatabase, postgresUrl } from '../testing/databases.ts';
import { type JobQueue, openJobQueue } from './job-queue.ts';

const nothing = async () => undefined;
const idle = { 'find-due-sources': nothing, 'poll-source': nothing, 'fetch-picture': nothing, sweep: nothing };

/** Settles when `condition` does; the queue's own pace is two seconds. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 20_000; !(await condition()); ) {
    if (Date.now() > deadline) throw new Error('it never came');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describeEachDatabase('openJobQueue', (db) => {
  let opened: JobQueue[] = [];
  afterEach(async () => {
    for (const queue of opened) await queue.stop();
    opened = [];
    await db().execute('DROP SCHEMA pgboss CASCADE');
  });
  const open = async (log: LogEntry[] = [], on = db()) => {
    const queue = await openJobQueue(on, (entry) => log.push(entry));
    opened.push(queue);
    return queue;
  };
  const states = async () =>
    (await db().query<{ state: string }>("SELECT state::text FROM pgboss.job WHERE name = 'poll-source'")).map(
      ({ state }) => state,
    );

  it('does a job once, with what it was told', async () => {
    const queue = await open();
    const done: string[] = [];
    await queue.add('poll-source', { sourceId: 'a' }, { key: 'a' });
    await queue.work({ ...idle, 'poll-source': async ({ sourceId }) => void done.push(sourceId) });
    await until(async () => (await states()).includes('completed'));
    expect(done).toEqual(['a']);
  });

  it('adds no job that waits already under its key', async () => {
    const queue = await open();
    for (const key of ['a', 'a', 'b', 'a']) await queue.add('poll-source', { sourceId: key }, { key });
    expect(await states()).toHaveLength(2);
  });

  it('adds a job with the transaction that it belongs to, or not at all', async () => {
    const queue = await open();
    const failing = db().transaction(async (tx) => {
      await queue.add('poll-source', { sourceId: 'a' }, { key: 'a', tx });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await states()).toEqual([]);
    await db().transaction((tx) => queue.add('poll-source', { sourceId: 'b' }, { key: 'b', tx }));
    expect(await states()).toEqual(['created']);
  });

  it('keeps jobs while nobody is there to do them', async () => {
    const first = await open();
    await first.add('poll-source', { sourceId: 'a' });
    await first.stop();
    const done: string[] = [];
    await (await open()).work({ ...idle, 'poll-source': async ({ sourceId }) => void done.push(sourceId) });
    await until(() => done.length > 0);
  });

  it('does what waits without a pause in between', async () => {
    const queue = await open();
    for (let job = 0; job < 12; job++) await queue.add('poll-source', { sourceId: `${job}` }, { key: `${job}` });
    const done: string[] = [];
    const begun = performance.now();
    await queue.work({ ...idle, 'poll-source': async ({ sourceId }) => void done.push(sourceId) });
    await until(() => done.length === 12);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('says what failed, and tries it again when its queue says so', async () => {
    const log: LogEntry[] = [];
    const queue = await open(log);
    await queue.add('fetch-picture', { itemId: 'a', url: 'u' });
    await queue.work({ ...idle, 'fetch-picture': () => Promise.reject(new Error('no route')) });
    await until(() => log.some(({ event }) => event === 'job_failed'));
    expect(log.find(({ event }) => event === 'job_failed')).toMatchObject({
      job: 'fetch-picture',
      message: 'no route',
    });
    const retries = async () => db().query("SELECT 1 FROM pgboss.job WHERE name = 'fetch-picture' AND state = 'retry'");
    await until(async () => (await retries()).length === 1);
  });

  it('interrupts what runs when it stops, and says nothing of it', async () => {
    const log: LogEntry[] = [];
    const queue = await open(log);
    let running = false;
    await queue.add('poll-source', { sourceId: 'a' });
    await queue.work({
      ...idle,
      'poll-source': (_, signal) =>
        new Promise((_resolve, reject) => {
          running = true;
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    await until(() => running);
    const begun = performance.now();
    await queue.stop();
    expect(performance.now() - begun).toBeLessThan(4_000);
    expect(log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('looks for due sources every minute and sweeps every night', async () => {
    await (await open()).work(idle);
    const rows = await db().query('SELECT name, cron FROM pgboss.schedule ORDER BY name');
    expect(rows).toEqual([
      { name: 'find-due-sources', cron: '* * * * *' },
      { name: 'sweep', cron: '17 3 * * *' },
    ]);
  });
});

it.skipIf(postgresUrl === undefined)('gives each job to one of several hubs', async () => {
  const { url, drop } = await createPostgresDatabase();
  const hubs = [1, 2, 3].map(() => openPostgres(url, () => undefined));
  const log: LogEntry[] = [];
  // Together, as when a deployment starts them all.
  const queues = await Promise.all(hubs.map((hub) => openJobQueue(hub, (entry) => log.push(entry))));
  const done: string[] = [];
  for (let job = 0; job < 9; job++)
    await queues[job % 3]?.add('fetch-picture', { itemId: `i${job}`, url: 'u' }, { key: `i${job}` });
  for (const queue of queues) {
    await queue.work({ ...idle, 'fetch-picture': async ({ itemId }) => void done.push(itemId) });
  }
  await until(() => done.length >= 9);
  for (const queue of queues) await queue.stop();
  expect(done.sort()).toEqual(Array.from({ length: 9 }, (_, job) => `i${job}`));
  expect(log.filter(({ level }) => level === 'error')).toEqual([]);
  for (const hub of hubs) await hub.close();
  await drop();
});
