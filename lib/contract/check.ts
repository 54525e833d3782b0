import type { z } from 'zod';
import { type Check, checkSchemaWith, type Rule, ruleSchemaWith } from '../domain/checks/check.ts';
import { fromInstant, instantPayload, toInstant } from './instant.ts';

/** A check on the wire: the domain's, with ISO 8601 instants. The vocabulary is in `docs/checks.md`. */
export const checkPayload = checkSchemaWith(ruleSchemaWith<string>(instantPayload));
export type CheckPayload = z.infer<typeof checkPayload>;

/** Deeper than anyone writes, and well within what a recursive reader can stand. */
const depthLimit = 12;

/**
 * A check as a publisher wrote it, or null when it is not one. Reads only the form: whether the rule
 * makes sense is for `lintChecks`.
 */
export function readCheckPayload(raw: unknown): CheckPayload | null {
  if (isDeeperThan(raw, depthLimit * 2)) return null;
  const parsed = checkPayload.safeParse(raw);
  return parsed.success ? parsed.data : null;
}

export function toCheck({ rule, ...check }: CheckPayload): Check {
  return { ...check, ...(rule !== undefined && { rule: mapInstants(rule, fromInstant) }) };
}

export function fromCheck({ rule, ...check }: Check): CheckPayload {
  return { ...check, ...(rule !== undefined && { rule: mapInstants(rule, toInstant) }) };
}

function mapInstants<A, B>(rule: Rule<A>, map: (at: A) => B): Rule<B> {
  switch (rule.type) {
    case 'all':
    case 'any':
      return { ...rule, rules: rule.rules.map((inner) => mapInstants(inner, map)) };
    case 'not':
      return { ...rule, rule: mapInstants(rule.rule, map) };
    case 'not_before':
    case 'not_after':
      return { type: rule.type, ...(rule.at !== undefined && { at: map(rule.at) }) };
    default:
      return rule;
  }
}

/** Without recursion, because what it guards against is the stack's own end. */
function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((inner) => (typeof inner === 'object' && inner !== null ? Object.values(inner) : []));
  }
  return false;
}
