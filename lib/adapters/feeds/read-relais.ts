import {
  feedAudiencePayload,
  feedCampaignPayload,
  feedGuidelinePayload,
  feedPollPayload,
  feedQuestionPayload,
  feedSuggestionPayload,
} from '../../contract/feed.ts';
import { fromInstant } from '../../contract/instant.ts';
import { linkRulesPayload, toLinkRules } from '../../contract/link.ts';
import { readRecipePayload } from '../../contract/recipe.ts';
import type { Campaign } from '../../domain/campaign.ts';
import type { Check } from '../../domain/checks/check.ts';
import type { Guideline, GuidelineQuestion } from '../../domain/guideline.ts';
import { itemKindSchema, type ParsedItem, type Suggestion } from '../../domain/item.ts';
import type { LinkRules } from '../../domain/links/campaign-tags.ts';
import { networkIdSchema } from '../../domain/network.ts';
import { networkIds } from '../../domain/network-ids.ts';
import type { Recipe } from '../../domain/networks/recipe.ts';
import { readAddress } from './address.ts';
import { markupToLines, markupToText } from './markup.ts';
import { parseDate } from './parse-date.ts';
import { readChecks } from './read-checks.ts';

/**
 * The `_relais` extension of a JSON Feed, as tolerantly as it can be: people write these files by
 * hand, so what is optional may be absent, and one bad part is dropped alone.
 */
export type FeedExtension = {
  companyName: string | null;
  campaigns: Omit<Campaign, 'sourceId'>[];
  guidelines: Omit<Guideline, 'id' | 'sourceId'>[];
  checks: Check[];
  /** One for each network at most. */
  recipes: Recipe[];
  /** Null when addresses leave as they are. */
  linkRules: LinkRules | null;
  /** How many colleagues published each item today, by its external id; null when the feed does not say. */
  sharersToday: Record<string, number> | null;
  /** A hub's place in its feed, handed back at the next reading. */
  cursor: string | null;
  /** What a hub withdrew since the cursor it was asked from; null when the document is the whole feed. */
  removed: string[] | null;
};

/** What the extension says of an item; `kind` null leaves it to the format. */
export type ItemExtension = Pick<
  ParsedItem,
  | 'pinned'
  | 'campaignId'
  | 'readUrl'
  | 'imageAlt'
  | 'suggestions'
  | 'authorTitle'
  | 'event'
  | 'poll'
  | 'job'
  | 'embargoUntil'
  | 'expiresAt'
  | 'networks'
  | 'audience'
> & {
  kind: ParsedItem['kind'] | null;
  /** The embargo is written but cannot be read: the item is not shown, since it might not be public. */
  isWithheld: boolean;
};

const noExtension: ItemExtension = {
  kind: null,
  pinned: false,
  campaignId: null,
  readUrl: null,
  imageAlt: null,
  suggestions: [],
  authorTitle: null,
  event: null,
  poll: null,
  job: null,
  embargoUntil: null,
  expiresAt: null,
  networks: null,
  audience: null,
  isWithheld: false,
};

const campaignLimit = 50;
const guidelineLimit = 100;
const suggestionLimit = 30;
const recipeLimit = 50;

/** Null when the feed has no `_relais` object of a version known here. */
export function readFeedExtension(raw: unknown): FeedExtension | null {
  if (!isObject(raw) || raw.version !== 1) return null;
  const campaigns = lastById(list(raw.campaigns).flatMap(readCampaign), ({ id }) => id).slice(0, campaignLimit);
  return {
    companyName: typeof raw.company_name === 'string' ? markupToText(raw.company_name, 200) || null : null,
    campaigns,
    guidelines: lastById(list(raw.guidelines).flatMap(readGuideline), ({ externalId }) => externalId).slice(
      0,
      guidelineLimit,
    ),
    checks: readChecks(
      raw.checks,
      campaigns.map(({ id }) => id),
    ),
    recipes: readRecipes(raw.recipes),
    linkRules: readLinkRules(raw.link_rules),
    sharersToday: readSharers(raw.sharers_today),
    cursor: typeof raw.cursor === 'string' && raw.cursor !== '' ? raw.cursor.slice(0, 200) : null,
    removed: Array.isArray(raw.removed) ? raw.removed.filter((id) => typeof id === 'string') : null,
  };
}

const sharerLimit = 1000;

function readSharers(raw: unknown): Record<string, number> | null {
  if (!isObject(raw)) return null;
  const counts = Object.entries(raw).flatMap(([id, count]): [string, number][] =>
    typeof count === 'number' && Number.isInteger(count) && count > 0 ? [[id, count]] : [],
  );
  return Object.fromEntries(counts.slice(0, sharerLimit));
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
    authorTitle: plainOrNull(relais.author_title, 200),
    event: readEvent(relais.event),
    poll: readPoll(relais.poll),
    job: readJob(relais.job),
    ...readEmbargo(relais.embargo_until),
    expiresAt: readDate(relais.expires_at),
    networks: readNetworks(relais.networks),
    audience: readAudience(relais.audience),
  };
}

/** One that does not hold is dropped alone: the network's own address serves. Of two for a network, the newest counts. */
function readRecipes(raw: unknown): Recipe[] {
  const recipes = list(raw)
    .slice(0, recipeLimit)
    .flatMap((one) => readRecipePayload(one) ?? []);
  return lastById(
    recipes.sort((a, b) => a.updatedAt - b.updatedAt),
    ({ network }) => network,
  );
}

