import { z } from 'zod';
import { roleSchema } from './role.ts';

/** A self-check at the end of a card: one question, its choices, which one is right and why. */
export const guidelineQuestionSchema = z.object({
  text: z.string(),
  choices: z.array(z.string()).min(2),
  /** Index in `choices`. */
  answer: z.number(),
  why: z.string(),
});
export type GuidelineQuestion = z.infer<typeof guidelineQuestionSchema>;

/** A rule or advice card. The charter is the one that is acknowledged, by version. `body` is Markdown. */
export const guidelineSchema = z.object({
  id: z.string(),
  sourceId: z.string(),
  externalId: z.string(),
  kind: z.enum(['charter', 'card']),
  title: z.string(),
  body: z.string(),
  /** Plain text: the same post done well and done badly. */
  goodExample: z.string().nullable(),
  badExample: z.string().nullable(),
  /** The paths it belongs to; empty for everyone. */
  roles: z.array(roleSchema),
  question: guidelineQuestionSchema.nullable(),
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
