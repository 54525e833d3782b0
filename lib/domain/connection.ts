import { z } from 'zod';

/** An account in an RSE or a hub, held in this browser only. Its token is kept apart, in `secrets`. */
export const connectionSchema = z.object({
  id: z.string(),
  kind: z.literal('hub'),
  hubUrl: z.string(),
  companyName: z.string(),
  memberName: z.string(),
  connectedAt: z.number(),
  /** `revoked` when the hub stopped accepting the token; everything stored stays. */
  state: z.enum(['active', 'revoked']),
});
export type Connection = z.infer<typeof connectionSchema>;

/** The opt-in that lets chosen counts reach a hub's leaderboard. Absent means: does not take part. */
export const participationSchema = z.object({
  connectionId: z.string(),
  displayName: z.string(),
  since: z.number(),
  /** `leaving` until the hub confirmed that every row is gone. */
  state: z.enum(['joining', 'on', 'leaving']),
});
export type Participation = z.infer<typeof participationSchema>;
