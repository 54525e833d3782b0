import { describe, expect, it } from 'vitest';
import type { Check, Rule } from './check.ts';
import { lintChecks, usableChecks } from './lint-checks.ts';

const has = (...terms: string[]): Rule => ({ type: 'contains_any', terms });
const bans = (...terms: string[]): Rule => ({ type: 'contains_none', terms });
const all = (...rules: Rule[]): Rule => ({ type: 'all', rules });
const tag = (...tags: string[]): Rule => ({ type: 'hashtag', tags });
const aCheck = (values: Partial<Check> = {}): Check => ({
  id: 'a',
  level: 'advice',
  help: 'Help.',
  rule: bans('secret'),
  ...values,
});
const block = (id: string, rule: Rule, scope?: Check['scope']): Check => aCheck({ id, level: 'block', rule, scope });

const now = Date.UTC(2026, 10, 22);
const codes = (...checks: Check[]) =>
  lintChecks(checks, { now, campaignIds: ['week'] }).map(
    ({ checkId, severity, code }) => `${checkId} ${severity} ${code}`,
  );

describe('lintChecks, one check', () => {
  it.each<[string, Partial<Check>, string[]]>([
    ['nothing wrong', {}, []],
    ['no sentence', { help: undefined }, ['error empty_help']],
    ['an empty sentence', { help: '  ' }, ['error empty_help']],
    ['an empty sentence in one language', { help: { fr: 'Oui.', en: '' } }, ['error empty_help']],
    ['no sentence in any', { help: {} }, ['error empty_help']],
    ['no rule', { rule: undefined }, ['error no_rule']],
    ['switched off', { level: 'off' }, ['warning never_fires']],
    ['no words', { rule: bans() }, ['error empty_list']],
    ['an empty word', { rule: bans(' ', 'a') }, ['error empty_term']],
    ['a word of marks only', { rule: bans('\u0301') }, ['error empty_term']],
    ['a word twice', { rule: bans('Été', 'ete') }, ['warning duplicate_term']],
    ['all of nothing', { rule: all() }, ['error empty_list']],
    ['a nested fault', { rule: { type: 'not', rule: all(has()) } }, ['error empty_list']],
    [
      'a pattern outside the grammar',
      { rule: { type: 'contains_none', terms: [{ pattern: '(a+)+\\1' }] } },
      ['error bad_pattern'],
    ],
    ['an impossible hashtag', { rule: tag('Industry Week') }, ['error bad_hashtag']],
    ['a hashtag of digits', { rule: tag('2026') }, ['error bad_hashtag']],
    ['no hashtag', { rule: tag() }, ['error empty_list']],
    ['no disclosure', { rule: { type: 'discloses', words: { fr: [] } } }, ['error empty_list']],
    [
      'an offer that does not disclose',
      { rule: { type: 'discloses', words: { fr: ['mon équipe'] }, offer: 'Bravo.' } },
      ['warning offer_does_not_help'],
    ],
    ['an empty scope', { scope: { networks: [] } }, ['error unreachable_scope']],
    ['no country at all', { scope: { countries: [] } }, ['error unreachable_scope']],
    ['unknown networks only', { scope: { networks: ['myspace'] } }, ['error unreachable_scope']],
    ['an unknown network among others', { scope: { networks: ['myspace', 'x'] } }, ['warning unknown_network']],
    ['an unknown campaign', { scope: { campaign: 'spring' } }, ['warning unknown_campaign']],
    ['a known campaign', { scope: { campaign: 'week' } }, []],
    ['a rule that always holds', { rule: { type: 'any', rules: [has('a'), bans('a')] } }, ['warning never_fires']],
    ['capitals that none can exceed', { rule: { type: 'capitals_at_most', share: 1 } }, ['warning never_fires']],
    ['advice nobody can follow', { rule: all(has('or'), bans('or')) }, ['warning unsatisfiable']],
    [
      'a wrong example',
      { examples: { passes: ['a secret'], fails: ['a secret', 'nothing'] } },
      ['warning wrong_example', 'warning wrong_example'],
    ],
    ['a house check lowered', { id: 'embargo', rule: undefined, level: 'advice' }, ['error house_block']],
    ['a house check rewritten', { id: 'internal_address', level: 'block' }, ['error house_block']],
    ['a house check with other words', { id: 'embargo', rule: undefined, level: 'block', help: 'Lundi.' }, []],
    ['a house check switched off', { id: 'emoji_run', rule: undefined, help: undefined, level: 'off' }, []],
  ])('%s', (_, values, expected) => {
    const check = aCheck(values);
    expect(codes(check)).toEqual(expected.map((problem) => `${check.id} ${problem}`));
  });

  it.each<[string, Rule, Check['scope']]>([
    ['requires what it forbids', all(has('l’or'), bans('or')), undefined],
    [
      'requires what its pattern forbids',
      all(has('REF-12'), { type: 'contains_none', terms: [{ pattern: 'ref-\\d+' }] }),
      undefined,
    ],
    ['requires only words that are forbidden', all(has('or', 'argent'), bans('or', 'argent')), undefined],
    ['requires a forbidden hashtag', all(tag('Halo'), bans('halo')), undefined],
    [
      'requires more hashtags than it allows',
      all(tag('a1'), tag('b2'), { type: 'hashtags_at_most', count: 1 }),
      undefined,
    ],
    ['requires a row of emoji it forbids', all(has('🎉🎉🎉'), { type: 'emoji_run_at_most', count: 2 }), undefined],
    ['requires an internal address', all(has('http://intranet/charte'), { type: 'public_address' }), undefined],
    ['leaves no moment', all({ type: 'not_before', at: now }, { type: 'not_after', at: now - 1 }), undefined],
    [
      'requires and forbids one thing',
      all({ type: 'picture_has_alt' }, { type: 'not', rule: { type: 'picture_has_alt' } }),
      undefined,
    ],
    [
      'forbids all it requires, deep down',
      all({ type: 'not', rule: { type: 'any', rules: [bans('a'), has('b')] } }, bans('a')),
      undefined,
    ],
  ])('refuses a block that %s', (_, rule, scope) => {
    expect(codes(block('a', rule, scope))).toEqual(['a error unsatisfiable']);
  });

  it('refuses a block whose words are longer than any network of its scope takes, and names the network', () => {
    const long = has('é'.repeat(190).concat('\u00A0', 'é'.repeat(150)));
    const [problem] = lintChecks([block('a', long, { networks: ['linkedin', 'x'] })]);
    expect(problem).toMatchObject({ severity: 'error', code: 'unsatisfiable' });
    expect(problem?.message).toContain('X');
  });

  it('says where it is', () => {
    const [problem] = lintChecks([
      aCheck(),
      aCheck({ id: 'b', rule: all(bans('a'), { type: 'contains_none', terms: ['x', { pattern: '[' }] }) }),
    ]);
    expect(problem).toMatchObject({ index: 1, path: ['rule', 'rules', 1, 'terms', 1, 'pattern'] });
  });

  it('warns of a block that nobody can answer, and of one whose moment is past', () => {
    expect(codes(block('a', { type: 'picture_has_alt' }))).toEqual(['a warning not_in_their_hands']);
    expect(codes(block('a', { type: 'not_after', at: now - 1 }))).toEqual(['a warning blocks_everything']);
  });

  it('bounds what all patterns cost together', () => {
    const checks = Array.from({ length: 20 }, (_, i) =>
      aCheck({ id: `p${i}`, rule: { type: 'contains_none', terms: [{ pattern: `${i}[a-z]{50}(xx|yy){40}` }] } }),
    );
    expect(codes(...checks).some((problem) => problem.endsWith('error too_many_patterns'))).toBe(true);
    expect(codes(...checks.slice(0, 5))).toEqual([]);
  });
});

