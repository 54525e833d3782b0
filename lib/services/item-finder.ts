import { linkKey } from '../domain/links/link-key.ts';
import { parseWebAddress } from '../domain/links/parse-address.ts';
import { queryWords, searchEntries } from '../domain/search.ts';
import type { RelaisDb } from '../storage/db.ts';
import { readSearchEntries, readSearchVersion, type SearchEntry } from '../storage/queries/search.ts';

export type ItemFinderDeps = { db: RelaisDb; now: () => number; language: string };

/** An item that can be shared, as a line of suggestions names it. */
export type FoundItem = Pick<SearchEntry, 'id' | 'heading' | 'sourceTitle'> & { url: string };

export type ItemFinder = ReturnType<typeof createItemFinder>;

/** Finds items outside the pages that show them: by the address of a page, by words in the address bar. */
export function createItemFinder({ db, now, language }: ItemFinderDeps) {
  // Only saves time: words come one key after the other.
  let known: { version: string; entries: SearchEntry[] } | null = null;

  async function readEntries(): Promise<SearchEntry[]> {
    const version = await readSearchVersion(db);
    if (known?.version !== version) {
      const entries: SearchEntry[] = [];
      for await (const chunk of readSearchEntries(db, now(), language)) entries.push(...chunk);
      known = { version, entries };
    }
    return known.entries;
  }

  /** At most `limit` items that hold all the words and can be shared now, the likeliest first. */
  async function findByWords(words: string, limit: number): Promise<FoundItem[]> {
    const found = searchEntries(await readEntries(), queryWords(words));
    return found
      .flatMap(({ id, heading, sourceTitle, url, opensAt }) =>
        url === null || opensAt !== null ? [] : [{ id, heading, sourceTitle, url }],
      )
      .slice(0, limit);
  }

  /** The newest item whose page is one of these addresses; undefined when none is. Nothing leaves to know it. */
  async function findByAddress(addresses: string[]): Promise<string | undefined> {
    const pages = addresses.flatMap((address) => parseWebAddress(address) ?? []);
    if (pages.length === 0) return undefined;
    const keys = new Set(pages.map(({ href }) => linkKey(href)));
    const hosts = pages.map(({ host }) => host.replace(/^www\./, ''));
    // Read at once: a cursor over ten thousand rows takes several times as long.
    const rows = await db.items.toArray();
    const isPage = (address: string | null) =>
      address !== null && hosts.some((host) => address.includes(host)) && keys.has(linkKey(address));
    return rows.filter(({ url, readUrl }) => isPage(url) || isPage(readUrl)).sort((a, b) => b.orderAt - a.orderAt)[0]
      ?.id;
  }

  return { findByWords, findByAddress };
}
