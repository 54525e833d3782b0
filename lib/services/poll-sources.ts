import { codeOf, type ErrorCode, type RelaisError } from '../domain/errors.ts';
import { nextTurn, pollIntervalMs } from '../domain/poll-interval.ts';
import { retryDelayMs } from '../domain/retry.ts';
import type { Source } from '../domain/source.ts';
import { readSourcePolls, type SourcePoll, writeSourceNote, writeSourcePoll } from '../storage/background-notes.ts';
import type { RelaisDb } from '../storage/db.ts';
import { noteSourceCheck, readPreferences } from '../storage/settings.ts';
import { keepIdentities } from './keep-identities.ts';
import type { Reading, SourceReader } from './read-source.ts';
import { storeFeed } from './store-feed.ts';

/*
 *  alarm ─► due sources, longest overdue first ─► a few hosts side by side, one request at a time on each
 *                                                   │
 *           next alarm ◄── earliest next turn ◄─────┘ each source notes its own turn as it is done
 *
 * A worker that dies leaves every source it had done with its next turn noted, and the one it was at with
 * a short pause: the next alarm goes on behind it, and a source that kills workers starves no other.
 */

/** Past this, no other source is begun in this wake: the rest has its turn a minute later. */
const wakeBudgetMs = 4 * 60_000;
const pauseMs = 60_000;
/** Noted before asking, for the case that nobody comes back from it. */
const attemptMs = 5 * 60_000;
/** A failing source is not asked sooner, even the first time. */
const shortestRetryMs = 2 * 60_000;
const hostsAtOnce = 6;

/** Failures of the way there, over once this browser is online again. */
const wayFailures: ReadonlySet<ErrorCode> = new Set(['network_unreachable', 'timed_out']);

export type PollerDeps = {
  db: RelaisDb;
  now: () => number;
  random: () => number;
  language: string;
  reader: SourceReader;
  isOnline: () => boolean;
  withLock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /** Says what a failure to read an address really is. */
  explain: (error: unknown, url: string) => Promise<unknown>;
  /** Wakes the background for the next turn. */
  schedulePoll: (at: number) => Promise<void>;
  /** Told when content changed, so that pictures are fetched. */
  onChanged: () => void;
};

export type Poller = ReturnType<typeof createPoller>;

