import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemKinds } from '../item.ts';
import type { Check, Rule, Term } from './check.ts';
import type { CheckedPost } from './checked-post.ts';
import { applyFix, evaluateChecks } from './evaluate.ts';
import { ruleHolds } from './evaluate-rule.ts';
import { foldWithOffsets } from './folded-text.ts';
import { lintChecks } from './lint-checks.ts';
import { compilePattern, findPattern } from './pattern.ts';

const words = ['or', 'lumen', 'l’or', '#Halo', '#Lumen', 'vive l’or', '🎉🎉', 'HALO'];
const term: fc.Arbitrary<Term> = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(...words).map((word) => ({ word })),
  fc.constantFrom('or', 'l.?or', '#\\w+', 'ha(lo|li)+').map((pattern) => ({ pattern })),
);
const terms = fc.array(term, { minLength: 1, maxLength: 3 });
const disclosing: Record<string, string[]> = { fr: ['lumen'], 'en-US': ['#Halo'] };
const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ type: fc.constant('contains_any' as const), terms }),
    fc.record({ type: fc.constant('contains_none' as const), terms }),
    fc.record({
      type: fc.constant('hashtag' as const),
      tags: fc.array(fc.constantFrom('Halo', '#Lumen', 'Or'), { minLength: 1, maxLength: 2 }),
    }),
    fc.record({ type: fc.constant('hashtags_at_most' as const), count: fc.integer({ min: 0, max: 2 }) }),
    fc.record({ type: fc.constant('emoji_run_at_most' as const), count: fc.integer({ min: 0, max: 2 }) }),
    fc.record({ type: fc.constant('capitals_at_most' as const), share: fc.constantFrom(0, 0.5, 1) }),
    fc.record({ type: fc.constant('discloses' as const), words: fc.constant(disclosing) }),
    fc.record({ type: fc.constant('all' as const), rules: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ type: fc.constant('any' as const), rules: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ type: fc.constant('not' as const), rule: tie('rule') }),
  ),
}));

function aPost(text: string, values: Partial<CheckedPost> = {}): CheckedPost {
  return {
    text,
    url: 'https://www.maison-lumen.example/',
    network: 'linkedin',
    language: 'fr',
    readerLanguage: 'fr',
    country: null,
    kind: 'article',
    campaignId: null,
    proposals: [],
    picture: null,
    networks: null,
    embargoUntil: null,
    expiresAt: null,
    spellings: [],
    vocabulary: [],
    now: 0,
    ...values,
  };
}

/** Texts that may well satisfy or break such rules. */
const text = fc
  .array(fc.constantFrom(...words, 'halo', 'TOUS', 'un', 'Lumen', '#Or', '🎉', '. '), { maxLength: 7 })
  .map((parts) => parts.join(' '));
const texts = fc.array(text, { minLength: 40, maxLength: 40 });

describe('lintChecks', () => {
  it('never accuses blocks that some text satisfies', () => {
    let accused = 0;
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 3 }), texts, (rules, tries) => {
        const checks = rules.map((one, i): Check => ({ id: `c${i}`, level: 'block', help: 'x', rule: one }));
        const problems = lintChecks(checks).filter(({ code }) => code === 'unsatisfiable' || code === 'contradiction');
        if (problems.length === 0) return;
        accused += 1;
        const last = Math.max(...problems.map(({ index }) => index));
        const alone = problems.find(({ index, code }) => index === last && code === 'unsatisfiable');
        const concerned = alone === undefined ? checks.slice(0, last + 1) : checks.slice(last, last + 1);
        const witness = tries.find((one) =>
          concerned.every((check) => check.rule !== undefined && ruleHolds(check.rule, aPost(one))),
        );
        expect(witness).toBeUndefined();
      }),
      { numRuns: 1500, seed: 20261122 },
    );
    expect(accused).toBeGreaterThan(50);
  }, 60_000);

  it('never calls idle a check that some text breaks', () => {
    fc.assert(
      fc.property(rule, texts, (one, tries) => {
        const problems = lintChecks([{ id: 'a', level: 'advice', help: 'x', rule: one }]);
        if (!problems.some(({ code }) => code === 'never_fires')) return;
        expect(tries.find((candidate) => !ruleHolds(one, aPost(candidate)))).toBeUndefined();
      }),
      { numRuns: 1000, seed: 20261122 },
    );
  }, 60_000);
});

describe('evaluateChecks', () => {
  it('takes any text: marks lie within it, in order and apart, and fixes can be applied', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      text,
    );
    fc.assert(
      fc.property(anything, fc.array(rule, { maxLength: 3 }), fc.constantFrom(...itemKinds), (written, rules, kind) => {
        const checks = rules.map((one, i): Check => ({ id: `c${i}`, level: 'warning', help: 'x', rule: one }));
        for (const { marks, fixes } of evaluateChecks(checks, aPost(written, { kind, vocabulary: [written] }))) {
          let from = 0;
          for (const { start, end } of marks) {
            expect(start).toBeGreaterThanOrEqual(from);
            expect(end).toBeGreaterThan(start);
            from = end;
          }
          expect(from).toBeLessThanOrEqual(written.length);
          for (const fix of fixes) expect(applyFix(written, fix)).not.toBe(written);
        }
      }),
      { numRuns: 1500, seed: 20261122 },
    );
  }, 60_000);
});

describe('compilePattern', () => {
  it('takes any pattern: it refuses it or matches with it', () => {
    const parts = fc.constantFrom(
      'a',
      'b',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '2',
      ',',
      '*',
      '+',
      '?',
      '|',
      '\\',
      'd',
      '.',
      '^',
      '-',
      '🎉',
    );
    fc.assert(
      fc.property(
        fc.array(parts, { maxLength: 12 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        (pattern, written) => {
          const compiled = compilePattern(pattern.join(''));
          if (!compiled.ok) {
            expect(compiled.reason).not.toBe('');
            return;
          }
          for (const { start, end } of findPattern(foldWithOffsets(written), compiled.pattern, written)) {
            expect(end).toBeGreaterThan(start);
          }
        },
      ),
      { numRuns: 3000, seed: 20261122 },
    );
  }, 60_000);
});
