import { z } from 'zod';
import { networkIdSchema } from './network.ts';

/**
 * What is known of a share. A composer cannot be watched from outside, so `opened` is all Relais
 * sees; `confirmed` and `dismissed` are the employee's own word; `verified` comes with an address
 * from a network's own interface.
 *
 *   opened ──► confirmed        dismissed and confirmed may be corrected into one another
 *      └─────► dismissed        from the journal; verified is final
 */
export const shareStates = ['opened', 'confirmed', 'dismissed', 'verified'] as const;
export const shareStateSchema = z.enum(shareStates);
export type ShareState = z.infer<typeof shareStateSchema>;

/** A post of one's own, or a comment under a post of the company: one `share` each. */
export const shareActs = ['post', 'comment'] as const;
export const shareActSchema = z.enum(shareActs);
export type ShareAct = z.infer<typeof shareActSchema>;

export const shareSchema = z.object({
  id: z.string(),
  act: shareActSchema,
  /** Null for a comment on a site that is none of the networks. */
  network: networkIdSchema.nullable(),
  url: z.string(),
  title: z.string(),
  text: z.string(),
  itemId: z.string().nullable(),
  sourceId: z.string().nullable(),
  campaignId: z.string().nullable(),
  state: shareStateSchema,
  openedAt: z.number(),
  /** When the employee was asked; asked once, so null means not yet. */
  askedAt: z.number().nullable(),
  decidedAt: z.number().nullable(),
});
export type Share = z.infer<typeof shareSchema>;

/** Whether the employee may say `next` of a share in `state`. */
export function canDecideShare(state: ShareState, next: 'confirmed' | 'dismissed'): boolean {
  return state !== 'verified' && state !== next;
}
