import type { NetworkId } from '../network.ts';

/** What the employee is about to publish: own words, and the address they are about. */
export type Post = { text: string; url: string };

/** All that Relais knows of one network. A network is one file that exports one of these. */
export type NetworkDefinition = {
  id: NetworkId;
  /** The network's own name, the same in every language. */
  name: string;
  /** The only host the composer may open on. */
  host: string;
  /** `link`: the composer takes an address only, so the text goes to the clipboard first. `text`: both are pre-filled. */
  takes: 'link' | 'text';
  /** The most a post may count, in the unit of `loadCounter`. */
  limit: number;
  /** Loaded apart, because a counter may be heavy. Counts the post as the network will, link included where it counts. */
  loadCounter(): Promise<(post: Post) => number>;
  composerUrl(post: Post): string;
  /** In CSS pixels. */
  window: { width: number; height: number };
};
