import { describe, expect, it } from 'vitest';
import type { Check, Rule } from './check.ts';
import type { CheckedPost } from './checked-post.ts';
import { applyFix, evaluateChecks, strongestLevel } from './evaluate.ts';
import { houseChecks } from './house-checks.ts';

const now = Date.UTC(2026, 10, 22, 9);
const day = 86_400_000;

function aPost(values: Partial<CheckedPost> = {}): CheckedPost {
  return {
    text: 'Mon équipe chauffe l’atelier.',
    url: 'https://www.maison-lumen.example/heat',
    network: 'linkedin',
    language: 'fr',
    country: 'FR',
    readerLanguage: 'fr',
    kind: 'article',
    campaignId: null,
    proposals: [],
    picture: null,
    networks: null,
    embargoUntil: null,
    expiresAt: null,
    spellings: [],
    vocabulary: [],
    now,
    ...values,
  };
}

const houseOff: Check[] = houseChecks.map(({ id }) => ({ id, level: 'off' }));

/** What one rule of a company finds: the marked words, or null when the rule holds. */
function find(rule: Rule, values: Partial<CheckedPost>): string[] | null {
  const post = aPost(values);
  const finding = evaluateChecks([...houseOff, { id: 'own', level: 'advice', rule, help: 'Help.' }], post).find(
    ({ checkId }) => checkId === 'own',
  );
  return finding === undefined ? null : finding.marks.map(({ start, end }) => post.text.slice(start, end));
}

describe('contains_none', () => {
  const none = (...terms: Extract<Rule, { type: 'contains_none' }>['terms']): Rule => ({
    type: 'contains_none',
    terms,
  });
  it.each([
    ['accents and case', ['confidentiel'], 'Ceci est CONFIDENTIËL.', ['CONFIDENTIËL']],
    ['an accent written apart', ['élève'], 'une e\u0301le\u0300ve', ['e\u0301le\u0300ve']],
    ['whole words only', ['or'], 'un oral, de l’or, alors', ['or']],
    ['the typographic apostrophe', ["chiffre d'affaires"], 'Le chiffre  d’affaires monte', ['chiffre  d’affaires']],
    ['a no-break space', ['top secret'], 'top\u00A0secret', ['top\u00A0secret']],
    ['a ligature', ['coeur'], 'le Cœur du métier', ['Cœur']],
    [
      'a soft hyphen and a zero-width space',
      ['confidentiel'],
      'confi\u00ADden\u200Btiel',
      ['confi\u00ADden\u200Btiel'],
    ],
    ['full-width letters', ['secret'], 'ＳＥＣＲＥＴ', ['ＳＥＣＲＥＴ']],
    ['an end that is no letter', ['C++'], 'en C++, oui', ['C++']],
    ['Arabic, its vowel signs ignored', ['سري'], 'ملف سِرِّي هنا', ['سِرِّي']],
    ['Hebrew', ['סודי'], 'מסמך סודי מאוד', ['סודי']],
    ['a language without spaces', ['機密'], 'これは機密資料です', ['機密']],
    ['an emoji', ['🤫'], 'chut 🤫 !', ['🤫']],
    ['a word in a hashtag', ['halo'], 'vive #Halo', ['Halo']],
    ['a pattern', [{ pattern: 'CONF-\\d{4}' }], 'réf. conf-2041', ['conf-2041']],
    ['overlapping terms, once', ['chiffre', 'chiffre d’affaires'], 'chiffre d’affaires', ['chiffre d’affaires']],
  ] as const)('sees %s', (_, terms, text, expected) => {
    expect(find(none(...terms), { text })).toEqual(expected);
  });

  it('says nothing where nothing is', () => {
    expect(find(none('or', 'secret', { pattern: '\\d{9}' }), { text: 'Encore des secrétaires' })).toBeNull();
  });

  it('gives each reason in the reader’s language', () => {
    const rule = none({ word: 'Halo', reason: { en: 'Not announced yet.', fr: 'Pas encore annoncé.' } });
    const [finding] = evaluateChecks(
      [...houseOff, { id: 'own', level: 'warning', rule, help: { en: 'Wait.', fr: 'Attendez.' } }],
      aPost({ text: 'Halo' }),
    );
    expect(finding).toMatchObject({
      level: 'warning',
      help: 'Attendez.',
      marks: [{ start: 0, end: 4, reason: 'Pas encore annoncé.' }],
    });
  });
});

