import { foldTerm, isWordCharacter } from './folded-text.ts';

/** Whether a set or a character takes one of the text: its folded form, or the one that was written. */
export type Accepts = (folded: number, written: number) => boolean;

/** A pattern as its grammar (`pattern.ts`) reads it. */
export type PatternNode =
  | { kind: 'take'; accepts: Accepts }
  | { kind: 'edge' }
  | { kind: 'sequence'; nodes: PatternNode[] }
  | { kind: 'either'; nodes: PatternNode[] }
  | { kind: 'repeat'; node: PatternNode; least: number; most: number };

/** Why a pattern is not one, for its author. */
export class Refusal extends Error {}

const repeatLimit = 50;
const depthLimit = 20;

/** @throws Refusal */
export function parsePattern(source: string): PatternNode {
  const characters = [...source];
  let at = 0;
  let depth = 0;

  const either = (): PatternNode => {
    const nodes = [sequence()];
    while (characters[at] === '|') {
      at += 1;
      nodes.push(sequence());
    }
    return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: 'either', nodes };
  };
  const sequence = (): PatternNode => {
    const nodes: PatternNode[] = [];
    while (at < characters.length && characters[at] !== '|' && characters[at] !== ')') nodes.push(repeated());
    return { kind: 'sequence', nodes };
  };
  const repeated = (): PatternNode => {
    const node = atom();
    const bounds = quantifier();
    if (bounds === null) return node;
    if (node.kind === 'edge') throw new Refusal('\\b is repeated');
    if (quantifier() !== null)
      throw new Refusal('a repeat is repeated: lazy and possessive repeats are not known here');
    return { kind: 'repeat', node, least: bounds[0], most: bounds[1] };
  };
  const quantifier = (): [number, number] | null => {
    const character = characters[at];
    if (character === '?' || character === '*' || character === '+') {
      at += 1;
      return [character === '+' ? 1 : 0, character === '?' ? 1 : Number.POSITIVE_INFINITY];
    }
    if (character !== '{') return null;
    const close = characters.indexOf('}', at);
    const written = close < 0 ? null : /^(\d{1,3})(,(\d{1,3})?)?$/.exec(characters.slice(at + 1, close).join(''));
    if (written === null) throw new Refusal('{ is not followed by a count; write \\{ for the character');
    at = close + 1;
    const least = Number(written[1]);
    const most =
      written[2] === undefined ? least : written[3] === undefined ? Number.POSITIVE_INFINITY : Number(written[3]);
    if (most < least) throw new Refusal(`{${least},${most}} counts down`);
    if (least > repeatLimit || (most !== Number.POSITIVE_INFINITY && most > repeatLimit)) {
      throw new Refusal(`it repeats more than ${repeatLimit} times`);
    }
    return [least, most];
  };
  const atom = (): PatternNode => {
    const character = characters[at] ?? '';
    at += 1;
    if (character === '(') return group();
    if (character === '[') return { kind: 'take', accepts: set() };
    if (character === '.') return { kind: 'take', accepts: () => true };
    if (character === '\\') return escaped();
    if (character === '^' || character === '$')
      throw new Refusal(`${character} is not known here; write \\b, or \\${character} for the character`);
    if ('?*+{'.includes(character)) throw new Refusal(`nothing stands before ${character}`);
    if (character === ']' || character === '}') throw new Refusal(`${character} closes nothing`);
    return literal(character);
  };
  const group = (): PatternNode => {
    depth += 1;
    if (depth > depthLimit) throw new Refusal('its groups are too deep');
    if (characters[at] === '?') {
      if (characters[at + 1] !== ':') throw new Refusal('look-around and named groups are not known here');
      at += 2;
    }
    const node = either();
    if (characters[at] !== ')') throw new Refusal('a group is not closed');
    at += 1;
    depth -= 1;
    return node;
  };
  const escaped = (): PatternNode => {
    const character = characters[at] ?? '';
    at += 1;
    if (character === 'b') return { kind: 'edge' };
    const shared = classOf(character);
    if (shared !== null) return { kind: 'take', accepts: shared };
    return literal(punctuation(character));
  };
  const set = (): Accepts => {
    const isNegated = characters[at] === '^';
    if (isNegated) at += 1;
    const tests: Accepts[] = [];
    while (at < characters.length && (characters[at] !== ']' || tests.length === 0)) tests.push(setPart());
    if (characters[at] !== ']') throw new Refusal('a set is not closed');
    at += 1;
    return (folded, written) => tests.some((test) => test(folded, written)) !== isNegated;
  };
  const setPart = (): Accepts => {
    const first = characters[at] ?? '';
    at += 1;
    if (first === '\\') {
      const shared = classOf(characters[at] ?? '');
      if (shared !== null) {
        at += 1;
        return shared;
      }
    }
    const from = first === '\\' ? punctuation(characters[at++] ?? '') : first;
    if (characters[at] !== '-' || characters[at + 1] === ']' || characters[at + 1] === undefined) {
      return between(from, from);
    }
    at += 1;
    const last = characters[at] ?? '';
    at += 1;
    const to = last === '\\' ? punctuation(characters[at++] ?? '') : last;
    if ((from.codePointAt(0) ?? 0) > (to.codePointAt(0) ?? 0)) throw new Refusal(`${from}-${to} counts down`);
    return between(from, to);
  };

  const node = either();
  if (at < characters.length) throw new Refusal(') closes nothing');
  return node;
}

function punctuation(character: string): string {
  if (character === '' || isWordCharacter(character) || /\s/.test(character)) {
    throw new Refusal(`\\${character} is not known here`);
  }
  return character;
}

function classOf(character: string): ((folded: number) => boolean) | null {
  switch (character) {
    case 'd':
      return (folded) => /\p{Nd}/u.test(String.fromCodePoint(folded));
    case 'w':
      return (folded) => isWordCharacter(String.fromCodePoint(folded));
    case 's':
      return (folded) => folded === 32;
    default:
      return null;
  }
}

/** A character between two others, as folded, as written, or in the other case. */
function between(from: string, to: string): (folded: number, written: number) => boolean {
  const [low, high] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
  const plain = from === to ? foldTerm(from).codePointAt(0) : undefined;
  const holds = (code: number | undefined) => code !== undefined && low <= code && code <= high;
  return (folded, written) =>
    folded === plain ||
    holds(folded) ||
    holds(String.fromCodePoint(folded).toUpperCase().codePointAt(0)) ||
    holds(written);
}

/** A character stands for its folded form, which may be none or several (`œ`). */
function literal(character: string): PatternNode {
  const folded = /\s/.test(character) ? ' ' : foldTerm(character);
  const nodes = [...folded].map((one): PatternNode => {
    const code = one.codePointAt(0);
    return { kind: 'take', accepts: (candidate) => candidate === code };
  });
  return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: 'sequence', nodes };
}
