import type { Rule, Term } from './check.ts';
import { findTerms } from './find-terms.ts';
import { foldTerm, foldWithOffsets } from './folded-text.ts';
import { compilePattern } from './pattern.ts';
import type { Report } from './problem.ts';
import { nameOf } from './satisfy.ts';
import { findHashtags } from './text-facts.ts';

/** Faults of a rule's own parts. Gives how many steps its patterns take together. */
export function lintRule(rule: Rule, report: Report, path: (string | number)[]): number {
  switch (rule.type) {
    case 'all':
    case 'any':
      if (rule.rules.length === 0)
        report('error', 'empty_list', `“${rule.type}” has no rule in it.`, [...path, 'rules']);
      return rule.rules.reduce((steps, inner, i) => steps + lintRule(inner, report, [...path, 'rules', i]), 0);
    case 'not':
      return lintRule(rule.rule, report, [...path, 'rule']);
    case 'contains_any':
    case 'contains_none':
      return lintTerms(rule.terms, report, [...path, 'terms']);
    case 'hashtag':
      lintHashtags(rule.tags, report, [...path, 'tags']);
      return 0;
    case 'discloses':
      lintDisclosure(rule, report, path);
      return 0;
    default:
      return 0;
  }
}

function lintTerms(terms: Term[], report: Report, path: (string | number)[]): number {
  if (terms.length === 0) report('error', 'empty_list', 'There is no word to look for.', path);
  const seen = new Set<string>();
  let steps = 0;
  terms.forEach((term, i) => {
    const pattern = typeof term !== 'string' && 'pattern' in term ? term.pattern : null;
    if (pattern !== null) {
      const result = compilePattern(pattern);
      if (result.ok) steps += result.pattern.program.length;
      else
        report('error', 'bad_pattern', `The pattern ${pattern} is refused: ${result.reason}.`, [...path, i, 'pattern']);
    } else if (foldTerm(nameOf(term)) === '') {
      report('error', 'empty_term', 'A word to look for is empty.', [...path, i]);
    }
    const key = pattern === null ? foldTerm(nameOf(term)) : `\\${pattern}`;
    if (seen.has(key)) report('warning', 'duplicate_term', `“${nameOf(term)}” is there twice.`, [...path, i]);
    seen.add(key);
  });
  return steps;
}

function lintHashtags(tags: string[], report: Report, path: (string | number)[]): void {
  if (tags.length === 0) report('error', 'empty_list', 'There is no hashtag to look for.', path);
  tags.forEach((tag, i) => {
    const written = `#${tag.replace(/^[#＃]/, '')}`;
    const [found] = findHashtags(written);
    if (found?.end === written.length) return;
    report(
      'error',
      'bad_hashtag',
      `“${tag}” cannot be a hashtag: letters, digits and _ only, and one letter at least.`,
      [...path, i],
    );
  });
}

function lintDisclosure(rule: Extract<Rule, { type: 'discloses' }>, report: Report, path: (string | number)[]): void {
  const lists = Object.entries(rule.words);
  if (lists.every(([, words]) => words.length === 0)) {
    report('error', 'empty_list', 'There are no words that say “I work here”.', [...path, 'words']);
    return;
  }
  for (const [tag, words] of lists) lintTerms(words, report, [...path, 'words', tag]);
  const offers = typeof rule.offer === 'string' ? [rule.offer] : Object.values(rule.offer ?? {});
  for (const offer of offers) {
    const text = { written: offer, folded: foldWithOffsets(offer) };
    if (findTerms(Object.values(rule.words).flat(), text, 'en').length > 0) continue;
    report('warning', 'offer_does_not_help', `“${offer}” holds none of the words that disclose.`, [...path, 'offer']);
  }
}
