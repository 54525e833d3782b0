import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.ts';

describe('foldText', () => {
  it.each([
    ['Écoute l’Œuvre', "ecoute l'oeuvre"],
    ['  deux\u00A0 espaces\n', 'deux espaces'],
    ['STRASSE Straße', 'strasse strasse'],
    ['e\u0301te\u0301', 'ete'],
    ['Łódź, Ærø, Þór, ﬁn', 'lodz, aero, thor, fin'],
    ['İstanbul ılık', 'istanbul ilik'],
    ['', ''],
    ['日本語', '日本語'],
  ])('%j becomes %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    const once = foldText('Ça déménage à l’ŒUVRE №5');
    expect(foldText(once)).toBe(once);
  });
});
