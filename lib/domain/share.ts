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
  /** The address that left, when it was another than `url`: with campaign tags, or short. */
  sharedUrl: z.string().nullable().optional(),
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
  /** Where it is read; null when that is not known. */
  postUrl: z.string().nullable(),
  /** When it was taken down from Relais; it is then `dismissed`. */
  removedAt: z.number().nullable(),
});
export type Share = z.infer<typeof shareSchema>;

/** What an employee may say of a share; `opened` takes back what was said. */
export const decisionSchema = z.enum(['opened', 'confirmed', 'dismissed']);
export type Decision = z.infer<typeof decisionSchema>;

/** Whether the employee may say `next` of a share in `state`. */
export function canDecideShare(state: ShareState, next: Decision): boolean {
  return state !== 'verified' && state !== next;
}
