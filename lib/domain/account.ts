import { z } from 'zod';

/** Networks where a person may publish with own means, no company in between (`docs/adr/0007-direct-posting.md`). */
export const directNetworkIds = ['bluesky', 'mastodon'] as const;
export const directNetworkIdSchema = z.enum(directNetworkIds);
export type DirectNetworkId = z.infer<typeof directNetworkIdSchema>;

export function isDirectNetwork(network: string | null): network is DirectNetworkId {
  return (directNetworkIds as readonly (string | null)[]).includes(network);
}

/** A person's own account on a network, held in this browser only. What signs in for it is kept apart, in `secrets`. */
export const accountSchema = z.object({
  /** One per person and server: signing in again renews it in place. */
  id: z.string(),
  network: directNetworkIdSchema,
  /** The origin that is asked: an instance, or the server that holds a Bluesky account. */
  server: z.string(),
  /** As its network writes it, without the first @. */
  handle: z.string(),
  /** What the network calls it for good: a DID, an account's number. */
  remoteId: z.string(),
  /** The server's own limit; null where the network has one for all. */
  maxCharacters: z.number().nullable(),
  connectedAt: z.number(),
  /**
   * `pending` until the code that its server showed comes back; `revoked` when the network stopped accepting
   * the sign-in, and what waits to be published stays.
   */
  state: z.enum(['pending', 'active', 'revoked']),
});
export type Account = z.infer<typeof accountSchema>;

export function accountId(network: DirectNetworkId, server: string, remoteId: string): string {
  return `${network}|${server}|${remoteId}`;
}
