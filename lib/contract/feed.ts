import { z } from 'zod';
import { itemKinds } from '../domain/item.ts';
import { roles } from '../domain/role.ts';
import { checkPayload } from './check.ts';
import { instantPayload } from './instant.ts';
import { linkRulesPayload } from './link.ts';
import { recipePayload } from './recipe.ts';

/**
 * The feed a browser reads: JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) with a `_relais`
 * object on the feed and on its items. A company without a hub publishes the same file on any web
 * server, and any feed reader reads the rest of it.
 */
export const feedSuggestionPayload = z.object({
  /** A network's id, or null for any. Unknown networks are skipped by the reader. */
  network: z.string().max(40).nullable(),
  language: z.string().max(35),
  tone: z.string().max(40).nullable(),
  text: z.string().min(1).max(5000),
  /** How often it was taken: the least used is proposed first. */
  uses: z.number().int().nonnegative().optional(),
});

/** Empty lists, like absent ones, ask nothing. */
export const feedAudiencePayload = z.object({
  roles: z.array(z.enum(roles)).max(10).optional(),
  /** ISO 3166-1 alpha-2, upper case. */
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(250)
    .optional(),
  languages: z.array(z.string().max(35)).max(50).optional(),
});

export const feedEventPayload = z.object({
  starts_at: instantPayload,
  ends_at: instantPayload.nullable(),
  place: z.string().max(300).nullable(),
});

export const feedPollPayload = z.object({
  choices: z.array(z.string().min(1).max(200)).min(2).max(10),
  closes_at: instantPayload.nullable(),
});

export const feedJobPayload = z.object({
  place: z.string().max(300).nullable(),
  contract: z.string().max(100).nullable(),
});

export const feedItemRelaisPayload = z.object({
  kind: z.enum(itemKinds).optional(),
  pinned: z.boolean().optional(),
  campaign: z.string().max(100).optional(),
  /** A page to read the item on, when `url` is the one to share. */
  reader_url: z.url().max(2048).optional(),
  image_alt: z.string().max(1000).optional(),
  suggestions: z.array(feedSuggestionPayload).max(30).optional(),
  /** What the author is in the company, under a signed message. */
  author_title: z.string().max(200).optional(),
  event: feedEventPayload.optional(),
  poll: feedPollPayload.optional(),
  job: feedJobPayload.optional(),
  /** Shown as coming soon, not shareable before. */
  embargo_until: instantPayload.optional(),
  /** Offered no more from then on. */
  expires_at: instantPayload.optional(),
  /** The networks it may be shared on; absent for any. Unknown networks are skipped by the reader. */
  networks: z.array(z.string().max(40)).max(30).optional(),
  audience: feedAudiencePayload.optional(),
});
export type FeedItemRelaisPayload = z.infer<typeof feedItemRelaisPayload>;

export const feedCampaignPayload = z.object({
  id: z.string().max(100),
  title: z.string().max(200),
  hashtag: z.string().max(100).nullable(),
  starts_at: instantPayload.nullable(),
  ends_at: instantPayload.nullable(),
  goal: z.number().int().positive().nullable(),
  progress: z.number().int().nonnegative().nullable(),
});
export type FeedCampaignPayload = z.infer<typeof feedCampaignPayload>;

export const feedQuestionPayload = z
  .object({
    text: z.string().min(1).max(500),
    choices: z.array(z.string().min(1).max(300)).min(2).max(6),
    /** The index of the right choice. */
    answer: z.number().int().nonnegative(),
    why: z.string().max(1000),
  })
  .refine(({ answer, choices }) => answer < choices.length, { message: 'answer is not the index of a choice' });

export const feedGuidelinePayload = z.object({
  id: z.string().max(100),
  kind: z.enum(['charter', 'card']),
  title: z.string().max(200),
  body_markdown: z.string().max(50_000),
  version: z.string().max(40),
  updated_at: instantPayload.nullable(),
  /** The same post done well, and done badly. */
  good_example: z.string().max(2000).nullable().optional(),
  bad_example: z.string().max(2000).nullable().optional(),
  /** The learning paths it belongs to; absent or empty for everyone. */
  roles: z.array(z.enum(roles)).max(10).optional(),
  question: feedQuestionPayload.nullable().optional(),
});
export type FeedGuidelinePayload = z.infer<typeof feedGuidelinePayload>;

export const feedRelaisPayload = z.object({
  version: z.literal(1),
  company_name: z.string().max(200).optional(),
  campaigns: z.array(feedCampaignPayload).max(50).optional(),
  guidelines: z.array(feedGuidelinePayload).max(100).optional(),
  /** Guidelines that act: `docs/checks.md`. */
  checks: z.array(checkPayload).max(100).optional(),
  /** Corrections of the networks' composers: `docs/protocol.md`. */
  recipes: z.array(recipePayload).max(50).optional(),
  /** How the addresses of items leave; absent for as they are. */
  link_rules: linkRulesPayload.optional(),
  /**
   * A hub's own, for its members: by item id, how many participants published it today, in steps of 5, 10, 20,
   * 50 and so on. An item that fewer than 5 published is not named.
   */
  sharers_today: z.record(z.string().max(500), z.number().int().nonnegative()).optional(),
  /** A hub's own: handed back as `since`, it brings what changed in between. */
  cursor: z.string().max(200).optional(),
  /** Present when the answer holds only what changed since a cursor: the ids that are offered no more. */
  removed: z.array(z.string().max(500)).optional(),
});
export type FeedRelaisPayload = z.infer<typeof feedRelaisPayload>;

/** What a hub sends; what a reader accepts is more tolerant (`lib/adapters/feeds`). */
export const feedPayload = z.object({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.string(),
  _relais: feedRelaisPayload,
  items: z.array(
    z.object({
      id: z.string(),
      url: z.url(),
      title: z.string(),
      summary: z.string(),
      content_text: z.string(),
      image: z.url().optional(),
      date_published: instantPayload,
      date_modified: instantPayload.optional(),
      authors: z.array(z.object({ name: z.string() })).optional(),
      tags: z.array(z.string()).optional(),
      language: z.string().optional(),
      _relais: feedItemRelaisPayload,
    }),
  ),
});
export type FeedPayload = z.infer<typeof feedPayload>;