describe('hashtag', () => {
  const rule: Rule = { type: 'hashtag', tags: ['#SemaineDeLIndustrie', 'IndustryWeek'] };
  it.each([
    ['there', 'Avec #SemaineDeLIndustrie', null],
    ['in small letters', 'Avec #semainedelindustrie.', null],
    ['another of the list', '#IndustryWeek', null],
    ['longer than asked', '#IndustryWeeks', []],
    ['inside an address', 'https://a.example/#IndustryWeek', []],
    ['inside a word', 'a#IndustryWeek', []],
    ['absent', 'Rien', []],
  ])('%s', (_, text, expected) => {
    expect(find(rule, { text })).toEqual(expected);
  });

  it('offers the first one', () => {
    const [finding] = evaluateChecks(
      [...houseOff, { id: 'own', level: 'advice', rule, help: 'x' }],
      aPost({ text: 'Rien' }),
    );
    expect(finding?.fixes.map((fix) => applyFix('Rien', fix))).toEqual(['Rien #SemaineDeLIndustrie']);
  });
});

describe('discloses', () => {
  const rule: Rule = {
    type: 'discloses',
    words: { fr: ['mon équipe', 'je travaille chez'], en: ['my team'], 'en-US': ['#employee'], '*': ['#TeamLumen'] },
    offer: { fr: 'Je travaille chez Maison Lumen.', en: 'I work at Maison Lumen.' },
  };
  it.each([
    ['the language’s words', 'Mon equipe y est', 'FR', true],
    ['any language', 'My team did it', 'FR', true],
    ['words for all', 'Bravo #teamlumen', 'FR', true],
    ['another country’s words', 'Bravo #employee', 'FR', false],
    ['the country’s words', 'Bravo #employee', 'US', true],
    ['the language’s words, which the country replaced', 'My team did it', 'US', false],
    ['no country said', 'My team did it', null, true],
    ['nothing said', 'Bravo', 'FR', false],
  ])('%s', (_, text, country, holds) => {
    expect(find(rule, { text, country }) === null).toBe(holds);
  });

  it('offers the sentence in the language of the text', () => {
    const [finding] = evaluateChecks(
      [...houseOff, { id: 'own', level: 'advice', rule, help: 'x' }],
      aPost({ text: 'Bravo', language: 'en', readerLanguage: 'fr' }),
    );
    expect(finding?.fixes.map((fix) => applyFix('Bravo', fix))).toEqual(['Bravo\nI work at Maison Lumen.']);
  });
});

describe('counting rules', () => {
  it.each<[string, Rule, string, string[] | null]>([
    ['hashtags past the limit', { type: 'hashtags_at_most', count: 2 }, '#un #deux, #trois #q4', ['#trois', '#q4']],
    [
      'hashtags of any script',
      { type: 'hashtags_at_most', count: 0 },
      '#صناعة #工業 #ઉદ્યોગ',
      ['#صناعة', '#工業', '#ઉદ્યોગ'],
    ],
    ['numbers and keycaps are none', { type: 'hashtags_at_most', count: 0 }, 'n° #1, #️⃣, C# et &#39;', null],
    ['shouting', { type: 'capitals_at_most', share: 0.25 }, 'VENEZ TOUS à Lille', ['VENEZ', 'TOUS']],
    ['accented shouting', { type: 'capitals_at_most', share: 0.25 }, 'ÉCOUTEZ ÇA VRAIMENT', ['ÉCOUTEZ', 'VRAIMENT']],
    ['an acronym is no shouting', { type: 'capitals_at_most', share: 0.25 }, 'La charte UNESCO', null],
    ['short acronyms neither', { type: 'capitals_at_most', share: 0 }, 'RSE, DPO, CSE : la RSE', null],
    ['scripts without capitals', { type: 'capitals_at_most', share: 0 }, '工業週間 הנה', null],
    ['emoji in a row', { type: 'emoji_run_at_most', count: 2 }, 'Bravo 🎉🎉🎉 !', ['🎉🎉🎉']],
    ['spaces between them', { type: 'emoji_run_at_most', count: 2 }, '🎉 🎉 🎉', ['🎉 🎉 🎉']],
    ['a family, a flag and a skin tone are one each', { type: 'emoji_run_at_most', count: 3 }, '👩‍👩‍👧‍👦🇫🇷👍🏽', null],
    ['a family is one of two', { type: 'emoji_run_at_most', count: 1 }, 'x 👩‍👩‍👧‍👦🇫🇷 y', ['👩‍👩‍👧‍👦🇫🇷']],
    ['signs in text are no emoji', { type: 'emoji_run_at_most', count: 0 }, '© ™ 1 2 3 # *', null],
  ])('%s', (_, rule, text, expected) => {
    expect(find(rule, { text })).toEqual(expected);
  });
});

