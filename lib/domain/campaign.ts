import { z } from 'zod';

/** Items under one theme, with dates, a hashtag and a goal reached together. */
export const campaignSchema = z.object({
  id: z.string(),
  sourceId: z.string(),
  title: z.string(),
  hashtag: z.string().nullable(),
  startsAt: z.number().nullable(),
  endsAt: z.number().nullable(),
  /** Shares aimed at, all participants together. */
  goal: z.number().nullable(),
  /** Shares counted by the hub so far; null where nobody counts (a static feed). */
  progress: z.number().nullable(),
});
export type Campaign = z.infer<typeof campaignSchema>;
