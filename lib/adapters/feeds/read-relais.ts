import { feedCampaignPayload, feedGuidelinePayload, feedSuggestionPayload } from '../../contract/feed.ts';
import { fromInstant } from '../../contract/instant.ts';
import type { Campaign } from '../../domain/campaign.ts';
import type { Guideline } from '../../domain/guideline.ts';
import { type ItemKind, itemKindSchema, type Suggestion } from '../../domain/item.ts';
import { networkIdSchema } from '../../domain/network.ts';
import { readAddress } from './address.ts';
import { markupToLines, markupToText } from './markup.ts';

/**
 * The `_relais` extension of a JSON Feed, as tolerantly as it can be: people write these files by
 * hand, so what is optional may be absent, and one bad part is dropped alone.
 */
export type FeedExtension = {
  companyName: string | null;
  campaigns: Omit<Campaign, 'sourceId'>[];
  guidelines: Omit<Guideline, 'id' | 'sourceId'>[];
};

export type ItemExtension = {
  kind: ItemKind | null;
  pinned: boolean;
  campaignId: string | null;
  readUrl: string | null;
  imageAlt: string | null;
  suggestions: Suggestion[];
};

const noExtension: ItemExtension = {
  kind: null,
  pinned: false,
  campaignId: null,
  readUrl: null,
  imageAlt: null,
  suggestions: [],
};

const campaignLimit = 50;
const guidelineLimit = 100;
const suggestionLimit = 30;

/** Null when the feed has no `_relais` object of a version known here. */
export function readFeedExtension(raw: unknown): FeedExtension | null {
  if (!isObject(raw) || raw.version !== 1) return null;
  return {
    companyName: typeof raw.company_name === 'string' ? markupToText(raw.company_name, 200) || null : null,
    campaigns: lastById(list(raw.campaigns).flatMap(readCampaign), ({ id }) => id).slice(0, campaignLimit),
    guidelines: lastById(list(raw.guidelines).flatMap(readGuideline), ({ externalId }) => externalId).slice(
      0,
      guidelineLimit,
    ),
  };
}

export function readItemExtension(relais: unknown, base: string, language: string | null): ItemExtension {
  if (!isObject(relais)) return noExtension;
  const kind = itemKindSchema.safeParse(relais.kind);
  return {
    kind: kind.success ? kind.data : null,
    pinned: relais.pinned === true,
    campaignId: typeof relais.campaign === 'string' ? relais.campaign : null,
    readUrl: typeof relais.reader_url === 'string' ? readAddress(relais.reader_url, base) : null,
    imageAlt: typeof relais.image_alt === 'string' ? markupToText(relais.image_alt, 1000) || null : null,
    suggestions: list(relais.suggestions)
      .flatMap((suggestion) => readSuggestion(suggestion, language))
      .slice(0, suggestionLimit),
  };
}

function readSuggestion(raw: unknown, language: string | null): Suggestion[] {
  const defaults = { network: null, language: language ?? 'und', tone: null };
  const parsed = feedSuggestionPayload.safeParse({ ...defaults, ...(isObject(raw) ? raw : {}) });
  if (!parsed.success) return [];
  const network = networkIdSchema.nullable().safeParse(parsed.data.network);
  const text = markupToLines(parsed.data.text, 5000);
  if (!network.success || text === '') return [];
  return [{ network: network.data, language: parsed.data.language, tone: parsed.data.tone, text }];
}

function readCampaign(raw: unknown): Omit<Campaign, 'sourceId'>[] {
  const defaults = { hashtag: null, starts_at: null, ends_at: null, goal: null, progress: null };
  const parsed = feedCampaignPayload.safeParse({ ...defaults, ...(isObject(raw) ? raw : {}) });
  if (!parsed.success) return [];
  const { id, title, hashtag, starts_at, ends_at, goal, progress } = parsed.data;
  const plainTitle = markupToText(title, 200);
  if (id === '' || plainTitle === '') return [];
  return [
    {
      id,
      title: plainTitle,
      hashtag: hashtag === null ? null : markupToText(hashtag, 100) || null,
      startsAt: starts_at === null ? null : fromInstant(starts_at),
      endsAt: ends_at === null ? null : fromInstant(ends_at),
      goal,
      progress,
    },
  ];
}

/** The body stays as written: it is Markdown, rendered to nodes, in which HTML is text. */
function readGuideline(raw: unknown, position: number): Omit<Guideline, 'id' | 'sourceId'>[] {
  const parsed = feedGuidelinePayload.safeParse({ updated_at: null, ...(isObject(raw) ? raw : {}) });
  if (!parsed.success) return [];
  const { id, kind, title, body_markdown, version, updated_at } = parsed.data;
  const plainTitle = markupToText(title, 200);
  if (id === '' || plainTitle === '') return [];
  const updatedAt = updated_at === null ? null : fromInstant(updated_at);
  const body = body_markdown.toWellFormed().replace(/(?!\s)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, '');
  return [{ externalId: id, kind, title: plainTitle, body, version, position, updatedAt }];
}

function lastById<T>(values: T[], idOf: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [idOf(value), value])).values()];
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
