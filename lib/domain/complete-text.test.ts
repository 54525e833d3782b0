import { describe, expect, it } from 'vitest';
import { complete, completionAt, completionCandidates, completionsOf, hashtagOf } from './complete-text.ts';

describe('completionAt', () => {
  it.each([
    ['Proud #Ind|', { sign: '#', query: 'Ind', start: 6, end: 10 }],
    ['#|', { sign: '#', query: '', start: 0, end: 1 }],
    ['With @mai|', { sign: '@', query: 'mai', start: 5, end: 9 }],
    ['@lumen@mast|', { sign: '@', query: 'lumen@mast', start: 0, end: 11 }],
    ['(#été|)', { sign: '#', query: 'été', start: 1, end: 5 }],
    ['فخور #صنا|', { sign: '#', query: 'صنا', start: 5, end: 9 }],
    ['Proud |', null],
    ['Proud #In|dustry', null],
    ['a#b|', null],
    ['me@example|', null],
    ['https://example.com/#par|', null],
    ['https://example.com/@par|', null],
  ])('%s', (written, found) => {
    const caret = written.indexOf('|');
    expect(completionAt(written.replace('|', ''), caret)).toEqual(found);
  });
});

describe('completionsOf', () => {
  const candidates = ['#IndustryWeek', '#RecoveredHeat', '#Énergie', '@maison-lumen', '#heatpump'];
  const of = (sign: '#' | '@', query: string) => completionsOf(candidates, { sign, query, start: 0, end: 0 });

  it('offers all of a sign before anything is written', () => {
    expect(of('@', '')).toEqual(['@maison-lumen']);
    expect(of('#', '')).toHaveLength(4);
  });
  it('begins first, later words after', () => expect(of('#', 'heat')).toEqual(['#heatpump', '#RecoveredHeat']));
  it('ignores case and accents', () => expect(of('#', 'ener')).toEqual(['#Énergie']));
  it('does not offer what is written already', () => expect(of('#', 'heatpump')).toEqual([]));
  it('finds a name by a later part', () => expect(of('@', 'lum')).toEqual(['@maison-lumen']));
});

describe('complete', () => {
  it.each([
    ['Proud #Ind|', '#IndustryWeek', 'Proud #IndustryWeek |'],
    ['Proud #Ind| today', '#IndustryWeek', 'Proud #IndustryWeek |today'],
    ['Proud #Ind|.', '#IndustryWeek', 'Proud #IndustryWeek|.'],
    ['#Ind|\nNext', '#IndustryWeek', '#IndustryWeek|\nNext'],
  ])('%s', (written, chosen, expected) => {
    const caret = written.indexOf('|');
    const text = written.replace('|', '');
    const at = completionAt(text, caret);
    if (at === null) throw new Error('nothing to complete');
    const done = complete(text, at, chosen);
    expect(`${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`).toBe(expected);
  });
});

describe('completionCandidates', () => {
  it('goes from the campaign to one’s own use, each once', () => {
    const candidates = completionCandidates({
      tags: ['recovered heat', 'Energy', '2026'],
      campaignHashtag: 'IndustryWeek',
      suggestions: ['Proud of @lumen. #Energy'],
      past: ['Hello @ana #Light', 'With @ana #light and @bo', 'me@example.com https://example.com/@no'],
    });
    expect(candidates).toEqual(['#IndustryWeek', '#Energy', '@lumen', '#RecoveredHeat', '@ana', '#Light', '@bo']);
  });
});

describe('hashtagOf', () => {
  it.each([
    ['recovered heat', ['#RecoveredHeat']],
    ['R&D', ['#RD']],
    ['économie circulaire', ['#ÉconomieCirculaire']],
    ['2026', []],
    ['', []],
  ])('%s', (label, hashtags) => expect(hashtagOf(label)).toEqual(hashtags));
});
