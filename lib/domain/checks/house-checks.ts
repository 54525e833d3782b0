import type { Check, CheckLevel, Rule } from './check.ts';

/**
 * Checks that are there without a company writing them. Their sentences are in the locales, as
 * `check_<id>`. A company's check of the same id gives one another level, words, rule or scope, or
 * switches it off; what is `fixed` stays at `block`: no company means those otherwise.
 */
export type HouseCheck = { id: string; level: CheckLevel; rule: Rule; fixed: boolean };

export const houseChecks = [
  { id: 'internal_address', level: 'block', rule: { type: 'public_address' }, fixed: true },
  { id: 'embargo', level: 'block', rule: { type: 'not_before' }, fixed: true },
  { id: 'network', level: 'block', rule: { type: 'network_offered' }, fixed: true },
  { id: 'expired', level: 'block', rule: { type: 'not_after' }, fixed: false },
  { id: 'own_words', level: 'advice', rule: { type: 'differs_from_proposal' }, fixed: false },
  { id: 'many_hashtags', level: 'advice', rule: { type: 'hashtags_at_most', count: 5 }, fixed: false },
  { id: 'hashtag_case', level: 'advice', rule: { type: 'camel_case_hashtags' }, fixed: false },
  { id: 'capitals', level: 'advice', rule: { type: 'capitals_at_most', share: 0.25 }, fixed: false },
  { id: 'emoji_run', level: 'advice', rule: { type: 'emoji_run_at_most', count: 3 }, fixed: false },
  { id: 'picture_alt', level: 'advice', rule: { type: 'picture_has_alt' }, fixed: false },
] as const satisfies HouseCheck[];

export type HouseCheckId = (typeof houseChecks)[number]['id'];

export function isHouseCheckId(id: string): id is HouseCheckId {
  return houseChecks.some((check) => check.id === id);
}

export function houseCheck(id: string): HouseCheck | undefined {
  return houseChecks.find((check) => check.id === id);
}

/** Whether a company's check may do what it says to a check of the house: anything but weaken a fixed one. */
export function weakensHouse(check: Check): boolean {
  const own = houseCheck(check.id);
  return own?.fixed === true && (check.level !== 'block' || check.rule !== undefined);
}