describe('lintChecks, together', () => {
  it.each<[string, Check[], string[]]>([
    ['the same id', [aCheck(), aCheck()], ['a error duplicate_id']],
    ['two blocks at odds', [block('a', has('or')), block('b', bans('or'))], ['b error contradiction']],
    ['in the other order', [block('a', bans('or')), block('b', has('or'))], ['b error contradiction']],
    ['advice at odds with a block', [aCheck({ rule: has('or') }), block('b', bans('or'))], ['b warning contradiction']],
    ['a way out', [block('a', has('or', 'argent')), block('b', bans('or'))], []],
    [
      'other networks',
      [block('a', has('or'), { networks: ['x'] }), block('b', bans('or'), { networks: ['linkedin'] })],
      [],
    ],
    [
      'other countries',
      [block('a', has('or'), { countries: ['FR'] }), block('b', bans('or'), { countries: ['US'] })],
      [],
    ],
    [
      'other languages',
      [block('a', has('or'), { languages: ['fr'] }), block('b', bans('or'), { languages: ['en-GB'] })],
      [],
    ],
    [
      'the same language',
      [block('a', has('or'), { languages: ['fr-FR'] }), block('b', bans('or'), { languages: ['fr'] })],
      ['b error contradiction'],
    ],
    [
      'a hashtag and none allowed',
      [block('a', tag('Halo')), block('b', { type: 'hashtags_at_most', count: 0 })],
      ['b error contradiction'],
    ],
    [
      'three that only fail together',
      [block('a', tag('a1')), block('b', tag('b2')), block('c', { type: 'hashtags_at_most', count: 1 })],
      ['c error contradiction'],
    ],
    [
      'three that get along',
      [block('a', tag('a1', 'b2')), block('b', tag('b2')), block('c', { type: 'hashtags_at_most', count: 1 })],
      [],
    ],
  ])('%s', (_, checks, expected) => {
    expect(codes(...checks)).toEqual(expected);
  });

  it('takes no time over a large rule set', () => {
    const checks = Array.from({ length: 100 }, (_, i) =>
      block(
        `c${i}`,
        all(bans(...Array.from({ length: 40 }, (_, j) => `mot ${i} ${j}`)), {
          type: 'any',
          rules: [has(`oui ${i}`), bans(`non ${i}`)],
        }),
      ),
    );
    const from = performance.now();
    expect(codes(...checks)).toEqual([]);
    expect(performance.now() - from).toBeLessThan(10_000);
  }, 20_000);
});

describe('usableChecks', () => {
  it('drops what the linter calls an error, alone', () => {
    const checks = [
      aCheck(),
      aCheck({ id: 'b', help: '' }),
      aCheck({ id: 'c', scope: { networks: ['x', 'myspace'] } }),
    ];
    expect(usableChecks(checks).map(({ id }) => id)).toEqual(['a', 'c']);
  });
});
