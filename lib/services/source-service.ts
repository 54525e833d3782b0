import type { findSources } from '../adapters/feeds/discover.ts';
import type { fetchDocument } from '../adapters/feeds/fetch-source.ts';
import type { parseFeed } from '../adapters/feeds/parse-feed.ts';
import type { HttpClient } from '../adapters/http/client.ts';
import { codeOf, RelaisError } from '../domain/errors.ts';
import { pollIntervalMs } from '../domain/poll-interval.ts';
import type { Source } from '../domain/source.ts';
import { forgetSourceNotes, writeSourceNote, writeSourcePoll } from '../storage/background-notes.ts';
import type { RelaisDb } from '../storage/db.ts';
import { forgetSourceCheck, noteSourceCheck, readPreferences } from '../storage/settings.ts';
import { createPoller } from './poll-sources.ts';
import { createSourceReader } from './read-source.ts';
import { feedTables, storeFeed } from './store-feed.ts';

export type SourceServiceDeps = {
  db: RelaisDb;
  now: () => number;
  random: () => number;
  newId: () => string;
  language: string;
  http: HttpClient;
  fetchDocument: typeof fetchDocument;
  parseFeed: typeof parseFeed;
  findSources: typeof findSources;
  describeHub: Parameters<typeof findSources>[0]['describeHub'];
  hasHostAccess: (url: string) => Promise<boolean>;
  isOnline: () => boolean;
  withLock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  schedulePoll: (at: number) => Promise<void>;
  /** Told when content changed, so that pictures are fetched. */
  onChanged: () => void;
};

export type SourceService = ReturnType<typeof createSourceService>;

export function createSourceService(deps: SourceServiceDeps) {
  const { db, now } = deps;
  const reader = createSourceReader(deps);
  const { onHost, ...poller } = createPoller({ ...deps, reader, explain });

  /**
   * A refused cross-origin read and a dead host look the same to `fetch`. Where somebody answers and
   * only the right to read the answer is missing, the employee is offered to give it.
   */
  async function explain(error: unknown, url: string): Promise<unknown> {
    if (codeOf(error) !== 'network_unreachable' || !deps.isOnline() || (await deps.hasHostAccess(url))) return error;
    if (!(await deps.http.isAnswering(url))) return error;
    const { origin } = new URL(url);
    return new RelaisError('host_access_needed', `no access to ${origin}`, { cause: error, origin });
  }

  async function findSourcesAt(address: string) {
    const typed = address.trim();
    const url = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
    try {
      return { candidates: await deps.findSources({ http: deps.http, address, describeHub: deps.describeHub }) };
    } catch (error) {
      throw URL.canParse(url) ? await explain(error, url) : error;
    }
  }

  async function storeContext() {
    const { role, country } = await readPreferences();
    return { now: now(), profile: { role, country, language: deps.language } };
  }

  /** Adds a feed after reading it once: a source that cannot be read now is refused with the reason. */
  async function addSource(url: string): Promise<{ sourceId: string }> {
    const known = await db.sources.where('url').equals(url).first();
    if (known !== undefined) return { sourceId: known.id };
    const source: Source = {
      id: deps.newId(),
      kind: 'feed',
      url,
      title: new URL(url).hostname,
      siteUrl: null,
      connectionId: null,
      addedAt: now(),
      etag: null,
      lastModified: null,
      changedAt: null,
      nextPollAt: 0,
      cursor: null,
      endedAt: null,
      failure: null,
    };
    const reading = await onHost(url, () => reader.read(source)).catch(async (error: unknown) => {
      throw await explain(error, url);
    });
    if (reading.status === 'unchanged') {
      throw new RelaisError('unexpected_answer', `${url} answered 304 to a first request`);
    }
    const context = await storeContext();
    await db.transaction('rw', feedTables(db), async () => {
      await db.sources.add(reading.source);
      await storeFeed(db, reading.source, reading, context);
    });
    const { note, freshForMs } = reading;
    const pollMs = pollIntervalMs({ freshForMs, refreshAfterMs: note.refreshAfterMs }, deps.random());
    await Promise.all([
      writeSourceNote(source.id, note),
      writeSourcePoll(source.id, { answeredAt: now(), nextAt: now() + pollMs }),
      noteSourceCheck(source.id, now()),
    ]);
    deps.onChanged();
    return { sourceId: source.id };
  }

  /** Removes a source with its items and their pictures. Shares and spots of these items stay in the journal. */
  async function removeSource(sourceId: string): Promise<void> {
    await db.transaction(
      'rw',
      [db.sources, db.items, db.pictures, db.campaigns, db.guidelines, db.checks, db.recipes, db.linkRules, db.crowds],
      async () => {
        await db.sources.delete(sourceId);
        await db.linkRules.delete(sourceId);
        await db.crowds.where('sourceId').equals(sourceId).delete();
        const items = db.items.where('sourceId').equals(sourceId);
        // One that another source shows as well is fetched again.
        await db.pictures.bulkDelete((await items.toArray()).flatMap(({ imageUrl }) => imageUrl ?? []));
        await items.delete();
        await db.campaigns.where('[sourceId+id]').between([sourceId], [sourceId, []]).delete();
        await db.checks.where('[sourceId+id]').between([sourceId], [sourceId, []]).delete();
        await db.recipes.where('[sourceId+network]').between([sourceId], [sourceId, []]).delete();
        await db.guidelines.where('sourceId').equals(sourceId).delete();
      },
    );
    await Promise.all([forgetSourceCheck(sourceId), forgetSourceNotes(sourceId)]);
  }

  async function markItemsSeen(itemIds: string[]): Promise<void> {
    await db.items
      .where('id')
      .anyOf(itemIds)
      .and((item) => item.unread === 1)
      .modify({ unread: 0 });
  }

  async function markAllSeen(): Promise<void> {
    await db.items.where('[shelf+unread]').equals(['feed', 1]).modify({ unread: 0 });
  }

  async function acknowledgeCharter(input: { guidelineId: string; version: string }): Promise<void> {
    const charter = await db.guidelines.get(input.guidelineId);
    if (charter?.version !== input.version) throw new RelaisError('not_found', `no version ${input.version} of it`);
    await db.acknowledgements.put({ ...input, acknowledgedAt: now() });
  }

  return {
    findSourcesAt,
    addSource,
    removeSource,
    ...poller,
    markItemsSeen,
    markAllSeen,
    acknowledgeCharter,
  };
}
