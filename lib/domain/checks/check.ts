import { z } from 'zod';
import { itemKindSchema } from '../item.ts';

/**
 * A check (*garde-fou*) is a guideline that a machine can read: a rule that the post should satisfy, and
 * the sentence an employee reads when it does not. It is data, never code: rules come from the small
 * vocabulary below, documented in `docs/checks.md`.
 */
export const checkLevels = ['off', 'advice', 'warning', 'block'] as const;
export const checkLevelSchema = z.enum(checkLevels);
export type CheckLevel = z.infer<typeof checkLevelSchema>;

const languageTag = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
const phrase = z.string().max(200);

/** Words for people: one text in the feed's language, or one per language (`fr`, `en-GB`). */
export const wordsSchema = z.union([z.string().max(500), z.record(languageTag, z.string().max(500))]);
export type Words = z.infer<typeof wordsSchema>;

/**
 * What is looked for in a text: a word or phrase (whole words, case and accents ignored), or a pattern of
 * the restricted grammar of `pattern.ts`. The reason is shown beside what was found.
 */
export const termSchema = z.union([
  phrase,
  z.object({ word: phrase, reason: wordsSchema.optional() }),
  z.object({ pattern: z.string().max(200), reason: wordsSchema.optional() }),
]);
export type Term = z.infer<typeof termSchema>;

/** A rule holds of a post, or does not. `At` is an instant: epoch milliseconds inside, ISO 8601 on the wire. */
export type Rule<At = number> =
  /** Every one of them holds; at least one holds; it does not hold. */
  | { type: 'all'; rules: Rule<At>[] }
  | { type: 'any'; rules: Rule<At>[] }
  | { type: 'not'; rule: Rule<At> }
  /** The text holds one of the terms at least; none of them. */
  | { type: 'contains_any'; terms: Term[] }
  | { type: 'contains_none'; terms: Term[] }
  /** One of these hashtags is there, with or without its capitals. */
  | { type: 'hashtag'; tags: string[] }
  /**
   * The text says plainly that its author works here. `words` are keyed by language (`fr`), by language
   * and country (`en-US`, instead of `en` for people in that country), or `*`; `offer` is what one tap adds.
   */
  | { type: 'discloses'; words: Record<string, string[]>; offer?: Words | undefined }
  | { type: 'hashtags_at_most'; count: number }
  /** The share of words written in capitals, from 0 to 1. */
  | { type: 'capitals_at_most'; share: number }
  /** A hashtag of several words has a capital on each, for screen readers. `words` are known spellings. */
  | { type: 'camel_case_hashtags'; words?: string[] | undefined }
  /** Emoji in a row. */
  | { type: 'emoji_run_at_most'; count: number }
  /** The item's picture, when it has one, has a description. */
  | { type: 'picture_has_alt' }
  /** The text is not a proposal (or the title) word for word. */
  | { type: 'differs_from_proposal' }
  /** Neither the shared address nor one in the text leads inside a house. */
  | { type: 'public_address' }
  /** The item is offered on this network. */
  | { type: 'network_offered' }
  /** Now is past the moment, or before it: `at`, else the item's own embargo or expiry. */
  | { type: 'not_before'; at?: At | undefined }
  | { type: 'not_after'; at?: At | undefined };

export type RuleType = Rule['type'];

/** The schema of a rule whose instants have the given form. */
export function ruleSchemaWith<At>(instant: z.ZodType<At, At>): z.ZodType<Rule<At>, Rule<At>> {
  const terms = z.array(termSchema).max(500);
  const rule: z.ZodType<Rule<At>, Rule<At>> = z.lazy(() =>
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('all'), rules: z.array(rule).max(50) }),
      z.object({ type: z.literal('any'), rules: z.array(rule).max(50) }),
      z.object({ type: z.literal('not'), rule }),
      z.object({ type: z.literal('contains_any'), terms }),
      z.object({ type: z.literal('contains_none'), terms }),
      z.object({ type: z.literal('hashtag'), tags: z.array(z.string().max(100)).max(100) }),
      z.object({
        type: z.literal('discloses'),
        words: z.record(z.union([languageTag, z.literal('*')]), z.array(phrase).max(200)),
        offer: wordsSchema.optional(),
      }),
      z.object({ type: z.literal('hashtags_at_most'), count: z.int().min(0).max(100) }),
      z.object({ type: z.literal('capitals_at_most'), share: z.number().min(0).max(1) }),
      z.object({ type: z.literal('camel_case_hashtags'), words: z.array(z.string().max(100)).max(500).optional() }),
      z.object({ type: z.literal('emoji_run_at_most'), count: z.int().min(0).max(100) }),
      z.object({ type: z.literal('picture_has_alt') }),
      z.object({ type: z.literal('differs_from_proposal') }),
      z.object({ type: z.literal('public_address') }),
      z.object({ type: z.literal('network_offered') }),
      z.object({ type: z.literal('not_before'), at: instant.optional() }),
      z.object({ type: z.literal('not_after'), at: instant.optional() }),
    ]),
  );
  return rule;
}

export const ruleSchema = ruleSchemaWith(z.number());

/** Where a check applies; what is absent does not narrow. Networks stay as written, for the linter to name. */
export const checkScopeSchema = z.object({
  networks: z.array(z.string().max(40)).max(50).optional(),
  languages: z.array(languageTag).max(50).optional(),
  /** ISO 3166-1 alpha-2. Who did not say a country is in none of them. */
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(250)
    .optional(),
  kinds: z.array(itemKindSchema).max(20).optional(),
  campaign: z.string().max(100).optional(),
});
export type CheckScope = z.infer<typeof checkScopeSchema>;

const checkShape = {
  id: z.string().min(1).max(100),
  level: checkLevelSchema.default('advice'),
  /** What the employee reads. */
  help: wordsSchema.optional(),
  scope: checkScopeSchema.optional(),
  /** Texts that must pass and texts that must not: the linter tries them. */
  examples: z
    .object({ passes: z.array(phrase).max(20).optional(), fails: z.array(phrase).max(20).optional() })
    .optional(),
};

/**
 * The schema of a check. `rule` and `help` may be absent only where `id` names a check of the house
 * (`house-checks.ts`), which is then given another level, words or scope, or switched off.
 */
export function checkSchemaWith<At>(rule: z.ZodType<Rule<At>, Rule<At>>) {
  return z.object({ ...checkShape, rule: rule.optional() });
}

export const checkSchema = checkSchemaWith(ruleSchema);
export type Check = z.infer<typeof checkSchema>;

/** A check of one source, as stored. */
export type StoredCheck = Check & { sourceId: string; position: number };
