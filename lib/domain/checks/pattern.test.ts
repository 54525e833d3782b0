import { describe, expect, it } from 'vitest';
import { foldWithOffsets } from './folded-text.ts';
import { compilePattern, findPattern } from './pattern.ts';

function find(source: string, text: string): string[] {
  const compiled = compilePattern(source);
  if (!compiled.ok) throw new Error(compiled.reason);
  return findPattern(foldWithOffsets(text), compiled.pattern, text).map(({ start, end }) => text.slice(start, end));
}

describe('findPattern', () => {
  it.each([
    ['CONF-\\d{4}', 'see conf-2041 and CONF-20419', ['conf-2041', 'CONF-2041']],
    ['\\bCONF-\\d{4}\\b', 'see conf-2041 and CONF-20419', ['conf-2041']],
    ['projet (halo|lyre)', 'Le Projet  Halo, le projet lyre', ['Projet  Halo', 'projet lyre']],
    ['secret defense', 'Secret défense !', ['Secret défense']],
    ['é+', 'été', ['é', 'é']],
    ['[A-F0-9]{6,}', 'id 00ff7a9', ['00ff7a9']],
    ['[^ ]+@corp', 'write to anne.l@corp now', ['anne.l@corp']],
    ['a.*b', 'x a1b2b y', ['a1b2b']],
    ['œuvre', 'le chef-d’OEUVRE', ['OEUVRE']],
    ['(ab)+', 'ababab ab', ['ababab', 'ab']],
    ['a|ab|abc', 'abcd', ['abc']],
    // Overlapping matches are one range.
    ['x{2}', 'xxxxx', ['xxxxx']],
    ['機密\\d', '機密7', ['機密7']],
    ['🔒 \\w+', 'une 🔒 chose', ['🔒 chose']],
    ['[À-ÿ]', 'naïf', ['ï']],
    ['\\$\\d+(\\.\\d+)?', 'at $12.50', ['$12.50']],
    ['abc', 'nothing', []],
  ])('%s in %j', (pattern, text, expected) => {
    expect(find(pattern, text)).toEqual(expected);
  });

  it('answers as the engine of the language does, on patterns both know', () => {
    const parts = ['a', 'b', '.', '[ab]', '(a|b)', 'a?', 'b*', 'a+', '(ab)*', 'b{1,2}', 'c'];
    let seed = 7;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return (seed >>> 8) % below;
    };
    let compared = 0;
    for (let round = 0; round < 3000; round += 1) {
      const source = Array.from({ length: 1 + random(4) }, () => parts[random(parts.length)]).join('');
      const text = Array.from({ length: random(12) }, () => 'abc'[random(3)]).join('');
      const compiled = compilePattern(source);
      if (!compiled.ok) continue;
      compared += 1;
      expect([source, text, find(source, text).length > 0]).toEqual([source, text, new RegExp(source).test(text)]);
    }
    expect(compared).toBeGreaterThan(1500);
  });
});

describe('compilePattern', () => {
  it.each([
    ['(a)\\1', 'is not known here'],
    ['(?=a)b', 'look-around'],
    ['(?<n>a)', 'look-around and named'],
    ['a+?', 'lazy'],
    ['a**', 'repeat is repeated'],
    ['^a', 'is not known here'],
    ['a$', 'is not known here'],
    ['a{2,1}', 'counts down'],
    ['a{51}', 'more than 50'],
    ['(a{50}){50}', 'too large'],
    ['[a-z', 'not closed'],
    ['[z-a]', 'counts down'],
    ['(a', 'not closed'],
    ['a)', 'closes nothing'],
    ['*a', 'nothing stands before'],
    ['a*', 'empty text'],
    ['', 'empty text'],
    ['\\b', 'empty text'],
    ['a{', 'not followed by a count'],
    ['\\p{L}', 'is not known here'],
    [`${'('.repeat(30)}a${')'.repeat(30)}`, 'too deep'],
  ])('refuses %s', (source, reason) => {
    const compiled = compilePattern(source);
    expect(compiled.ok ? 'accepted' : compiled.reason).toContain(reason);
  });

  it.each([
    ['(a+)+b', 'a'],
    ['(a|a)*b', 'a'],
    ['(a|ab)*c', 'ab'],
    ['(.*)(.*)(.*)(.*)x', 'y'],
    ['(a?){25}a{25}b', 'a'],
    ['(\\w+\\s?)+!', 'word '],
    ['a|a*b', 'a'],
    ['([a-z]+)*\\d', 'z'],
  ])('takes time in proportion to the text: %s', (source, unit) => {
    const compiled = compilePattern(source);
    if (!compiled.ok) throw new Error(compiled.reason);
    const { program } = compiled.pattern;
    let steps = 0;
    // Counted, not timed: a busy machine proves nothing.
    const counted = program.map((instruction) =>
      instruction.op !== 'take'
        ? instruction
        : {
            ...instruction,
            accepts: (folded: number, written: number) => {
              steps += 1;
              return instruction.accepts(folded, written);
            },
          },
    );
    const stepsOf = (length: number) => {
      steps = 0;
      const text = unit.repeat(Math.ceil(length / unit.length));
      findPattern(foldWithOffsets(text), { program: counted }, text);
      return steps;
    };
    const [short, long] = [stepsOf(1000), stepsOf(16_000)];
    expect(short).toBeGreaterThan(0);
    expect(long).toBeLessThanOrEqual(program.length * 16_005);
    // Sixteen times the text: a quadratic matcher would take 256 times as many, an exponential one for ever.
    expect(long).toBeLessThan(short * 17);
  });
});
