import { parseFeed } from 'feedsmith';

/** The library that Relais parses with, alone: no fetch, no cleaning, no store. Called by the bench, in a page. */
Object.assign(globalThis, {
  parseAlone(text: string): { milliseconds: number; items: number } {
    const begun = performance.now();
    const { feed } = parseFeed(text) as { feed: { items?: unknown[] } };
    return { milliseconds: performance.now() - begun, items: feed.items?.length ?? 0 };
  },
});
