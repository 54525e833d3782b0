import { z } from 'zod';
import { checkPayload } from './check.ts';
import {
  feedCampaignPayload,
  feedEventPayload,
  feedGuidelinePayload,
  feedItemRelaisPayload,
  feedJobPayload,
  feedPollPayload,
  feedQuestionPayload,
  feedRelaisPayload,
  feedSuggestionPayload,
} from './feed.ts';
import { linkRulesPayload } from './link.ts';
import { recipePayload } from './recipe.ts';

/**
 * The file that a company writes by hand: the feed of `feed.ts` with all that may be left out left
 * optional. The JSON Schema of `docs/relais-feed.schema.json` is made from it; what it refuses, a reader
 * drops or has to guess. Descriptions are what an editor shows while someone types.
 */
const suggestion = feedSuggestionPayload
  .partial({ network: true, language: true, tone: true })
  .meta({ description: 'Copy proposed for the item, for one network (or null for any) and one language.' });

const itemRelais = feedItemRelaisPayload
  .extend({
    suggestions: z.array(suggestion).max(30).optional(),
    event: feedEventPayload.partial({ ends_at: true, place: true }).optional(),
    poll: feedPollPayload.partial({ closes_at: true }).optional(),
    job: feedJobPayload.partial().optional(),
  })
  .meta({ description: 'What Relais adds to an item. Other readers ignore it.' });

const campaign = feedCampaignPayload
  .partial({ hashtag: true, starts_at: true, ends_at: true, goal: true, progress: true })
  .meta({ description: 'Items under one theme, with dates, a hashtag and a goal reached together.' });

const guideline = feedGuidelinePayload
  .extend({ question: feedQuestionPayload.nullable().optional() })
  .partial({ updated_at: true })
  .meta({ description: 'A rule or advice card, in Markdown; the charter is acknowledged, by version.' });

export const publishedRelaisPayload = z
  .object({
    version: z.literal(1),
    company_name: z.string().max(200).optional(),
    campaigns: z.array(campaign).max(50).optional(),
    guidelines: z.array(guideline).max(100).optional(),
    checks: z
      .array(checkPayload.meta({ description: 'A guideline that acts while someone writes: docs/checks.md.' }))
      .max(100)
      .optional(),
    link_rules: linkRulesPayload
      .meta({ description: 'How the addresses of items leave: campaign tags, on these hosts only.' })
      .optional(),
    recipes: z
      .array(recipePayload.meta({ description: 'Another address for a network’s composer, or its withdrawal.' }))
      .max(50)
      .optional(),
    // A hub's own, known here so that its feed can be validated too.
    sharers_today: feedRelaisPayload.shape.sharers_today,
    cursor: feedRelaisPayload.shape.cursor,
    removed: feedRelaisPayload.shape.removed,
  })
  .meta({ description: 'What Relais adds to the feed. Other readers ignore it.' });

export const publishedItemPayload = z
  .object({
    id: z.string().min(1),
    url: z.url({ protocol: /^https?$/ }).optional(),
    title: z.string().optional(),
    summary: z.string().optional(),
    content_text: z.string().optional(),
    content_html: z.string().optional(),
    image: z.url().optional(),
    date_published: z.iso.datetime({ offset: true }).optional(),
    date_modified: z.iso.datetime({ offset: true }).optional(),
    authors: z.array(z.object({ name: z.string().optional() })).optional(),
    tags: z.array(z.string()).optional(),
    language: z.string().optional(),
    _relais: itemRelais.optional(),
  })
  .meta({ description: 'An item of JSON Feed 1.1.' });

export const publishedFeedPayload = z
  .object({
    version: z.enum(['https://jsonfeed.org/version/1.1', 'https://jsonfeed.org/version/1']),
    title: z.string().min(1),
    home_page_url: z.url().optional(),
    feed_url: z.url().optional(),
    language: z.string().optional(),
    _relais: publishedRelaisPayload.optional(),
    items: z.array(publishedItemPayload).max(10_000),
  })
  .meta({ title: 'Relais feed', description: 'JSON Feed 1.1 with the _relais extension: docs/protocol.md.' });