export function createPoller(deps: PollerDeps) {
  const { db, now } = deps;

  /** Asks one source now, whenever its turn is. A failure is written on it and backs off; what was stored stays. */
  async function refreshSource(sourceId: string): Promise<void> {
    const source = await db.sources.get(sourceId);
    if (source !== undefined) await onHost(source.url, () => askNow(sourceId));
  }

  /** One request at a time per host, also between a wake, a click and the next wake. */
  function onHost<T>(url: string, work: () => Promise<T>): Promise<T> {
    return deps.withLock(`relais-host:${new URL(url).host}`, work);
  }

  async function askNow(sourceId: string): Promise<void> {
    const source = await db.sources.get(sourceId);
    if (source === undefined) return;
    const answeredAt = (await readSourcePolls())[sourceId]?.answeredAt ?? null;
    await writeSourcePoll(sourceId, { answeredAt, nextAt: now() + attemptMs });
    try {
      await store(source, await deps.reader.read(source));
    } catch (error) {
      await noteFailure(source, await deps.explain(error, source.url));
      await noteAnswer(sourceId, { answeredAt, nextAt: now() });
    }
  }

  async function store(source: Source, reading: Reading): Promise<void> {
    const { note } = reading;
    if (reading.status === 'read') {
      const items = await keepIdentities(db, source.id, reading.feed.items);
      await storeFeed(db, reading.source, { ...reading, feed: { ...reading.feed, items } }, await storeContext());
      deps.onChanged();
    } else if (source.failure !== null || source.endedAt !== null || source.url !== reading.source.url) {
      await db.sources.update(source.id, { url: reading.source.url, endedAt: null, failure: null, nextPollAt: 0 });
    }
    if ((await db.sources.get(source.id)) !== undefined) await writeSourceNote(source.id, note);
    const { freshForMs } = reading;
    const pollMs = pollIntervalMs({ freshForMs, refreshAfterMs: note.refreshAfterMs }, deps.random());
    await noteAnswer(source.id, { answeredAt: now(), nextAt: now() + pollMs });
  }

  async function storeContext() {
    const { role, country } = await readPreferences();
    return { now: now(), profile: { role, country, language: deps.language } };
  }

  async function noteAnswer(sourceId: string, poll: SourcePoll): Promise<void> {
    // Removed while it was being read, it has nothing to remember.
    if ((await db.sources.get(sourceId)) === undefined) return;
    await Promise.all([noteSourceCheck(sourceId, now()), writeSourcePoll(sourceId, poll)]);
  }

  async function noteFailure(source: Source, error: unknown): Promise<void> {
    const code = codeOf(error);
    if (code === 'gone' && source.kind === 'feed') {
      await db.sources.update(source.id, { endedAt: now(), failure: null, nextPollAt: 0 });
      return;
    }
    const count = (source.failure?.count ?? 0) + 1;
    const delayMs = retryDelayMs(count, deps.random(), (error as Partial<RelaisError>).retryAfterMs);
    const nextPollAt = now() + Math.max(shortestRetryMs, delayMs);
    await db.sources.update(source.id, { failure: { code, at: now(), count }, nextPollAt });
    if (code === 'not_signed_in' && source.connectionId !== null) {
      await db.connections.update(source.connectionId, { state: 'revoked' });
    }
  }

  /** Asks every source whose turn it is. One wake at a time: the second finds nothing left to do. */
  function refreshDue({ cameOnline = false } = {}): Promise<void> {
    return deps.withLock('relais-poll', async () => {
      const [sources, polls] = await Promise.all([db.sources.toArray(), readSourcePolls()]);
      const at = now();
      const due = sources
        .filter((source) => source.endedAt === null)
        .filter((source) => nextTurn(source, polls[source.id]) <= at || (cameOnline && isOfTheWay(source, at)))
        .sort((a, b) => nextTurn(a, polls[a.id]) - nextTurn(b, polls[b.id]));
      if (deps.isOnline()) await refreshEach(due, () => now() - at < wakeBudgetMs);
      await scheduleNext();
    });
  }

  /** Asks everyone now, but for those that said they ended. */
  async function refreshAll(): Promise<void> {
    const sources = await db.sources.toArray();
    await refreshEach(
      sources.filter((source) => source.endedAt === null),
      () => true,
    );
  }

  async function refreshEach(sources: Source[], hasTime: () => boolean): Promise<void> {
    const hosts = [...Map.groupBy(sources, (source) => new URL(source.url).host).values()];
    const workOff = async () => {
      for (let sameHost = hosts.shift(); sameHost !== undefined; sameHost = hosts.shift()) {
        for (const source of sameHost) if (hasTime()) await refreshSource(source.id);
      }
    };
    await Promise.all(Array.from({ length: hostsAtOnce }, workOff));
  }

  async function scheduleNext(): Promise<void> {
    const [sources, polls] = await Promise.all([db.sources.toArray(), readSourcePolls()]);
    const turns = sources
      .filter((source) => source.endedAt === null)
      .map((source) => nextTurn(source, polls[source.id]));
    if (turns.length === 0) return;
    // Offline, or past its time, a source is still due: not at once, and not only in a quarter of an hour either.
    await deps.schedulePoll(Math.max(now() + pauseMs, Math.min(...turns)));
  }

  return { refreshSource, refreshDue, refreshAll, onHost };
}

function isOfTheWay({ failure }: Source, at: number): boolean {
  return failure !== null && wayFailures.has(failure.code) && at - failure.at > pauseMs;
}
