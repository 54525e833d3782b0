import { takesInternal } from '../networks/network-list.ts';
import type { Check, CheckLevel, CheckScope, Words } from './check.ts';
import type { CheckedPost } from './checked-post.ts';
import { evaluateRule, type Fix, type Outcome, readText } from './evaluate-rule.ts';
import type { Mark } from './find-terms.ts';
import { houseChecks, isHouseCheckId, weakensHouse } from './house-checks.ts';
import { pickWords } from './pick-words.ts';

/** A check whose rule does not hold of the post. */
export type Finding = {
  checkId: string;
  level: Exclude<CheckLevel, 'off'>;
  /** The company's sentence; null for a check of the house, whose sentence is `check_<id>`. */
  help: string | null;
  /** What to show in the text, in its order. */
  marks: Mark[];
  fixes: Fix[];
  /** What sentences of the house name: how many, of how many at most, since or until when. */
  count: number | null;
  limit: number | null;
  at: number | null;
};

const order: Finding['level'][] = ['block', 'warning', 'advice'];

/**
 * What the checks find in a post, blocks first: the company's, and the house's as the company left
 * them. A check that cannot be understood (a pattern outside the grammar) finds nothing here: it is
 * for `lintChecks` to say so.
 */
export function evaluateChecks(checks: readonly Check[], post: CheckedPost): Finding[] {
  const text = readText(post.text);
  const applying = checks.filter((check) => isInScope(check.scope, post));
  const findings: Finding[] = [];
  for (const { id, level, rule } of houseChecks) {
    // Colleagues may be told of an internal page; what a company adds of its own still binds.
    if (id === 'internal_address' && takesInternal(post.network)) continue;
    const own = applying.findLast((check) => check.id === id && !weakensHouse(check));
    const effective = own?.level ?? level;
    if (effective === 'off') continue;
    const outcome = evaluateRule(own?.rule ?? rule, post, text);
    if (!outcome.holds) findings.push(toFinding(id, effective, own?.help, outcome, post.readerLanguage));
  }
  for (const { id, level, rule, help } of applying) {
    if (level === 'off' || rule === undefined || isHouseCheckId(id)) continue;
    const outcome = evaluateRule(rule, post, text);
    if (!outcome.holds) findings.push(toFinding(id, level, help, outcome, post.readerLanguage));
  }
  return order.flatMap((level) => findings.filter((finding) => finding.level === level));
}

/** The strongest of the findings' levels; null when there are none. */
export function strongestLevel(findings: readonly Finding[]): Finding['level'] | null {
  return order.find((level) => findings.some((finding) => finding.level === level)) ?? null;
}

/** The text with a finding's fix. What is appended stands apart from the last word. */
export function applyFix(text: string, fix: Fix): string {
  if (fix.kind === 'replace') return text.slice(0, fix.start) + fix.text + text.slice(fix.end);
  const separator = text === '' || /\s$/.test(text) ? '' : fix.text.startsWith('#') ? ' ' : '\n';
  return `${text}${separator}${fix.text}`;
}

export function isInScope(scope: CheckScope | undefined, post: CheckedPost): boolean {
  if (scope === undefined) return true;
  const { networks, languages, countries, kinds, campaign } = scope;
  const primary = (tag: string) => tag.split('-')[0]?.toLowerCase();
  return (
    (networks === undefined || networks.includes(post.network)) &&
    (languages === undefined || languages.some((tag) => primary(tag) === primary(post.language))) &&
    (countries === undefined || (post.country !== null && countries.includes(post.country))) &&
    (kinds === undefined || kinds.includes(post.kind)) &&
    (campaign === undefined || campaign === post.campaignId)
  );
}

function toFinding(
  checkId: string,
  level: Finding['level'],
  help: Words | undefined,
  outcome: Outcome,
  language: string,
): Finding {
  return {
    checkId,
    level,
    help: help === undefined ? null : pickWords(help, language),
    marks: mergeMarks(outcome.marks),
    fixes: outcome.fixes,
    count: outcome.count ?? null,
    limit: outcome.limit ?? null,
    at: outcome.at ?? null,
  };
}

/** In the text's order, each place once: a longer mark takes in the ones inside it. */
function mergeMarks(marks: Mark[]): Mark[] {
  const sorted = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Mark[] = [];
  for (const mark of sorted) {
    const last = merged.at(-1);
    if (last === undefined || mark.start >= last.end) merged.push(mark);
    else if (last.reason === null)
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, mark.end), reason: mark.reason };
    else merged[merged.length - 1] = { ...last, end: Math.max(last.end, mark.end) };
  }
  return merged;
}
