import type { NetworkId } from '../network-ids.ts';
import { networks } from '../networks/table.ts';
import type { Rule, Term } from './check.ts';
import { findTerms } from './find-terms.ts';
import { type FoldedText, foldTerm, foldWithOffsets } from './folded-text.ts';
import { findEmojiRuns, findLinks, findPrivateAddresses, sameHashtag } from './text-facts.ts';

/*
 * Whether any post can satisfy some rules at once. Only a proof counts: `conflictOf` answers null when
 * it cannot show that there is none, so the linter never accuses a rule set that works.
 *
 *   rules ─ toAlternatives ─► ways to satisfy each (lists of literals) ─ one way of each ─► conflictOf
 */
type Primitive = Exclude<Rule, { type: 'all' | 'any' | 'not' }>;
export type Literal = { rule: Primitive; positive: boolean };

/** More ways than this are not looked into: nothing is proved. */
const waysLimit = 200;
const stepsLimit = 2000;

/** The ways in which a rule can hold (or fail, when `positive` is false); null when there are too many. */
export function toAlternatives(rule: Rule, positive = true): Literal[][] | null {
  if (rule.type === 'not') return toAlternatives(rule.rule, !positive);
  if (rule.type !== 'all' && rule.type !== 'any') return [[{ rule, positive }]];
  const parts = rule.rules.map((inner) => toAlternatives(inner, positive));
  let ways: Literal[][] = (rule.type === 'all') === positive ? [[]] : [];
  for (const part of parts) {
    if (part === null) return null;
    ways =
      (rule.type === 'all') === positive
        ? ways.flatMap((way) => part.map((more) => [...way, ...more]))
        : [...ways, ...part];
    if (ways.length > waysLimit) return null;
  }
  return ways;
}

/** Why no post on this network satisfies all these rules at once, each given by its ways; null when one may. */
export function jointConflict(rules: Literal[][][], network: NetworkId): string | null {
  let steps = 0;
  let why = 'no text can do both';
  const search = (index: number, state: State): boolean => {
    const ways = rules[index];
    if (ways === undefined) return true;
    return ways.some((way) => {
      steps += 1;
      if (steps > stepsLimit) return true;
      const next = extend(state, way, network);
      if (typeof next !== 'string') return search(index + 1, next);
      why = next;
      return false;
    });
  };
  return search(0, nothing) ? null : why;
}

/** A proof that these literals exclude one another, as a clause; null when there is none. */
export function conflictOf(literals: Literal[], network: NetworkId): string | null {
  const state = extend(nothing, literals, network);
  return typeof state === 'string' ? state : null;
}

/** Whether two rules can be at odds at all: lists of forbidden words never are. */
export function asksForSomething(ways: Literal[][]): boolean {
  return ways.some((way) => way.some(({ rule, positive }) => (rule.type === 'contains_none') !== positive));
}

/** What was chosen so far: its demands, each with the options that nothing chosen forbids. */
type State = { literals: Literal[]; demands: Demand[]; bans: Ban[] };
type Demand = { first: string; options: Option[]; hashtags: boolean };
type Option = {
  name: string;
  text: { written: string; folded: FoldedText } | null;
  pattern: string | null;
  length: number;
};
/** Whether it forbids an option. */
type Ban = (option: Option) => boolean;

const nothing: State = { literals: [], demands: [], bans: [] };

/** The state with one way more, or the proof that there is no such state. */
function extend(state: State, way: Literal[], network: NetworkId): State | string {
  const bans = way.flatMap(bansOf);
  const allBans = [...state.bans, ...bans];
  const demands: Demand[] = [];
  const keep = (demand: Demand, against: Ban[]): string | null => {
    const options = demand.options.filter((option) => !against.some((ban) => ban(option)));
    if (options.length === 0) {
      const others = demand.options.length > 1 ? ' (or one like it)' : '';
      return `“${demand.first}”${others} is asked for and forbidden`;
    }
    if (Math.min(...options.map(({ length }) => length)) > networks[network].limit) {
      return `what is asked for is longer than ${networks[network].name} takes`;
    }
    demands.push({ ...demand, options });
    return null;
  };
  for (const demand of state.demands) {
    const conflict = keep(demand, bans);
    if (conflict !== null) return conflict;
  }
  for (const demand of way.flatMap(demandsOf)) {
    const conflict = keep(demand, allBans);
    if (conflict !== null) return conflict;
  }
  const literals = [...state.literals, ...way];
  const conflict = numbersConflict(literals, demands) ?? momentsConflict(literals) ?? oppositesConflict(literals);
  return conflict ?? { literals, demands, bans: allBans };
}

/** What a literal asks for and forbids, worked out once per rule. */
type Facts = { demands: Demand[]; bans: Ban[] };
const knownFacts = new WeakMap<object, { held?: Facts; failed?: Facts }>();

function factsOf({ rule, positive }: Literal): Facts {
  const known = knownFacts.get(rule) ?? {};
  const side = positive ? 'held' : 'failed';
  const facts = known[side] ?? makeFacts(rule, positive);
  known[side] = facts;
  knownFacts.set(rule, known);
  return facts;
}

function demandsOf(literal: Literal): Demand[] {
  return factsOf(literal).demands;
}

function bansOf(literal: Literal): Ban[] {
  return factsOf(literal).bans;
}

