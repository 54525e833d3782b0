import { z } from 'zod';

export const leaderboardPeriods = ['month', 'quarter'] as const;
export type LeaderboardPeriod = (typeof leaderboardPeriods)[number];

export const leaderboardRowSchema = z.object({
  rank: z.number().int().positive(),
  displayName: z.string(),
  team: z.string().nullable(),
  /** Confirmed by the person or verified by the network; merely opened composers do not count. */
  shares: z.number().int().nonnegative(),
  spots: z.number().int().nonnegative(),
  points: z.number().int().nonnegative(),
  isYou: z.boolean(),
});
export type LeaderboardRow = z.infer<typeof leaderboardRowSchema>;

export const leaderboardSchema = z.object({
  period: z.enum(leaderboardPeriods),
  from: z.number(),
  to: z.number(),
  participantCount: z.number().int().nonnegative(),
  rows: z.array(leaderboardRowSchema),
});
export type Leaderboard = z.infer<typeof leaderboardSchema>;

/** Points, told as they are in the charter and in `docs/protocol.md`. */
export const points = { share: 10, spot: 5 } as const;
/** Acts of each kind that count in one day: enthusiasm, not volume. */
export const dailyCap = 5;
