import { z } from 'zod';
import { instantPayload } from './instant.ts';

/** What a hub says of itself to anyone: how an address is recognised as a hub. */
export const hubPayload = z.object({
  relais: z.literal(1),
  company_name: z.string().max(200),
  languages: z.array(z.string().max(35)).min(1).max(20),
  feed_url: z.url(),
});
export type HubPayload = z.infer<typeof hubPayload>;

/** The secret of an invitation travels in the link's fragment, never in a query: `<hub>/join#<secret>`. */
export const invitationSecretSchema = z.string().regex(/^[A-Za-z0-9_-]{22,86}$/);

export const invitationPreviewRequest = z.object({ secret: invitationSecretSchema });
export const invitationPreviewPayload = z.object({
  company_name: z.string(),
  expires_at: instantPayload,
});
export type InvitationPreviewPayload = z.infer<typeof invitationPreviewPayload>;

export const displayNameSchema = z.string().trim().min(1).max(60);

export const redeemInvitationRequest = z.object({
  secret: invitationSecretSchema,
  display_name: displayNameSchema,
  /** Shown to its owner in the list of devices: "Firefox", "Chrome". */
  device_name: z.string().trim().min(1).max(60),
});
export type RedeemInvitationRequest = z.infer<typeof redeemInvitationRequest>;

export const memberPayload = z.object({
  id: z.uuid(),
  display_name: z.string(),
  role: z.enum(['member', 'curator', 'admin']),
});
export type MemberPayload = z.infer<typeof memberPayload>;

export const redeemInvitationPayload = z.object({
  token: z.string().min(20).max(200),
  member: memberPayload,
  company_name: z.string(),
  feed_url: z.url(),
});
export type RedeemInvitationPayload = z.infer<typeof redeemInvitationPayload>;
