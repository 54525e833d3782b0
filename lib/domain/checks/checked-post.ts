import type { ItemKind } from '../item.ts';

/** What is about to be published, with what rules may ask of it. */
export type CheckedPost = {
  text: string;
  url: string | null;
  network: string;
  /** The language it is written in, and the country its author gave; null when they gave none. */
  language: string;
  country: string | null;
  /** The language its author reads Relais in. */
  readerLanguage: string;
  kind: ItemKind;
  campaignId: string | null;
  /** The title and the company's proposals, for `differs_from_proposal`. */
  proposals: string[];
  picture: { alt: string | null } | null;
  networks: string[] | null;
  embargoUntil: number | null;
  expiresAt: number | null;
  /** Known hashtags, as they should be written, and words that hashtags may be made of. */
  spellings: string[];
  vocabulary: string[];
  now: number;
};
