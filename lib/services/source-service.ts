import type { findSources } from '../adapters/feeds/discover.ts';
import type { fetchDocument } from '../adapters/feeds/fetch-source.ts';
import type { ParsedFeed, parseFeed } from '../adapters/feeds/parse-feed.ts';
import type { HttpClient } from '../adapters/http/client.ts';
import { codeOf, RelaisError } from '../domain/errors.ts';
import { retryDelayMs } from '../domain/retry.ts';
import type { Source } from '../domain/source.ts';
import type { RelaisDb } from '../storage/db.ts';
import { forgetSourceCheck, noteSourceCheck, readPreferences, readSourceChecks } from '../storage/settings.ts';
import { feedTables, storeFeed } from './store-feed.ts';

/** How often a healthy source is asked. The alarm adds its own jitter. */
export const pollIntervalMs = 15 * 60_000;

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
  /** Told when content changed, so that pictures are fetched. */
  onChanged: () => void;
};

export type SourceService = ReturnType<typeof createSourceService>;

export function createSourceService(deps: SourceServiceDeps) {
  const { db, now } = deps;

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

  type Read = { etag: string | null; lastModified: string | null; url: string; feed: ParsedFeed };

  async function read(
    source: Pick<Source, 'kind' | 'url' | 'etag' | 'lastModified' | 'connectionId'>,
  ): Promise<Read | null> {
    const secret = source.connectionId === null ? undefined : await db.secrets.get(source.connectionId);
    const answer = await deps.fetchDocument(deps.http, {
      url: source.url,
      etag: source.etag,
      lastModified: source.lastModified,
      token: secret?.token,
      granted: source.connectionId !== null || (await deps.hasHostAccess(source.url)),
    });
    if (answer.status === 'unchanged') return null;
    const feed = deps.parseFeed(answer.bytes, { url: answer.url, contentType: answer.contentType });
    // What a hub no longer lists is withdrawn, so something else in its place must not pass for its feed.
    if (source.kind === 'hub' && !feed.relais) {
      throw new RelaisError('unexpected_answer', `${answer.url} is not the feed of a hub`);
    }
    return { etag: answer.etag, lastModified: answer.lastModified, url: answer.url, feed };
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
    let answer: Read | null;
    try {
      answer = await read(source);
    } catch (error) {
      throw await explain(error, url);
    }
    if (answer === null) throw new RelaisError('unexpected_answer', `${url} answered 304 to a first request`);
    const context = await storeContext();
    await db.transaction('rw', feedTables(db), async () => {
      await db.sources.add(source);
      await storeFeed(db, source, answer, context);
    });
    await noteCheck(source.id);
    deps.onChanged();
    return { sourceId: source.id };
  }

  /** Removes a source with its items. Shares and spots of these items stay in the journal. */
  async function removeSource(sourceId: string): Promise<void> {
    await db.transaction('rw', [db.sources, db.items, db.campaigns, db.guidelines, db.checks], async () => {
      await db.sources.delete(sourceId);
      await db.items.where('sourceId').equals(sourceId).delete();
      await db.campaigns.where('[sourceId+id]').between([sourceId], [sourceId, []]).delete();
      await db.checks.where('[sourceId+id]').between([sourceId], [sourceId, []]).delete();
      await db.guidelines.where('sourceId').equals(sourceId).delete();
    });
    await forgetSourceCheck(sourceId);
  }

  async function noteCheck(sourceId: string): Promise<void> {
    // Removed while it was being read, it has nothing to remember.
    if ((await db.sources.get(sourceId)) !== undefined) await noteSourceCheck(sourceId, now());
  }

  /** Asks one source. A failure is written on it and backs off; what was stored stays. */
  async function refreshSource(sourceId: string): Promise<void> {
    const source = await db.sources.get(sourceId);
    if (source === undefined) return;
    try {
      const answer = await read(source);
      if (answer !== null) {
        await storeFeed(db, source, answer, await storeContext());
        deps.onChanged();
      } else if (source.failure !== null) {
        await db.sources.update(sourceId, { failure: null, nextPollAt: 0 });
      }
    } catch (error) {
      await noteFailure(source, await explain(error, source.url));
    }
    await noteCheck(sourceId);
  }

  async function noteFailure(source: Source, error: unknown): Promise<void> {
    const code = codeOf(error);
    const count = (source.failure?.count ?? 0) + 1;
    const delayMs = retryDelayMs(count, deps.random(), (error as Partial<RelaisError>).retryAfterMs);
    await db.sources.update(source.id, { failure: { code, at: now(), count }, nextPollAt: now() + delayMs });
    if (code === 'not_signed_in' && source.connectionId !== null) {
      await db.connections.update(source.connectionId, { state: 'revoked' });
    }
  }

  /** Asks every source that is due, one at a time per host, hosts side by side. */
  async function refreshDue(): Promise<void> {
    const [sources, checks] = await Promise.all([db.sources.toArray(), readSourceChecks()]);
    const due = sources.filter(
      (source) => source.nextPollAt <= now() && (checks[source.id] ?? 0) + pollIntervalMs * 0.5 <= now(),
    );
    await refreshSources(due);
  }

  async function refreshAll(): Promise<void> {
    await refreshSources(await db.sources.toArray());
  }

  async function refreshSources(sources: Source[]): Promise<void> {
    const byHost = Map.groupBy(sources, (source) => new URL(source.url).host);
    await Promise.all(
      [...byHost.values()].map(async (sameHost) => {
        for (const source of sameHost) await refreshSource(source.id);
      }),
    );
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
    refreshSource,
    refreshDue,
    refreshAll,
    markItemsSeen,
    markAllSeen,
    acknowledgeCharter,
  };
}
