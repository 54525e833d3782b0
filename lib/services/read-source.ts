import type { fetchDocument } from '../adapters/feeds/fetch-source.ts';
import type { ParsedFeed, parseFeed } from '../adapters/feeds/parse-feed.ts';
import type { HttpClient } from '../adapters/http/client.ts';
import { codeOf, type ErrorCode, RelaisError } from '../domain/errors.ts';
import { parseWebAddress } from '../domain/links/parse-address.ts';
import { isSecured, mayMove } from '../domain/moved-source.ts';
import type { Source } from '../domain/source.ts';
import { readSourceNote, type SourceNote } from '../storage/background-notes.ts';
import type { RelaisDb } from '../storage/db.ts';

/*
 *  source.url ──ask──► answer ──► says where it moved? ──► read there, move
 *      │                  └─────► came by a redirect? ───► remember where it led
 *      └─ 404, 410, no feed any more, or the third failure ──► read where it used to lead, move
 *
 * A browser follows redirects and hides their status from extensions, so "for good" (301, 308) and "for
 * today" (302, 307) look the same. Moving at the first one would lose a publisher who redirects for a
 * while; never moving would lose one whose old address ends. So the old address is asked as long as it
 * answers, and the new one is known from the first day. `docs/adr/0006-moved-feeds.md` has the cases.
 */

export type SourceReaderDeps = {
  db: RelaisDb;
  now: () => number;
  http: HttpClient;
  fetchDocument: typeof fetchDocument;
  parseFeed: typeof parseFeed;
  hasHostAccess: (url: string) => Promise<boolean>;
};

type Answered = { url: string; freshForMs: number | null };
type Answer =
  | (Answered & { status: 'unchanged' })
  | (Answered & { status: 'read'; etag: string | null; lastModified: string | null; feed: ParsedFeed });

/** `source` is where it is read from now on; `note` is what to remember of it. */
export type Reading = Answer & { source: Source; note: SourceNote };

const longestMove = 3;
/** Refusals of a cursor: the hub was restored, or its history does not reach back that far. */
const cursorRefusals: ReadonlySet<ErrorCode> = new Set(['gone', 'not_found', 'rejected', 'conflict']);
/** The address answers, and holds no feed any more. */
const endings: ReadonlySet<ErrorCode> = new Set(['gone', 'not_found', 'not_a_feed']);
/** Whatever else is wrong with it, it is given this many chances first. */
const patience = 2;

export type SourceReader = ReturnType<typeof createSourceReader>;

export function createSourceReader(deps: SourceReaderDeps) {
  const { db } = deps;

  /** Reads a source, wherever it is by now. Throws a `RelaisError` when it cannot be read anywhere. */
  async function read(source: Source): Promise<Reading> {
    const known = await readSourceNote(source.id);
    const found = await askHere(source).then(
      (answer) => ({ source, answer }),
      (error: unknown) => askWhereItLed(source, known, error),
    );
    const { source: at, answer } = await followAnnounced(found);
    const refreshAfterMs = answer.status === 'read' ? answer.feed.refreshAfterMs : known.refreshAfterMs;
    const secured = source.kind === 'feed' && isSecured(at.url, answer.url) && (await isFree(answer.url, source));
    const leadsElsewhere = source.kind === 'feed' && !secured && answer.url !== at.url && mayMove(at.url, answer.url);
    return {
      ...answer,
      source: { ...at, url: secured ? answer.url : at.url, endedAt: null },
      note: { movedTo: leadsElsewhere ? answer.url : null, refreshAfterMs },
    };
  }

  async function askHere(source: Source): Promise<Answer> {
    if (source.cursor === null) return ask(source, source.url);
    const since = new URL(source.url);
    since.searchParams.set('since', source.cursor);
    try {
      return await ask(source, since.href);
    } catch (error) {
      if (!cursorRefusals.has(codeOf(error))) throw error;
      return ask({ ...source, ...forgotten }, source.url);
    }
  }

  async function ask(source: Source, url: string): Promise<Answer> {
    const secret = source.connectionId === null ? undefined : await db.secrets.get(source.connectionId);
    const granted = source.connectionId !== null || (await deps.hasHostAccess(url));
    const { etag, lastModified } = source;
    const request = { url, etag, lastModified, token: secret?.token, granted };
    const document = await deps.fetchDocument(deps.http, request, deps.now());
    if (document.status === 'unchanged') return document;
    const feed = deps.parseFeed(document.bytes, { url: document.url, contentType: document.contentType });
    // What a hub no longer lists is withdrawn, so something else in its place must not pass for its feed.
    if (source.kind === 'hub' && !feed.relais) {
      throw new RelaisError('unexpected_answer', `${document.url} is not the feed of a hub`);
    }
    return { ...document, status: 'read', feed };
  }

  /** The old address has ended: the one it used to lead to takes its place, if there is a feed. */
  async function askWhereItLed(source: Source, { movedTo }: SourceNote, error: unknown) {
    const hasEnded = endings.has(codeOf(error)) || (source.failure?.count ?? 0) >= patience;
    if (movedTo === null || !hasEnded || !mayMove(source.url, movedTo)) throw error;
    const moved = await askAt(source, movedTo);
    if (moved === null) throw error;
    return moved;
  }

  /** A document may name the address it moved to. One that cannot be read, or leads back, is not taken. */
  async function followAnnounced(found: {
    source: Source;
    answer: Answer;
  }): Promise<{ source: Source; answer: Answer }> {
    let here = found;
    const visited = new Set([found.source.url, found.answer.url]);
    for (let hop = 0; hop < longestMove; hop += 1) {
      const next = announcedBy(here);
      if (next === null) return here;
      // In a circle, or on and on: nobody knows where it is, so it stays where it was.
      if (visited.has(next) || !mayMove(here.source.url, next)) return found;
      visited.add(next);
      const moved = await askAt(here.source, next);
      if (moved === null) return found;
      here = moved;
    }
    return announcedBy(here) === null ? here : found;
  }

  function announcedBy({ source, answer }: { source: Source; answer: Answer }): string | null {
    if (source.kind !== 'feed' || answer.status !== 'read') return null;
    const next = parseWebAddress(answer.feed.newFeedUrl ?? '')?.href ?? null;
    // Many name the address they are read at.
    return next === source.url || next === answer.url ? null : next;
  }

  async function askAt(source: Source, url: string): Promise<{ source: Source; answer: Answer } | null> {
    if (!(await isFree(url, source))) return null;
    const moved = { ...source, ...forgotten, url };
    try {
      return { source: moved, answer: await ask(moved, url) };
    } catch {
      // Not readable there: the source stays where it is, and says what it said.
      return null;
    }
  }

  /** Two sources at one address would bring everything twice. */
  async function isFree(url: string, source: Source): Promise<boolean> {
    const holder = await db.sources.where('url').equals(url).first();
    return holder === undefined || holder.id === source.id;
  }

  return { read };
}

const forgotten = { etag: null, lastModified: null, cursor: null };
