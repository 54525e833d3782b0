import { z } from 'zod';
import { errorCodes } from './errors.ts';

/** What is known of a page: hostile until `lib/domain/page.ts` cleaned it. All text is plain text. */
export const pageSchema = z.object({
  /** Canonical, without trackers: the address that is sent. */
  url: z.string(),
  title: z.string(),
  description: z.string(),
  imageUrl: z.string().nullable(),
  siteName: z.string().nullable(),
  author: z.string().nullable(),
  language: z.string().nullable(),
});
export type Page = z.infer<typeof pageSchema>;

/** A page captured at the gesture, waiting in the spot window for groups and a comment. */
export const spotDraftSchema = z.object({
  id: z.string(),
  page: pageSchema.nullable(),
  /** Why there is no page to spot; `page` is null then. */
  refusal: z.enum(['browser_page', 'no_access']).nullable(),
  /**
   * What the employee should know before sending: the address looks internal, or carried a secret, or
   * the page was to be shared and is no item of the feed.
   */
  warnings: z.array(z.enum(['internal_address', 'secret_removed', 'not_in_feed'])),
  quote: z.string().nullable(),
  itemId: z.string().nullable(),
  createdAt: z.number(),
});
export type SpotDraft = z.infer<typeof spotDraftSchema>;

export const spotSchema = z.object({
  id: z.string(),
  page: pageSchema,
  quote: z.string().nullable(),
  comment: z.string(),
  tags: z.array(z.string()),
  itemId: z.string().nullable(),
  createdAt: z.number(),
  /** Erased by the employee, and kept out of sight until the groups have let go of it. */
  erasing: z.boolean().optional(),
});
export type Spot = z.infer<typeof spotSchema>;

/**
 * One spot on its way into one group: the outbox row. Its id is the idempotency key, so a send that
 * is repeated after the worker died cannot post twice.
 *
 *   queued ──► delivered ◄─► undoing ──► undone      back when the hub refuses, with the reason
 *     │  ▲                      ▲
 *     │  └── retry              │ undo while a send may have left
 *     ├──► parked (refused for good: shown with retry and discard)
 *     └──► undone (undo before anything left)
 */
export const deliveryStates = ['queued', 'delivered', 'parked', 'undoing', 'undone'] as const;
export const deliverySchema = z.object({
  id: z.string(),
  spotId: z.string(),
  connectionId: z.string(),
  groupId: z.string(),
  groupName: z.string(),
  state: z.enum(deliveryStates),
  createdAt: z.number(),
  /** Sends begun; written before the network is touched. */
  attempts: z.number(),
  nextAttemptAt: z.number(),
  settledAt: z.number().nullable(),
  failure: z.object({ code: z.enum(errorCodes), at: z.number() }).nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;
export type DeliveryState = Delivery['state'];
