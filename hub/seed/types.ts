import type { CheckPayload } from '../../lib/contract/check.ts';
import type { GuidelineQuestion } from '../../lib/domain/guideline.ts';
import type { ItemKind } from '../../lib/domain/item.ts';
import type { NetworkId } from '../../lib/domain/network.ts';
import type { Role } from '../../lib/domain/role.ts';

/** A text in the two languages of the sample company. */
export type Bilingual = { fr: string; en: string };

/** `[tone, text]`, or `[tone, text, network]` for one network only. */
export type SeedSuggestion =
  | ['warm' | 'factual' | 'question', string]
  | ['warm' | 'factual' | 'question', string, NetworkId];

export type SeedTexts = {
  /** The path on the company's own site, in this language, or an address elsewhere. */
  path: string;
  title: string;
  summary: string;
  /** Paragraphs. */
  content: string[];
  imageAlt: string;
  tags: string[];
  suggestions: SeedSuggestion[];
};

/** An hour of a day, in Roubaix, counted from the first start. */
export type SeedMoment = { inDays: number; hour: number };

export type SeedItem = {
  id: string;
  kind: ItemKind;
  author: string;
  /** What the author is in the company: signs a message. */
  authorTitle?: Bilingual;
  event?: { starts: SeedMoment; ends: SeedMoment; place: Bilingual };
  poll?: { choices: { fr: string[]; en: string[] }; closes?: SeedMoment };
  job?: { place: Bilingual; contract: Bilingual };
  embargo?: SeedMoment;
  expires?: SeedMoment;
  networks?: NetworkId[];
  audience?: Role[];
  pinned?: true;
  campaign?: string;
  /** How long before the first start it was published. */
  hoursAgo: number;
  fr: SeedTexts;
  en: SeedTexts;
};

export type SeedGuidelineTexts = {
  title: string;
  body: string;
  good?: string;
  bad?: string;
  question?: GuidelineQuestion;
};

export type SeedGuideline = {
  id: string;
  kind: 'charter' | 'card';
  version: string;
  /** The learning paths it belongs to; empty for everyone. */
  roles: Role[];
  fr: SeedGuidelineTexts;
  en: SeedGuidelineTexts;
};

export type SeedCheck = Omit<CheckPayload, 'help'> & { help?: Bilingual };