describe('camel_case_hashtags', () => {
  const post = { vocabulary: ['La semaine de l’industrie à Lille', 'recovered heat'], spellings: ['#IndustryWeek'] };
  it.each([
    ['known spelling', '#industryweek', '#IndustryWeek'],
    ['words of the item', '#recoveredheat', '#RecoveredHeat'],
    ['accents', '#semainelille', '#SemaineLille'],
    ['all capitals', '#RECOVEREDHEAT', '#RecoveredHeat'],
    ['long, words unknown', '#supercalifragilistic', null],
  ])('%s', (_, text, expected) => {
    const rule: Rule = { type: 'camel_case_hashtags' };
    const [finding] = evaluateChecks(
      [...houseOff, { id: 'own', level: 'advice', rule, help: 'x' }],
      aPost({ ...post, text }),
    );
    expect(finding?.marks).toMatchObject([{ start: 0, end: text.length }]);
    expect(finding?.fixes.map((fix) => applyFix(text, fix))).toEqual(expected === null ? [] : [expected]);
  });

  it.each(['#IndustryWeek', '#RSE', '#lille', '#工業週間展示会東京大阪名古屋横浜', '#Industry_week', '#صناعة', '#h2o'])(
    '%s is well',
    (text) => {
      expect(find({ type: 'camel_case_hashtags' }, { ...post, text })).toBeNull();
    },
  );
});

describe('rules of the item', () => {
  it.each<[string, Rule, Partial<CheckedPost>, boolean]>([
    ['a picture without words', { type: 'picture_has_alt' }, { picture: { alt: ' ' } }, false],
    ['a picture with words', { type: 'picture_has_alt' }, { picture: { alt: 'Un four' } }, true],
    ['no picture', { type: 'picture_has_alt' }, {}, true],
    [
      'a proposal word for word',
      { type: 'differs_from_proposal' },
      { text: 'Fier de  l’équipe !', proposals: ["Fier de l'équipe !"] },
      false,
    ],
    [
      'a proposal and a hashtag',
      { type: 'differs_from_proposal' },
      { text: 'Fiers. #Lumen', proposals: ['Fiers.'] },
      false,
    ],
    ['own words', { type: 'differs_from_proposal' }, { text: 'Fiers. J’y étais.', proposals: ['Fiers.'] }, true],
    ['no words', { type: 'differs_from_proposal' }, { text: '', proposals: [''] }, true],
    ['an internal item', { type: 'public_address' }, { url: 'https://intranet/page' }, false],
    ['a public item', { type: 'public_address' }, {}, true],
    ['a network not offered', { type: 'network_offered' }, { networks: ['x'] }, false],
    ['a network offered', { type: 'network_offered' }, { networks: ['linkedin'] }, true],
    ['before the embargo', { type: 'not_before' }, { embargoUntil: now + 1 }, false],
    ['at the embargo', { type: 'not_before' }, { embargoUntil: now }, true],
    ['before a given moment', { type: 'not_before', at: now + day }, {}, false],
    ['at the expiry', { type: 'not_after' }, { expiresAt: now }, false],
    ['no dates', { type: 'all', rules: [{ type: 'not_before' }, { type: 'not_after' }] }, {}, true],
  ])('%s', (_, rule, values, holds) => {
    expect(find(rule, values) === null).toBe(holds);
  });

  it.each([
    ['http://192.168.1.4/x and text', ['http://192.168.1.4/x']],
    ['voir wiki.corp, puis 10.0.0.12', ['wiki.corp', '10.0.0.12']],
    ['\\\\serveur\\partage\\plan.docx', ['\\\\serveur\\partage\\plan.docx']],
    ['https://www.example.com/local and version 1.2.3', null],
    ['écrire à anne@house.local', null],
    ['(https://lumen.example/a).', null],
  ])('addresses in %s', (text, expected) => {
    expect(find({ type: 'public_address' }, { text })).toEqual(expected);
  });
});

