import { isPrivateAddress } from '../links/private-address.ts';
import { camelCaseProblem } from './camel-case.ts';
import type { Rule } from './check.ts';
import type { CheckedPost } from './checked-post.ts';
import { findTerms, type Mark, plainMark } from './find-terms.ts';
import { type FoldedText, foldTerm, foldWithOffsets } from './folded-text.ts';
import { pickWords } from './pick-words.ts';
import {
  findEmojiRuns,
  findHashtags,
  findPrivateAddresses,
  findShouted,
  type Hashtag,
  ownWords,
  sameHashtag,
} from './text-facts.ts';

/** What one tap does about a finding. */
export type Fix = { kind: 'append'; text: string } | { kind: 'replace'; start: number; end: number; text: string };

/** Whether a rule holds; its evidence (`marks`) is given either way, for `not` to turn over. */
export type Outcome = {
  holds: boolean;
  marks: Mark[];
  fixes: Fix[];
  count?: number;
  limit?: number;
  at?: number | null;
};

export type ReadText = { written: string; folded: FoldedText; hashtags: Hashtag[] };

export function readText(written: string): ReadText {
  return { written, folded: foldWithOffsets(written), hashtags: findHashtags(written) };
}

/** Also for the linter, which tries a check's examples. */
export function ruleHolds(rule: Rule, post: CheckedPost): boolean {
  return evaluateRule(rule, post, readText(post.text)).holds;
}

export function evaluateRule(rule: Rule, post: CheckedPost, text: ReadText): Outcome {
  switch (rule.type) {
    case 'all':
    case 'any':
      return combine(
        rule.type,
        rule.rules.map((inner) => evaluateRule(inner, post, text)),
      );
    case 'not': {
      const inner = evaluateRule(rule.rule, post, text);
      return { ...inner, holds: !inner.holds, fixes: [] };
    }
    case 'contains_any':
    case 'contains_none': {
      const marks = findTerms(rule.terms, text, post.readerLanguage);
      return { holds: marks.length > 0 === (rule.type === 'contains_any'), marks, fixes: [] };
    }
    case 'hashtag': {
      const marks = text.hashtags.filter(({ body }) => rule.tags.some((tag) => sameHashtag(tag, body))).map(plainMark);
      const first = rule.tags[0];
      const missing = marks.length === 0 && first !== undefined;
      return {
        holds: marks.length > 0,
        marks,
        fixes: missing ? [{ kind: 'append', text: `#${first.replace(/^[#＃]/, '')}` }] : [],
      };
    }
    case 'discloses':
      return evaluateDisclosure(rule, post, text);
    case 'hashtags_at_most':
      return {
        holds: text.hashtags.length <= rule.count,
        marks: text.hashtags.slice(rule.count).map(plainMark),
        fixes: [],
        count: text.hashtags.length,
        limit: rule.count,
      };
    case 'capitals_at_most': {
      const { shouted, wordCount } = findShouted(text.written);
      // One acronym among few words is no shouting.
      const isShouting = shouted.length > 1 || shouted.length === wordCount;
      return {
        holds: shouted.length === 0 || !isShouting || shouted.length / wordCount <= rule.share,
        marks: shouted.map(plainMark),
        fixes: [],
      };
    }
    case 'camel_case_hashtags':
      return evaluateCamelCase(rule.words ?? [], post, text);
    case 'emoji_run_at_most': {
      const runs = findEmojiRuns(text.written).filter(({ count }) => count > rule.count);
      return { holds: runs.length === 0, marks: runs.map(plainMark), fixes: [], limit: rule.count };
    }
    case 'picture_has_alt':
      return { holds: post.picture === null || Boolean(post.picture.alt?.trim()), marks: [], fixes: [] };
    case 'differs_from_proposal': {
      const own = ownWords(text.written);
      return {
        holds: own === '' || post.proposals.every((proposal) => ownWords(proposal) !== own),
        marks: [],
        fixes: [],
      };
    }
    case 'public_address': {
      const marks = findPrivateAddresses(text.written).map(plainMark);
      return { holds: marks.length === 0 && (post.url === null || !isPrivateAddress(post.url)), marks, fixes: [] };
    }
    case 'network_offered':
      return { holds: post.networks === null || post.networks.includes(post.network), marks: [], fixes: [] };
    case 'not_before': {
      const at = rule.at ?? post.embargoUntil;
      return { holds: at === null || post.now >= at, marks: [], fixes: [], at };
    }
    case 'not_after': {
      const at = rule.at ?? post.expiresAt;
      return { holds: at === null || post.now < at, marks: [], fixes: [], at };
    }
  }
  // Stored by a later version: what is not understood blocks nobody.
  return { holds: true, marks: [], fixes: [] };
}