function makeFacts(rule: Primitive, positive: boolean): Facts {
  switch (rule.type) {
    case 'contains_any':
      return positive ? asking(rule.terms) : forbidding(rule.terms);
    case 'contains_none':
      return positive ? forbidding(rule.terms) : asking(rule.terms);
    case 'hashtag':
      return positive ? asking(rule.tags.map(withSign)) : forbidding(rule.tags.map(withSign));
    case 'discloses':
      return positive ? asking(Object.values(rule.words).flat()) : { demands: [], bans: [] };
    case 'emoji_run_at_most':
      if (!positive) return { demands: [], bans: [] };
      return { demands: [], bans: [({ name }) => findEmojiRuns(name).some(({ count }) => count > rule.count)] };
    case 'public_address':
      return positive
        ? { demands: [], bans: [({ name }) => findPrivateAddresses(name).length > 0] }
        : { demands: [], bans: [] };
    default:
      return { demands: [], bans: [] };
  }
}

function asking(terms: Term[]): Facts {
  const options = terms.map((term): Option => {
    const written = wordOf(term);
    return {
      name: nameOf(term),
      text: written === null ? null : { written, folded: foldWithOffsets(written) },
      pattern: patternOf(term),
      length: lengthOf(term),
    };
  });
  const [first] = options;
  if (first === undefined) return { demands: [], bans: [] };
  return { demands: [{ first: first.name, options, hashtags: terms.every(isHashtag) }], bans: [] };
}

function forbidding(terms: Term[]): Facts {
  const patterns = new Set(terms.map(patternOf));
  return {
    demands: [],
    bans: [({ text, pattern }) => (text === null ? patterns.has(pattern) : findTerms(terms, text, 'en').length > 0)],
  };
}

function numbersConflict(literals: Literal[], demands: Demand[]): string | null {
  const most = least(literals, 'hashtags_at_most');
  const atLeast = Math.max(
    0,
    ...literals.flatMap(({ rule, positive }) =>
      rule.type === 'hashtags_at_most' && !positive ? [rule.count + 1] : [],
    ),
    apartCount(demands.filter(({ hashtags }) => hashtags)),
  );
  if (atLeast > most) return `${atLeast} hashtags are asked for, of at most ${most}`;
  const longest = Math.max(
    0,
    ...literals.flatMap(({ rule, positive }) =>
      rule.type === 'emoji_run_at_most' && !positive ? [rule.count + 1] : [],
    ),
  );
  if (longest > least(literals, 'emoji_run_at_most')) return 'more emoji in a row are asked for than are allowed';
  const shares = literals.flatMap(({ rule, positive }) =>
    rule.type === 'capitals_at_most' ? [{ share: rule.share, positive }] : [],
  );
  const below = Math.min(1, ...shares.filter(({ positive }) => positive).map(({ share }) => share));
  const above = Math.max(-1, ...shares.filter(({ positive }) => !positive).map(({ share }) => share));
  return above >= below ? 'more capitals are asked for than are allowed' : null;
}

function least(literals: Literal[], type: 'hashtags_at_most' | 'emoji_run_at_most'): number {
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...literals.flatMap(({ rule, positive }) => (rule.type === type && positive ? [rule.count] : [])),
  );
}

/** How many hashtags are needed at least: demands that share none each need their own. */
function apartCount(demands: Demand[]): number {
  const taken: Demand[] = [];
  for (const demand of demands) {
    const shares = taken.some(({ options }) =>
      options.some((one) => demand.options.some((other) => sameHashtag(one.name, other.name))),
    );
    if (!shares) taken.push(demand);
  }
  return taken.length;
}

function momentsConflict(literals: Literal[]): string | null {
  let from = Number.NEGATIVE_INFINITY;
  let until = Number.POSITIVE_INFINITY;
  for (const { rule, positive } of literals) {
    if ((rule.type !== 'not_before' && rule.type !== 'not_after') || rule.at === undefined) continue;
    if ((rule.type === 'not_before') === positive) from = Math.max(from, rule.at);
    else until = Math.min(until, rule.at);
  }
  return from >= until ? 'there is no moment in between' : null;
}

const withoutParameter = [
  'picture_has_alt',
  'differs_from_proposal',
  'public_address',
  'network_offered',
  'not_before',
  'not_after',
];

/** Rules with nothing to compare but themselves, asked for and against. */
function oppositesConflict(literals: Literal[]): string | null {
  const wanted = new Map<string, boolean>();
  for (const { rule, positive } of literals) {
    if ((rule.type === 'not_before' || rule.type === 'not_after') && rule.at !== undefined) continue;
    const isPlain = withoutParameter.includes(rule.type);
    if (!isPlain && rule.type !== 'discloses' && rule.type !== 'camel_case_hashtags') continue;
    const key = isPlain ? rule.type : JSON.stringify(rule);
    const known = wanted.get(key);
    if (known !== undefined && known !== positive) return `“${rule.type}” is asked for and forbidden`;
    wanted.set(key, positive);
  }
  return null;
}

/** No network counts fewer than the characters people see, an address apart. */
function lengthOf(term: Term): number {
  const word = wordOf(term);
  if (word === null || findLinks(word).length > 0) return 1;
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word)].length;
}

/** The word of a term; null for a pattern. */
function wordOf(term: Term): string | null {
  if (typeof term === 'string') return term;
  return 'word' in term ? term.word : null;
}

function patternOf(term: Term): string | null {
  return typeof term !== 'string' && 'pattern' in term ? term.pattern : null;
}

export function nameOf(term: Term): string {
  return wordOf(term) ?? patternOf(term) ?? '';
}

function isHashtag(term: Term): boolean {
  return foldTerm(wordOf(term) ?? '').startsWith('#');
}

function withSign(tag: string): string {
  return `#${tag.replace(/^[#＃]/, '')}`;
}
