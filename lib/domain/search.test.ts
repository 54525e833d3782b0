import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.ts';
import { isNarrower, markMatches, queryWords, searchEntries, searchText } from './search.ts';

const entry = (id: string, title: string, rest = '') => ({ id, title: searchText(title), rest: searchText(rest) });
const entries = [
  entry('heat', 'Our Roubaix workshop now runs on recovered heat', 'énergie'),
  entry('oeuvre', 'L’œuvre d’une équipe', 'Camille Renard, Roubaix'),
  entry('street', 'STRASSE und Straße: C++ & .NET', '#LedParty 2026'),
  entry('tokyo', '東京の新しい工場', 'カメラ'),
  entry('empty', '', ''),
];

describe('searchEntries', () => {
  it.each([
    ['a word', 'roubaix', ['heat', 'oeuvre']],
    ['the beginning of a word', 'roub', ['heat', 'oeuvre']],
    ['no middle of a word', 'oubaix', []],
    ['words in any order', 'heat our', ['heat']],
    ['all the words', 'roubaix lille', []],
    ['words across title and the rest', 'equipe camille', ['oeuvre']],
    ['accents ignored both ways', 'ÉQUIPÉ', ['oeuvre']],
    ['an accent typed where there is none', 'hèat', ['heat']],
    ['ligatures', 'oeuvre', ['oeuvre']],
    ['ligatures typed', 'œuv', ['oeuvre']],
    ['elisions', "l'oeuvre", ['oeuvre']],
    ['a sharp s', 'strasse', ['street']],
    ['signs as blanks', 'c++ .net', ['street']],
    ['a hashtag', '#ledparty', ['street']],
    ['a number', '202', ['street']],
    ['a script without spaces', '新しい', ['tokyo']],
    ['nothing', '', []],
    ['blanks and signs only', ' — ! ', []],
    ['what no regular expression would survive', '([*', []],
  ])('finds %s', (_name, query, ids) => {
    expect(searchEntries(entries, queryWords(query)).map(({ id }) => id)).toEqual(ids);
  });

  it('puts titles first, then keeps the order given', () => {
    const list = [entry('1', 'a', 'heat'), entry('2', 'heat'), entry('3', 'b', 'heat'), entry('4', 'Heat pumps')];
    expect(searchEntries(list, ['heat']).map(({ id }) => id)).toEqual(['2', '4', '1', '3']);
  });
});

describe('searchText', () => {
  // A letter of another script sends the whole text the long way.
  const slowly = (text: string) => searchText(`${text} 東`).replace(/ 東$/, '');

  it.each(['Écoute l’Œuvre — « 50 % »…', 'ǆ ½ ² ª º ﬁn', '', '  ', "L'İstanbul ŒUVRE_x", 'a–b'])(
    'folds %j the same the short way and the long way',
    (text) => {
      expect(searchText(text)).toBe(slowly(text));
    },
  );

  it('folds any Latin text the same both ways', () => {
    const latin = fc.string({ unit: fc.integer({ min: 0, max: 0x24f }).map((code) => String.fromCharCode(code)) });
    fc.assert(
      fc.property(latin, (text) => {
        expect(searchText(text)).toBe(slowly(text));
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  it('keeps every word that folding keeps', () => {
    expect(searchText('Œuvre, Straße')).toBe(` ${foldText('Œuvre Straße')}`);
  });
});

describe('isNarrower', () => {
  it.each([
    ['one more letter', 'roub', 'roubaix', true],
    ['one more word', 'roubaix', 'roubaix heat', true],
    ['words turned round', 'roub heat', 'heat roubaix', true],
    ['the same', 'roub', 'roub', true],
    ['one letter less', 'roub', 'rou', false],
    ['another word', 'roub', 'heat', false],
    ['a first word', '', 'heat', false],
    ['a script without spaces', '新', '新し', false],
  ])('%s', (_name, before, now, expected) => {
    expect(isNarrower(queryWords(now), queryWords(before))).toBe(expected);
  });
});

describe('markMatches', () => {
  const marked = (text: string, query: string) =>
    markMatches(text, queryWords(query))
      .map(({ text: part, isMatch }) => (isMatch ? `[${part}]` : part))
      .join('');

  it.each([
    ['Our Roubaix workshop', 'roub WORK', 'Our [Roub]aix [work]shop'],
    ['L’œuvre d’Éléonore', 'oeu éle', 'L’[œu]vre d’[Élé]onore'],
    ['Große Straße', 'stras', 'Große [Straß]e'],
    ['E\u0301quipe', 'e', '[E\u0301]quipe'],
    ['workwork', 'work', '[work]work'],
    ['workshops', 'work workshop', '[workshop]s'],
    ['東京の新しい工場', '新しい', '東京の[新しい]工場'],
    ['<b>heat</b>', 'heat', '<b>[heat]</b>'],
    ['nothing here', 'heat', 'nothing here'],
  ])('%s, %s', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it('loses nothing of a text', () => {
    const text = ' — Élan: 50 % 🎈 d’œuvres\n';
    expect(
      markMatches(text, queryWords('e 5 oe'))
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
