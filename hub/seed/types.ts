import type { ItemKind } from '../../lib/domain/item.ts';
import type { NetworkId } from '../../lib/domain/network.ts';

/** A text in the two languages of the sample company. */
export type Bilingual = { fr: string; en: string };

/** `[tone, text]`, or `[tone, text, network]` for one network only. */
export type SeedSuggestion =
  | ['warm' | 'factual' | 'question', string]
  | ['warm' | 'factual' | 'question', string, NetworkId];

export type SeedTexts = {
  /** The path on the company's own site, in this language. */
  path: string;
  title: string;
  summary: string;
  /** Paragraphs. */
  content: string[];
  imageAlt: string;
  tags: string[];
  suggestions: SeedSuggestion[];
};

export type SeedItem = {
  id: string;
  kind: ItemKind;
  author: string;
  pinned?: true;
  campaign?: string;
  /** How long before the first start it was published. */
  hoursAgo: number;
  fr: SeedTexts;
  en: SeedTexts;
};