/** What stands in the way: of `all`, the parts that fail; of a failing `any`, every part. */
function combine(type: 'all' | 'any', outcomes: Outcome[]): Outcome {
  const holds = type === 'all' ? outcomes.every((one) => one.holds) : outcomes.some((one) => one.holds);
  const telling = outcomes.filter((one) => one.holds === holds);
  const detail = telling.find((one) => one.count !== undefined || one.at !== undefined);
  return {
    holds,
    marks: telling.flatMap((one) => one.marks),
    // Any one of the ways would do: the first that offers one is offered.
    fixes:
      type === 'all' ? telling.flatMap((one) => one.fixes) : (telling.find((one) => one.fixes.length > 0)?.fixes ?? []),
    ...(detail !== undefined && { count: detail.count, limit: detail.limit, at: detail.at }),
  };
}

/**
 * The words that disclose for this person: each language's own, for their country where there are
 * some. Any language will do: who writes English in Lyon says so in English.
 */
export function disclosureWords(byLanguage: Record<string, string[]>, country: string | null): string[] {
  return Object.entries(byLanguage).flatMap(([tag, own]) => {
    const [primary = '', region] = tag.split('-');
    if (region !== undefined) return region.toUpperCase() === country ? own : [];
    const replaced = Object.keys(byLanguage).some((other) => {
      const [otherPrimary = '', otherRegion] = other.split('-');
      return otherPrimary.toLowerCase() === primary.toLowerCase() && otherRegion?.toUpperCase() === country;
    });
    return replaced && country !== null ? [] : own;
  });
}

function evaluateDisclosure(rule: Extract<Rule, { type: 'discloses' }>, post: CheckedPost, text: ReadText): Outcome {
  const accepted = disclosureWords(rule.words, post.country);
  const marks = findTerms(accepted, text, post.readerLanguage);
  const offered =
    rule.offer === undefined ? accepted.find((word) => word.startsWith('#')) : pickWords(rule.offer, post.language);
  const fixes: Fix[] = marks.length === 0 && offered ? [{ kind: 'append', text: offered }] : [];
  // Where the company gave no words for a country, it asks nothing there.
  return { holds: marks.length > 0 || accepted.length === 0, marks, fixes };
}

function evaluateCamelCase(known: string[], post: CheckedPost, text: ReadText): Outcome {
  if (text.hashtags.length === 0) return { holds: true, marks: [], fixes: [] };
  const vocabulary = new Set(
    [...post.vocabulary, text.written].flatMap((source) => source.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(foldTerm),
  );
  // A hashtag is no word of itself.
  for (const { body } of text.hashtags) vocabulary.delete(foldTerm(body));
  const found = text.hashtags.flatMap((hashtag) => {
    const problem = camelCaseProblem(hashtag.body, [...known, ...post.spellings], vocabulary);
    return problem === null ? [] : [{ hashtag, ...problem }];
  });
  return {
    holds: found.length === 0,
    marks: found.map(({ hashtag }) => plainMark(hashtag)),
    fixes: found.flatMap(({ hashtag, suggestion }) =>
      suggestion === null
        ? []
        : [{ kind: 'replace' as const, start: hashtag.start, end: hashtag.end, text: `#${suggestion}` }],
    ),
  };
}
