import { parseFeed } from '../../../lib/adapters/feeds/parse-feed.ts';
import { codeOf, type ErrorCode, RelaisError } from '../../../lib/domain/errors.ts';
import { mayMove } from '../../../lib/domain/moved-source.ts';
import { pollIntervalMs } from '../../../lib/domain/poll-interval.ts';
import { retryDelayMs } from '../../../lib/domain/retry.ts';
import type { Database, Queryable } from '../db/database.ts';
import { readSettings } from '../db/queries/settings.ts';
import {
  claimSource,
  recordFailure,
  recordGone,
  recordReading,
  releaseSource,
  type SourceRow,
} from '../db/queries/sources.ts';
import type { PictureTask } from '../media/fetch-picture.ts';
import type { WebAnswer, WebReader } from '../web/web-reader.ts';
import { readFreshness, readRetryAfter } from './answer-times.ts';
import { storeEntries } from './store-entries.ts';

export type PollDeps = {
  db: Database;
  web: WebReader;
  contentNow: () => Promise<number>;
  /** From 0 to 1: spreads polls, so that sources read together do not stay together. */
  random: () => number;
  /** Part of a transaction that writes items: a picture is asked for when its item is there. */
  enqueuePictures: (tx: Queryable, tasks: PictureTask[]) => Promise<void>;
};

export type PollOutcome =
  | { outcome: 'not_due' | 'unchanged' | 'gone' }
  | { outcome: 'read'; written: number }
  | { outcome: 'failed'; code: ErrorCode };

const maxBytes = 10 * 1024 * 1024;
const timeoutMs = 30_000;
/** Longer than a poll can take. */
const leaseMs = 5 * 60_000;
const accept =
  'application/feed+json, application/rss+xml, application/atom+xml, application/json;q=0.9, text/xml;q=0.8, */*;q=0.5';

/**
 * Reads a source that is due, and decides when it is due again. Of two processes that try, one does.
 * A failure is an outcome: it is recorded with its time of the next attempt, and not retried by the queue.
 */
export async function pollSource(deps: PollDeps, id: string, signal: AbortSignal): Promise<PollOutcome> {
  const now = await deps.contentNow();
  const source = await claimSource(deps.db, id, { now, leaseMs });
  if (source === null) return { outcome: 'not_due' };
  const address = source.moved_to ?? source.url;
  try {
    const answer = await deps.web({
      url: address,
      headers: { accept, ...conditionsOf(source) },
      maxBytes,
      timeoutMs,
      signal,
    });
    const moved = answer.movedTo !== null && mayMove(address, answer.movedTo) ? answer.movedTo : source.moved_to;
    if (answer.status === 304) {
      const nextPollAt = now + pollIntervalMs(askedBy(answer, null), deps.random());
      await recordReading(deps.db, id, { now, nextPollAt, movedTo: moved, document: null });
      return { outcome: 'unchanged' };
    }
    // At an address that it moved to, an end is not the end of the source: its own is tried again.
    if (answer.status === 410 && source.moved_to === null) {
      await recordGone(deps.db, id, now);
      return { outcome: 'gone' };
    }
    if (answer.status !== 200) throw refusal(answer, now);
    return { outcome: 'read', written: await storeAnswer(deps, { source, answer, moved, now }) };
  } catch (error) {
    if (signal.aborted) {
      await releaseSource(deps.db, id, now);
      throw error;
    }
    const code = codeOf(error);
    if (code === 'unknown')
      await releaseSource(deps.db, id, now + retryDelayMs(source.failure_count + 1, deps.random()));
    if (code === 'unknown') throw error;
    const retryAfterMs = error instanceof RelaisError ? error.retryAfterMs : undefined;
    const nextPollAt = now + retryDelayMs(source.failure_count + 1, deps.random(), retryAfterMs);
    await recordFailure(deps.db, id, { code, nextPollAt, forgetsMove: endings.has(code) });
    return { outcome: 'failed', code };
  }
}

/** What says that a feed is no longer at an address, or never was. */
const endings: ReadonlySet<ErrorCode> = new Set(['not_found', 'gone', 'not_a_feed']);

async function storeAnswer(
  { db, random, enqueuePictures }: PollDeps,
  { source, answer, moved, now }: { source: SourceRow; answer: WebAnswer; moved: string | null; now: number },
): Promise<number> {
  const feed = parseFeed(answer.bytes, { url: answer.url, contentType: answer.header('content-type') });
  const { languages } = await readSettings(db);
  const announced = feed.newFeedUrl !== null && mayMove(answer.url, feed.newFeedUrl) ? feed.newFeedUrl : moved;
  const written = await storeEntries(db, source.id, feed, {
    now,
    defaultLanguage: languages[0] ?? 'fr',
    enqueuePictures,
  });
  // Last: a poll that was cut short is taken up where it was, since its document still counts as new.
  await recordReading(db, source.id, {
    now,
    nextPollAt: now + pollIntervalMs(askedBy(answer, feed.refreshAfterMs), random()),
    movedTo: announced === source.url ? null : announced,
    document: {
      title: feed.title || null,
      etag: answer.header('etag'),
      lastModified: answer.header('last-modified'),
    },
  });
  return written;
}

function conditionsOf({ etag, last_modified }: SourceRow): Record<string, string> {
  return {
    ...(etag !== null && { 'if-none-match': etag }),
    ...(last_modified !== null && { 'if-modified-since': last_modified }),
  };
}

function askedBy(answer: WebAnswer, refreshAfterMs: number | null) {
  return { freshForMs: readFreshness(answer.header), refreshAfterMs };
}

function refusal(answer: WebAnswer, now: number): RelaisError {
  const retryAfterMs = readRetryAfter(answer.header('retry-after'), now);
  return new RelaisError(codeOfStatus(answer.status), `${answer.url} answered ${answer.status}`, {
    ...(retryAfterMs !== null && { retryAfterMs }),
  });
}

function codeOfStatus(status: number): ErrorCode {
  if (status >= 500) return 'server_error';
  const known: Record<number, ErrorCode> = {
    401: 'not_signed_in',
    403: 'forbidden',
    404: 'not_found',
    408: 'timed_out',
    410: 'gone',
    429: 'rate_limited',
  };
  return known[status] ?? 'unexpected_answer';
}
