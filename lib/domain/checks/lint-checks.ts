import { networkIds } from '../network-ids.ts';
import { networks } from '../networks/table.ts';
import type { Check, CheckScope } from './check.ts';
import { ruleHolds } from './evaluate-rule.ts';
import { isHouseCheckId, weakensHouse } from './house-checks.ts';
import { lintRule } from './lint-rule.ts';
import type { LintContext, Problem, Report } from './problem.ts';
import { asksForSomething, conflictOf, jointConflict, type Literal, toAlternatives } from './satisfy.ts';

/**
 * What is wrong with a rule set, in the order of its checks. An `error` makes a check useless or
 * harmful, and a reader drops it (`usableChecks`); a `warning` is for its author.
 */
export function lintChecks(checks: readonly Check[], context: LintContext = {}): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  let patternSteps = 0;
  checks.forEach((check, index) => {
    const report: Report = (severity, code, message, path = []) =>
      problems.push({ index, checkId: check.id, severity, code, path, message });
    const first = seen.get(check.id);
    if (first === undefined) seen.set(check.id, index);
    else report('error', 'duplicate_id', `“${check.id}” is the id of an earlier check as well.`, ['id']);
    lintWords(check, report);
    lintScope(check.scope, report, context);
    if (check.rule === undefined) return;
    patternSteps += lintRule(check.rule, report, ['rule']);
    if (patternSteps > patternStepsLimit) {
      report(
        'error',
        'too_many_patterns',
        'The patterns of this rule set together are too large to run at every key.',
        ['rule'],
      );
    }
    lintExamples(check, report, context);
  });
  lintSense(checks, problems, context);
  return problems.sort((a, b) => a.index - b.index);
}

/** The checks without those that the linter calls an error. */
export function usableChecks<C extends Check>(checks: readonly C[], context: LintContext = {}): C[] {
  const faulty = new Set(
    lintChecks(checks, context)
      .filter(({ severity }) => severity === 'error')
      .map(({ index }) => index),
  );
  return checks.filter((_, index) => !faulty.has(index));
}

/** Steps of all patterns together: a long post then costs some tens of milliseconds at the very worst. */
const patternStepsLimit = 5000;

function lintWords(check: Check, report: Report): void {
  const { id, help, rule, level } = check;
  if (weakensHouse(check)) {
    report('error', 'house_block', `“${id}” always blocks: a company may change its words and scope only.`, ['level']);
  }
  if (rule === undefined && !isHouseCheckId(id)) {
    report('error', 'no_rule', `There is no rule, and “${id}” is not a check of the house.`, ['rule']);
  }
  if (level === 'off' && !isHouseCheckId(id)) report('warning', 'never_fires', 'It is switched off.', ['level']);
  if (help === undefined) {
    if (!isHouseCheckId(id)) report('error', 'empty_help', 'There is no sentence for the employee to read.', ['help']);
    return;
  }
  const sentences = typeof help === 'string' ? [['', help]] : Object.entries(help);
  if (sentences.length === 0) report('error', 'empty_help', 'There is no sentence for the employee to read.', ['help']);
  for (const [tag, sentence] of sentences) {
    if (sentence?.trim()) continue;
    report('error', 'empty_help', 'The sentence for the employee is empty.', tag ? ['help', tag] : ['help']);
  }
}

function lintScope(scope: CheckScope | undefined, report: Report, { campaignIds }: LintContext): void {
  if (scope === undefined) return;
  for (const name of ['networks', 'languages', 'countries', 'kinds'] as const) {
    if (scope[name]?.length === 0) {
      report('error', 'unreachable_scope', `It applies nowhere: “${name}” is empty.`, ['scope', name]);
    }
  }
  const unknown = (scope.networks ?? []).filter((id) => !isKnownNetwork(id));
  if (unknown.length > 0 && unknown.length === scope.networks?.length) {
    report('error', 'unreachable_scope', `It applies nowhere: no network is called ${unknown.join(', ')}.`, [
      'scope',
      'networks',
    ]);
  } else if (unknown.length > 0) {
    report('warning', 'unknown_network', `No network is called ${unknown.join(', ')}.`, ['scope', 'networks']);
  }
  if (scope.campaign !== undefined && campaignIds !== undefined && !campaignIds.includes(scope.campaign)) {
    report('warning', 'unknown_campaign', `There is no campaign “${scope.campaign}”: it applies nowhere.`, [
      'scope',
      'campaign',
    ]);
  }
}

function lintExamples({ rule, examples, scope }: Check, report: Report, { now }: LintContext): void {
  if (rule === undefined || examples === undefined) return;
  const holds = (text: string) =>
    ruleHolds(rule, {
      text,
      url: null,
      network: scope?.networks?.[0] ?? 'linkedin',
      language: scope?.languages?.[0] ?? 'en',
      readerLanguage: 'en',
      country: scope?.countries?.[0] ?? null,
      kind: scope?.kinds?.[0] ?? 'article',
      campaignId: scope?.campaign ?? null,
      proposals: [],
      picture: null,
      networks: null,
      embargoUntil: null,
      expiresAt: null,
      spellings: [],
      vocabulary: [],
      now: now ?? 0,
    });
  for (const kind of ['passes', 'fails'] as const) {
    (examples[kind] ?? []).forEach((text, i) => {
      if (holds(text) === (kind === 'passes')) return;
      const what = kind === 'passes' ? 'is found fault with' : 'is not found fault with';
      report('warning', 'wrong_example', `The example “${text}” ${what}.`, ['examples', kind, i]);
    });
  }
}

type Stated = { index: number; check: Check; ways: Literal[][] };

