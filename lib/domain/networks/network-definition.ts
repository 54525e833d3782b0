import type { NetworkId } from '../network-ids.ts';
import type { Takes } from './takes.ts';

/** What the employee is about to publish: own words, the address they are about, and that page's title. */
export type Post = { text: string; url: string; title?: string };

/** A Mastodon server, or one that speaks as Mastodon does, with the limits it states. */
export type MastodonInstance = { host: string; maxCharacters: number; charactersPerLink: number };

/** What only this employee can say of a network: where the account is. */
export type OwnPlaces = { mastodon: MastodonInstance | null; redditCommunity: string | null };

/**
 * `public`: posts that anyone may read, which are publications. `people`: messages to chosen people, on a
 * service outside the company. `company`: stays among colleagues. `own`: leaves by the employee's own means.
 */
export const audiences = ['public', 'people', 'company', 'own'] as const;
export type NetworkAudience = (typeof audiences)[number];

/** All that Relais knows of one network. A network is one file that exports one of these. */
export type NetworkDefinition = {
  id: NetworkId;
  /** In English, for publishers and developers; people read `network_name_<id>` of the locale. */
  name: string;
  audience: NetworkAudience;
  /** Whether the address of an internal page may go there. */
  takesInternal: boolean;
  /** The only hosts a composer may open on, whatever a recipe says. Empty where there is none, or where it is the employee's own. */
  hosts: readonly string[];
  /** The composer's address, as data that a feed may correct (`template.ts`); null where no web page takes the post. */
  template: string | null;
  /** What the composer takes by `template`; a corrected one may take something else (`takesOf`). */
  takes: Takes;
  /** The most a post may count, in the unit of `loadCounter`. An instance's own limit goes before it. */
  limit: number;
  /** Loaded apart, because a counter may be heavy. Counts the post as the network will, link included where it counts. */
  loadCounter(places?: OwnPlaces): Promise<(post: Post) => number>;
  /** Where Relais can post by itself, in the employee's name and with no company in between. */
  direct: 'bluesky' | 'mastodon' | null;
  /** Of the composer, in CSS pixels. */
  window: { width: number; height: number };
  /** Its sign, drawn for Relais at 24 units, filled: enough to be known at 16 pixels. */
  mark: string;
};
