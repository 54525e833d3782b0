import { z } from 'zod';

/** How a person spaces their own shares: at most so many a day, within hours (local) and on days (0 is Sunday). */
export const queueSchema = z.object({
  perDay: z.number().int().min(1).max(5),
  fromHour: z.number().int().min(0).max(23),
  toHour: z.number().int().min(1).max(24),
  days: z.array(z.number().int().min(0).max(6)).min(1),
});
export type Queue = z.infer<typeof queueSchema>;
