import { createHash } from 'node:crypto';
import type { Database } from '../db/database.ts';
import { forgetRemovals } from '../db/queries/feed-changes.ts';
import { forgetVisitors } from '../db/queries/links.ts';
import { deleteUnusedMedia } from '../db/queries/media.ts';
import { dayOf } from '../db/queries/participation.ts';
import { listDueSources, syncSources } from '../db/queries/sources.ts';
import type { Log } from '../log.ts';
import { fetchPicture, type PictureTask } from '../media/fetch-picture.ts';
import { type PollDeps, pollSource } from '../sources/poll-source.ts';
import type { WebReader } from '../web/web-reader.ts';
import { type JobQueue, openJobQueue } from './job-queue.ts';

const dayMs = 24 * 3_600_000;
/** A browser that was away for longer asks for the whole feed. */
const removalsKeptMs = 90 * dayMs;
const unusedMediaKeptMs = dayMs;

/** What the hub does by itself: reading its sources, fetching their pictures, tidying up. */
export async function startJobs({
  db,
  web,
  sourceUrls,
  contentNow,
  log,
}: {
  db: Database;
  web: WebReader;
  sourceUrls: string[];
  contentNow: () => Promise<number>;
  log: Log;
}): Promise<JobQueue> {
  await syncSources(db, sourceUrls, await contentNow());
  const queue = await openJobQueue(db, log);
  const pollDeps: PollDeps = {
    db,
    web,
    contentNow,
    random: Math.random,
    async enqueuePictures(tx, tasks) {
      for (const task of tasks) await queue.add('fetch-picture', task, { key: keyOf(task), tx });
    },
  };
  await queue.work({
    'find-due-sources': async () => {
      for (const sourceId of await listDueSources(db, await contentNow())) {
        await queue.add('poll-source', { sourceId }, { key: sourceId });
      }
    },
    'poll-source': async ({ sourceId }, signal) => {
      const result = await pollSource(pollDeps, sourceId, signal);
      const level = result.outcome === 'failed' || result.outcome === 'gone' ? 'warn' : 'info';
      log({ level, event: 'source_polled', source: sourceId, ...result });
    },
    'fetch-picture': async (task, signal) => {
      const code = await fetchPicture({ db, web, contentNow }, task, signal);
      if (code !== null) log({ level: 'warn', event: 'picture_refused', item: task.itemId, code });
    },
    sweep: async () => {
      const now = await contentNow();
      await forgetRemovals(db, now - removalsKeptMs);
      await deleteUnusedMedia(db, now - unusedMediaKeptMs);
      await forgetVisitors(db, dayOf(now));
    },
  });
  await queue.add('find-due-sources', {});
  return queue;
}

/** An item's next picture is another job than the one that is being fetched. */
function keyOf({ itemId, url }: PictureTask): string {
  return `${itemId}.${createHash('sha256').update(url).digest('hex').slice(0, 16)}`;
}