/** Rules that can never hold, never fail, or not together. */
function lintSense(checks: readonly Check[], problems: Problem[], context: LintContext): void {
  const faulty = new Set(problems.filter(({ severity }) => severity === 'error').map(({ index }) => index));
  const stated: Stated[] = [];
  checks.forEach((check, index) => {
    if (faulty.has(index) || check.rule === undefined || check.level === 'off') return;
    const report: Report = (severity, code, message, path = ['rule']) =>
      problems.push({ index, checkId: check.id, severity, code, path, message });
    const ways = toAlternatives(check.rule);
    const isKept = ways === null || lintAlone(check, ways, report, context);
    if (isKept && ways !== null) stated.push({ index, check, ways });
  });
  lintTogether(stated, problems);
}

/** Whether the check can be told together with the others: it makes sense alone. */
function lintAlone(check: Check, ways: Literal[][], report: Report, { now }: LintContext): boolean {
  const isBlock = check.level === 'block';
  const impossible = networksOf(check.scope).flatMap((network) => {
    const why = jointConflict([ways], network);
    return why === null ? [] : [{ network, why }];
  });
  const [first] = impossible;
  if (first !== undefined) {
    const where =
      impossible.length < networkIds.length
        ? ` on ${impossible.map(({ network }) => networks[network].name).join(', ')}`
        : '';
    const effect = isBlock ? 'Nobody could share' : 'It would always speak';
    report(isBlock ? 'error' : 'warning', 'unsatisfiable', `${effect}${where}: ${first.why}.`);
    return false;
  }
  const failing = check.rule === undefined ? null : toAlternatives(check.rule, false);
  if (failing?.every((way) => networksOf(check.scope).every((network) => conflictOf(way, network) !== null))) {
    report('warning', 'never_fires', 'It always holds: it would never speak.');
  }
  if (isBlock && ways.every((way) => way.length > 0 && way.every(({ rule }) => rule.type === 'picture_has_alt'))) {
    report(
      'warning',
      'not_in_their_hands',
      'An employee cannot describe the picture of an item: only its publisher can.',
    );
  }
  if (
    isBlock &&
    now !== undefined &&
    check.scope === undefined &&
    ways.every((way) => way.some((literal) => isOver(literal, now)))
  ) {
    report('warning', 'blocks_everything', 'Its moment is past: it blocks every share from now on.');
  }
  return true;
}

function isOver({ rule, positive }: Literal, now: number): boolean {
  if (rule.type !== 'not_before' && rule.type !== 'not_after') return false;
  return rule.at !== undefined && rule.at <= now && (rule.type === 'not_after') === positive;
}

/** Contradictions: two by two, then all blocks that meet everyone, network by network. */
function lintTogether(stated: Stated[], problems: Problem[]): void {
  const faulty = new Set<number>();
  const report = (later: Stated, earlier: string, why: string, isError: boolean) => {
    if (isError) faulty.add(later.index);
    problems.push({
      index: later.index,
      checkId: later.check.id,
      severity: isError ? 'error' : 'warning',
      code: 'contradiction',
      path: ['rule'],
      message: `It contradicts ${earlier}: ${why}.`,
    });
  };
  stated.forEach((later, i) => {
    for (const earlier of stated.slice(0, i)) {
      if (faulty.has(earlier.index) || faulty.has(later.index)) continue;
      if (!asksForSomething(later.ways) && !asksForSomething(earlier.ways)) continue;
      const shared = networksOf(later.check.scope).filter((id) => networksOf(earlier.check.scope).includes(id));
      const [network] = shared;
      if (network === undefined || !meet(later.check.scope, earlier.check.scope)) continue;
      const why = jointConflict([earlier.ways, later.ways], network);
      if (why === null) continue;
      const isError = later.check.level === 'block' && earlier.check.level === 'block';
      report(later, `“${earlier.check.id}”`, why, isError);
    }
  });
  const forAll = stated.filter(
    ({ check, index }) => check.level === 'block' && isForAll(check.scope) && !faulty.has(index),
  );
  for (const network of networkIds) {
    const there = forAll.filter(({ check, index }) => !faulty.has(index) && networksOf(check.scope).includes(network));
    if (
      jointConflict(
        there.map(({ ways }) => ways),
        network,
      ) === null
    )
      continue;
    // One more at a time, to name the one that is too many.
    const kept: Stated[] = [];
    for (const one of there) {
      const why = jointConflict(
        [...kept, one].map(({ ways }) => ways),
        network,
      );
      if (why === null) kept.push(one);
      else report(one, `the blocks before it, on ${networks[network].name}`, why, true);
    }
  }
}

function isKnownNetwork(id: string): id is (typeof networkIds)[number] {
  return (networkIds as readonly string[]).includes(id);
}

function networksOf(scope: CheckScope | undefined): (typeof networkIds)[number][] {
  return networkIds.filter((id) => scope?.networks === undefined || scope.networks.includes(id));
}

function isForAll(scope: CheckScope | undefined): boolean {
  return scope === undefined || Object.keys(scope).every((name) => name === 'networks');
}

/** Whether one post can be in both scopes. */
function meet(a: CheckScope | undefined, b: CheckScope | undefined): boolean {
  const share = (left: string[] | undefined, right: string[] | undefined) =>
    left === undefined || right === undefined || left.some((one) => right.includes(one));
  const primaries = (tags: string[] | undefined) => tags?.map((tag) => tag.split('-')[0]?.toLowerCase() ?? '');
  return (
    share(a?.countries, b?.countries) &&
    share(a?.kinds, b?.kinds) &&
    share(primaries(a?.languages), primaries(b?.languages)) &&
    (a?.campaign === undefined || b?.campaign === undefined || a.campaign === b.campaign)
  );
}
