import type { readOpml, writeOpml } from '../adapters/feeds/opml.ts';
import { RelaisError } from '../domain/errors.ts';
import type { RelaisDb } from '../storage/db.ts';

export type OpmlServiceDeps = {
  db: RelaisDb;
  now: () => number;
  readOpml: typeof readOpml;
  writeOpml: typeof writeOpml;
};

export type OpmlService = ReturnType<typeof createOpmlService>;

export function createOpmlService(deps: OpmlServiceDeps) {
  const { db } = deps;

  /**
   * What a list of feeds holds, and which of them are read here already. Nothing is asked for: the page
   * adds them one by one, so that each failure has its place, and a site its question.
   *
   * @throws RelaisError `not_a_feed` when it is no list of feeds.
   */
  async function importOpml({ opml }: { opml: string }) {
    const list = deps.readOpml(opml);
    if (list === null) throw new RelaisError('not_a_feed', 'not an OPML document');
    const known = new Set((await db.sources.toArray()).map(({ url }) => url));
    return { ...list, feeds: list.feeds.map((feed) => ({ ...feed, known: known.has(feed.url) })) };
  }

  /** Every feed that anybody may read; a hub's is opened by its invitation only. */
  async function exportOpml(): Promise<{ opml: string }> {
    const sources = await db.sources.filter(({ kind }) => kind === 'feed').toArray();
    sources.sort((a, b) => a.addedAt - b.addedAt);
    return { opml: deps.writeOpml(sources, new Date(deps.now())) };
  }

  return { importOpml, exportOpml };
}
