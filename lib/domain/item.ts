import { z } from 'zod';
import { networkIdSchema } from './network.ts';

export const itemKinds = ['article', 'event', 'job', 'video', 'poll', 'message'] as const;
export const itemKindSchema = z.enum(itemKinds);
export type ItemKind = z.infer<typeof itemKindSchema>;

/** Copy proposed for an item. `network` null means any network. */
export const suggestionSchema = z.object({
  network: networkIdSchema.nullable(),
  language: z.string(),
  tone: z.string().nullable(),
  text: z.string(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

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
  /** Until this employee saw it on screen. */
  unread: z.boolean(),
});
export type Item = z.infer<typeof itemSchema>;

/** What a parser makes of one entry, before the store knows whether it is new. */
export type ParsedItem = Omit<Item, 'id' | 'sourceId' | 'orderAt' | 'receivedAt' | 'unread'>;

export function itemId(sourceId: string, externalId: string): string {
  return `${sourceId}|${externalId}`;
}