/** Rules that do not parse are none: an address half tagged would be counted as something else. */
function readLinkRules(raw: unknown): LinkRules | null {
  if (!isObject(raw) || !Array.isArray(raw.hosts)) return null;
  const hosts = raw.hosts.map((host) => (typeof host === 'string' ? host.toLowerCase() : host));
  const parsed = linkRulesPayload.safeParse({ ...raw, hosts });
  return parsed.success ? toLinkRules(parsed.data) : null;
}

/** Dates are read as feeds' own are: people write these files by hand. */
function readDate(raw: unknown): number | null {
  return typeof raw === 'string' ? parseDate(raw) : null;
}

function readEmbargo(raw: unknown): Pick<ItemExtension, 'embargoUntil' | 'isWithheld'> {
  const embargoUntil = readDate(raw);
  return { embargoUntil, isWithheld: raw !== undefined && raw !== null && embargoUntil === null };
}

function readEvent(raw: unknown): ItemExtension['event'] {
  if (!isObject(raw)) return null;
  const startsAt = readDate(raw.starts_at);
  if (startsAt === null) return null;
  const endsAt = readDate(raw.ends_at);
  return {
    startsAt,
    endsAt: endsAt !== null && endsAt >= startsAt ? endsAt : null,
    place: plainOrNull(raw.place, 300),
  };
}

function readPoll(raw: unknown): ItemExtension['poll'] {
  const parsed = feedPollPayload.pick({ choices: true }).safeParse(raw);
  if (!parsed.success) return null;
  const choices = parsed.data.choices.map((choice) => markupToText(choice, 200)).filter((choice) => choice !== '');
  return choices.length < 2 ? null : { choices, closesAt: readDate((raw as Record<string, unknown>).closes_at) };
}

function readJob(raw: unknown): ItemExtension['job'] {
  if (!isObject(raw)) return null;
  const job = { place: plainOrNull(raw.place, 300), contract: plainOrNull(raw.contract, 100) };
  return job.place === null && job.contract === null ? null : job;
}

/** A list that names only networks unknown here allows none of those known. */
function readNetworks(raw: unknown): ItemExtension['networks'] {
  if (!Array.isArray(raw)) return null;
  return networkIds.filter((network) => raw.includes(network));
}

/** A part of the audience that does not parse is dropped alone. */
function readAudience(raw: unknown): ItemExtension['audience'] {
  if (!isObject(raw)) return null;
  const { roles, countries, languages } = feedAudiencePayload.shape;
  return {
    roles: roles.catch(undefined).parse(raw.roles) ?? [],
    countries: countries.catch(undefined).parse(raw.countries) ?? [],
    languages: languages.catch(undefined).parse(raw.languages) ?? [],
  };
}

function plainOrNull(raw: unknown, maxLength: number): string | null {
  return typeof raw === 'string' ? markupToText(raw, maxLength) || null : null;
}

function readSuggestion(raw: unknown, language: string | null): Suggestion[] {
  const defaults = { network: null, language: language ?? 'und', tone: null };
  const written = isObject(raw) ? raw : {};
  const uses = feedSuggestionPayload.shape.uses.safeParse(written.uses).data;
  const parsed = feedSuggestionPayload.safeParse({ ...defaults, ...written, uses });
  if (!parsed.success) return [];
  const network = networkIdSchema.nullable().safeParse(parsed.data.network);
  const text = markupToLines(parsed.data.text, 5000);
  if (!network.success || text === '') return [];
  const { language: spoken, tone } = parsed.data;
  return [{ network: network.data, language: spoken, tone, text, ...(uses !== undefined && { uses }) }];
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
  // What came with the learning paths may be missing or wrong without costing the rule itself.
  const { roles, question, good_example, bad_example, ...rule } = isObject(raw) ? raw : {};
  const parsed = feedGuidelinePayload.safeParse({ updated_at: null, ...rule });
  if (!parsed.success) return [];
  const { id, kind, title, body_markdown, version, updated_at } = parsed.data;
  const plainTitle = markupToText(title, 200);
  if (id === '' || plainTitle === '') return [];
  const updatedAt = updated_at === null ? null : fromInstant(updated_at);
  const body = body_markdown.toWellFormed().replace(/(?!\s)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, '');
  return [
    {
      externalId: id,
      kind,
      title: plainTitle,
      body,
      version,
      position,
      updatedAt,
      goodExample: linesOrNull(good_example, 2000),
      badExample: linesOrNull(bad_example, 2000),
      roles: feedGuidelinePayload.shape.roles.catch(undefined).parse(roles) ?? [],
      question: readQuestion(question),
    },
  ];
}

function readQuestion(raw: unknown): GuidelineQuestion | null {
  const parsed = feedQuestionPayload.safeParse(raw);
  if (!parsed.success) return null;
  const text = markupToText(parsed.data.text, 500);
  const choices = parsed.data.choices.map((choice) => markupToText(choice, 300));
  if (text === '' || choices.includes('')) return null;
  return { text, choices, answer: parsed.data.answer, why: markupToText(parsed.data.why, 1000) };
}

function linesOrNull(raw: unknown, maxLength: number): string | null {
  return typeof raw === 'string' ? markupToLines(raw, maxLength) || null : null;
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
