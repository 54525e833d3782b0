import { z } from 'zod';

/** A rule or advice card. The charter is the one that is acknowledged, by version. `body` is Markdown. */
export const guidelineSchema = z.object({
  id: z.string(),
  sourceId: z.string(),
  externalId: z.string(),
  kind: z.enum(['charter', 'card']),
  title: z.string(),
  body: z.string(),
  version: z.string(),
  position: z.number(),
  updatedAt: z.number().nullable(),
});
export type Guideline = z.infer<typeof guidelineSchema>;

export const acknowledgementSchema = z.object({
  guidelineId: z.string(),
  version: z.string(),
  acknowledgedAt: z.number(),
});
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;
