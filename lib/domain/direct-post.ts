import { z } from 'zod';
import { directNetworkIdSchema } from './account.ts';
import { errorCodes } from './errors.ts';

/** Who may see a post, where the network lets one choose. */
export const visibilities = ['public', 'unlisted', 'private'] as const;
export const visibilitySchema = z.enum(visibilities);
export type Visibility = z.infer<typeof visibilitySchema>;

/**
 * A post that Relais publishes itself. Written before the network is touched, so that a worker that dies at
 * any line leaves nothing or a row that goes on; its share is written when the network answered.
 *
 *   queued ──► published ──► removing ──► removed
 *     └──► parked: refused for good, or not known to be online; the person tries again or lets go
 */
export const directPostSchema = z.object({
  /** Its share's id, once there is one. */
  id: z.string(),
  accountId: z.string(),
  network: directNetworkIdSchema,
  state: z.enum(['queued', 'parked', 'published', 'removing', 'removed']),
  /** Made here before anything is sent: a repeat under it is not a second post. */
  key: z.string(),
  itemId: z.string(),
  sourceId: z.string(),
  campaignId: z.string().nullable(),
  url: z.string(),
  /** The address that leaves, when it is another than `url`. */
  sharedUrl: z.string().nullable().optional(),
  title: z.string(),
  description: z.string(),
  text: z.string(),
  /** The address of the item's picture, when it goes along. */
  imageUrl: z.string().nullable(),
  imageAlt: z.string(),
  /** ISO 639. */
  language: z.string(),
  visibility: visibilitySchema,
  createdAt: z.number(),
  /** When it was first sent under `key` and its answer may be lost; null while it is known not to be online. */
  triedAt: z.number().nullable(),
  attempts: z.number(),
  nextAttemptAt: z.number(),
  failure: z.object({ code: z.enum(errorCodes), at: z.number() }).nullable(),
  /** What the network calls it, for taking it down. */
  remoteId: z.string().nullable(),
  postUrl: z.string().nullable(),
});
export type DirectPost = z.infer<typeof directPostSchema>;
