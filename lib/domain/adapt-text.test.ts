import { describe, expect, it } from 'vitest';
import { adaptText } from './adapt-text.ts';

const fits = (limit: number) => (text: string) => text.length <= limit;

describe('adaptText', () => {
  it.each([
    ['x', 'Warm at last. #Heat #Energy #Roubaix #Light', 'Warm at last. #Heat #Energy'],
    ['threads', 'Warm at last.\n\n#Heat #Energy', 'Warm at last.\n\n#Heat'],
    ['x', 'Our #Heat and #Energy and #Light team', 'Our #Heat and #Energy and #Light team'],
    ['linkedin', 'Warm. #A1 #B2 #C3 #D4', 'Warm. #A1 #B2 #C3 #D4'],
    ['x', 'Warm at last.', 'Warm at last.'],
    ['x', '', ''],
  ] as const)('%s: %s', (network, text, adapted) => expect(adaptText(text, network, fits(500))).toBe(adapted));

  it('cuts what is left between words', () => {
    expect(adaptText('Warm at last in Roubaix. #Heat #Energy #Light', 'x', fits(16))).toBe('Warm at last in…');
  });

  it('never cuts a family in two', () => {
    const family = '👨‍👩‍👧‍👦';
    const cut = adaptText(`Merci ${family.repeat(4)}`, 'linkedin', fits(6 + family.length * 2 + 3));
    expect(
      [...new Intl.Segmenter().segment(cut)].every(
        ({ segment }) => [' ', '…', family].includes(segment) || /[a-z]/i.test(segment),
      ),
    ).toBe(true);
  });
});