describe('composition', () => {
  const has = (word: string): Rule => ({ type: 'contains_any', terms: [word] });
  it.each<[string, Rule, string, string[] | null]>([
    ['not, with its evidence', { type: 'not', rule: has('or') }, 'de l’or', ['or']],
    ['all, with what fails', { type: 'all', rules: [has('a'), { type: 'not', rule: has('b') }] }, 'a b', ['b']],
    ['any, one is enough', { type: 'any', rules: [has('a'), has('b')] }, 'b', null],
    ['any, none', { type: 'any', rules: [has('a'), has('b')] }, 'c', []],
    [
      'if … then',
      { type: 'any', rules: [{ type: 'not', rule: has('bourse') }, has('validé')] },
      'la bourse',
      ['bourse'],
    ],
    ['not all', { type: 'not', rule: { type: 'all', rules: [has('a'), has('b')] } }, 'a b', ['a', 'b']],
  ])('%s', (_, rule, text, expected) => {
    expect(find(rule, { text })).toEqual(expected);
  });
});

describe('evaluateChecks', () => {
  const ids = (checks: Check[], values: Partial<CheckedPost>) =>
    evaluateChecks(checks, aPost(values)).map(({ checkId, level }) => `${checkId} ${level}`);

  it('brings the house’s checks by itself, blocks first', () => {
    expect(
      ids([], { text: 'TOUS À LILLE, VENEZ : #un #deux #trois #quatre #cinq #six', embargoUntil: now + day }),
    ).toEqual(['embargo block', 'many_hashtags advice', 'capitals advice']);
  });

  it('lets a company change the level, the rule, or switch one off', () => {
    const values = { text: '#un #deux' };
    expect(
      ids([{ id: 'many_hashtags', level: 'block', rule: { type: 'hashtags_at_most', count: 1 } }], values),
    ).toEqual(['many_hashtags block']);
    expect(ids([{ id: 'own_words', level: 'off' }], { text: 'a', proposals: ['a'] })).toEqual([]);
    expect(ids([{ id: 'expired', level: 'warning' }], { expiresAt: now - day })).toEqual(['expired warning']);
  });

  it('lets no one open what is under embargo or internal', () => {
    expect(
      ids(
        [
          { id: 'embargo', level: 'off' },
          { id: 'internal_address', level: 'advice' },
        ],
        { embargoUntil: now + day, url: 'http://intranet/' },
      ),
    ).toEqual(['internal_address block', 'embargo block']);
  });

  it.each([
    ['a network', { networks: ['x'] }, false],
    ['the network', { networks: ['x', 'linkedin'] }, true],
    ['a language', { languages: ['fr-FR'] }, true],
    ['another language', { languages: ['en'] }, false],
    ['the country', { countries: ['FR'] }, true],
    ['another country', { countries: ['US'] }, false],
    ['a kind', { kinds: ['job' as const] }, false],
    ['a campaign', { campaign: 'week' }, false],
  ])('applies within %s', (_, scope, applies) => {
    const check: Check = {
      id: 'own',
      level: 'advice',
      rule: { type: 'contains_any', terms: ['zzz'] },
      help: 'x',
      scope,
    };
    expect(ids([check], {}).includes('own advice')).toBe(applies);
  });

  it('asks nothing of a country when none was given', () => {
    const check: Check = {
      id: 'own',
      level: 'block',
      rule: { type: 'hashtag', tags: ['ad'] },
      help: 'x',
      scope: { countries: ['US'] },
    };
    expect(ids([check], { country: null })).toEqual([]);
  });

  it('keeps up with typing, for two hundred checks and a long text', () => {
    const checks: Check[] = Array.from({ length: 200 }, (_, i) => ({
      id: `c${i}`,
      level: 'advice',
      help: 'x',
      rule: {
        type: 'contains_none',
        terms: [`mot${i}`, `deux mots ${i}`, ...(i < 20 ? [{ pattern: `REF${i}-\\d{4}` }] : [])],
      },
    }));
    const text = 'Fiers de l’équipe de Roubaix, qui chauffe l’atelier 🎉 #Industrie. '.repeat(45);
    evaluateChecks(checks, aPost({ text }));
    const times = Array.from({ length: 9 }, () => {
      const from = performance.now();
      evaluateChecks(checks, aPost({ text }));
      return performance.now() - from;
    }).sort((a, b) => a - b);
    // The quickest: what the machine does besides is no part of it.
    expect(times[0]).toBeLessThan(50);
  });
});

describe('strongestLevel', () => {
  it('is null when nothing was found', () => {
    expect(strongestLevel([])).toBeNull();
    expect(strongestLevel(evaluateChecks([], aPost({ embargoUntil: now + 1, proposals: [aPost().text] })))).toBe(
      'block',
    );
  });
});
