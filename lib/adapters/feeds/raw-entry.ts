/**
 * One entry of any format, its values as written: candidates in order of preference, markup, doubtful
 * addresses and dates included. `finish-items.ts` is the only place that judges them.
 */
export type RawEntry = {
  /** guid, atom:id, id. */
  identifier: string | null;
  addresses: (string | null | undefined)[];
  base: string;
  titles: (string | null | undefined)[];
  summaries: (string | null | undefined)[];
  authors: (string | null | undefined)[];
  dates: (string | null | undefined)[];
  pictures: (string | null | undefined)[];
  pictureAlt: string | null;
  /** HTML searched for a picture when no other is named. */
  contents: (string | null | undefined)[];
  tags: (string | null | undefined)[];
  languages: (string | null | undefined)[];
  isVideo: boolean;
  /** The entry's `_relais` object, unread. */
  relais: unknown;
};

export type RawFeed = {
  titles: (string | null | undefined)[];
  siteAddresses: (string | null | undefined)[];
  base: string;
  languages: (string | null | undefined)[];
  entries: RawEntry[];
  /** Entries present in the document that could not be read. */
  lost: number;
  /** Where the feed says it moved to, as written. */
  newFeedUrl?: string | undefined;
  /** How long the feed asks to be left alone; null or absent when it says nothing. */
  refreshAfterMs?: number | null;
  /** The feed's `_relais` object, unread. */
  relais: unknown;
};
