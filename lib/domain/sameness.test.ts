import { describe, expect, it } from 'vitest';
import { samenessOf } from './sameness.ts';

const proposal = 'Proud of the Roubaix team, whose workshop now runs on recovered heat.';
const past = [{ text: 'Three years of work, and the workshop heats itself. Well done all!', at: 7 }];
const known = { proposals: [proposal], past };

describe('samenessOf', () => {
  it.each([
    ['a word changed', 'Proud of the Roubaix team, whose workshop now works on recovered heat.', null],
    ['a word added', `${proposal} Bravo!`, { to: 'proposal' }],
    [
      'case, accents, hashtags and links do not make it one’s own',
      `${proposal.toUpperCase()} yes #Heat`,
      { to: 'proposal' },
    ],
    ['word for word is for the check', proposal, null],
    ['word for word but for a hashtag is for the check too', `${proposal} #Heat https://example.com/a`, null],
    ['own words about the same', 'I spent a winter in this workshop: today it is warm, and the team did it.', null],
    [
      'what one posted before',
      'Three years of work, and the workshop heats itself. Well done all',
      { to: 'past', at: 7 },
    ],
    [
      'nearly what one posted before',
      'Three years of work, and the workshop heats itself. Well done you',
      { to: 'past', at: 7 },
    ],
    ['too short to tell', 'Proud of the team.', null],
    ['nothing', '', null],
  ])('%s', (_, text, sameness) => expect(samenessOf(text, known)).toEqual(sameness));

  it('reads scripts without spaces', () => {
    const japanese = { proposals: ['新しい工場は回収した熱で動いています。'], past: [] };
    expect(samenessOf('新しい工場は回収した熱で動いていますね。', japanese)).toEqual({ to: 'proposal' });
    expect(samenessOf('今日は工場を見学して感動しました。', japanese)).toBeNull();
  });

  it('compares a long text with two hundred posts between two keys', () => {
    const many = Array.from({ length: 200 }, (_, i) => ({ text: `${past[0]?.text} ${i} `.repeat(8), at: i }));
    const begun = performance.now();
    samenessOf('Something else entirely, and quite long. '.repeat(60), { proposals: [proposal], past: many });
    expect(performance.now() - begun).toBeLessThan(500);
  });
});
