import { z } from 'zod';
import { audienceSchema } from './audience.ts';
import { networkIdSchema } from './network.ts';

/** `engage` is an existing post of the company to comment on: a comment is worth more than a re-share. */
export const itemKinds = ['article', 'event', 'job', 'video', 'poll', 'message', 'engage'] as const;
export const itemKindSchema = z.enum(itemKinds);
export type ItemKind = z.infer<typeof itemKindSchema>;

/** Copy proposed for an item. `network` null means any network. */
export const suggestionSchema = z.object({
  network: networkIdSchema.nullable(),
  language: z.string(),
  tone: z.string().nullable(),
  text: z.string(),
  /** How often colleagues took it, where the hub says so. */
  uses: z.number().optional(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

/** When and where an event is; the end and the place may be unknown. */
export const eventDetailsSchema = z.object({
  startsAt: z.number(),
  endsAt: z.number().nullable(),
  place: z.string().nullable(),
});
export type EventDetails = z.infer<typeof eventDetailsSchema>;

/** A poll is answered on its own page; its choices are shown so that people know what is asked. */
export const pollDetailsSchema = z.object({ choices: z.array(z.string()), closesAt: z.number().nullable() });
export type PollDetails = z.infer<typeof pollDetailsSchema>;

export const jobDetailsSchema = z.object({ place: z.string().nullable(), contract: z.string().nullable() });
export type JobDetails = z.infer<typeof jobDetailsSchema>;

/** A piece of company content offered for sharing. Text fields are plain text, never markup. */
export const itemSchema = z.object({
  /** Stable across polls: made by `itemId` from the source and the publisher's own identifier. */
  id: z.string(),
  sourceId: z.string(),
  /** The publisher's identifier: guid, id, else the address, else a digest of the content. */
  externalId: z.string(),
  /** The address that is shared; null when the entry has none. */
  url: z.string().nullable(),
  /** Where the employee reads it, when that is another page than the shared one. */
  readUrl: z.string().nullable(),
  title: z.string(),
  summary: z.string(),
  author: z.string().nullable(),
  /** What the author is in the company, under a signed message. */
  authorTitle: z.string().nullable(),
  imageUrl: z.string().nullable(),
  imageAlt: z.string().nullable(),
  kind: itemKindSchema,
  language: z.string().nullable(),
  tags: z.array(z.string()),
  publishedAt: z.number().nullable(),
  /** What the list is ordered by, newest first: the publication, else when and where it was first seen. */
  orderAt: z.number(),
  receivedAt: z.number(),
  pinned: z.boolean(),
  campaignId: z.string().nullable(),
  suggestions: z.array(suggestionSchema),
  event: eventDetailsSchema.nullable(),
  poll: pollDetailsSchema.nullable(),
  job: jobDetailsSchema.nullable(),
  /** Announced as coming soon, and not to be shared before. */
  embargoUntil: z.number().nullable(),
  /** From then on it is offered no more. */
  expiresAt: z.number().nullable(),
  /** Where the company lets it go; null for anywhere. */
  networks: z.array(networkIdSchema).nullable(),
  /** Who it is meant for; null for everyone. */
  audience: audienceSchema.nullable(),
  /** Until this employee saw it on screen. */
  unread: z.boolean(),
});
export type Item = z.infer<typeof itemSchema>;

/** What a parser makes of one entry, before the store knows whether it is new. */
export type ParsedItem = Omit<Item, 'id' | 'sourceId' | 'orderAt' | 'receivedAt' | 'unread'>;

export function itemId(sourceId: string, externalId: string): string {
  return `${sourceId}|${externalId}`;
}
