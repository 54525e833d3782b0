import { type FoldedText, isEdge, type Range, unfoldRange } from './folded-text.ts';
import { type Accepts, type PatternNode, parsePattern, Refusal } from './pattern-grammar.ts';

/*
 * Patterns of checks: a small part of regular expressions, matched in time proportional to the text
 * whatever the pattern, because they come from a feed and run at every key.
 *
 *   pattern ─ parse ─► program of a Thompson automaton ─ one pass over the text ─► ranges
 *
 * The grammar: characters; `.`; sets `[A-Z0-9_]`, `[^…]`; `\d`, `\w`, `\s`; `\b`; `( )`; `|`; `?`, `*`,
 * `+`, `{n}`, `{n,}`, `{n,m}`; a backslash before any punctuation. Nothing else: what needs backtracking
 * (back references, look-around, lazy or possessive repeats) is refused, not approximated. Case and
 * accents are ignored, as for words. Method: Russ Cox, https://swtch.com/~rsc/regexp/regexp1.html.
 */
type Instruction =
  | { op: 'take'; accepts: Accepts }
  | { op: 'split'; first: number; second: number }
  | { op: 'jump'; to: number }
  | { op: 'edge'; to: number }
  | { op: 'match' };

export type Pattern = { program: Instruction[] };
export type PatternResult = { ok: true; pattern: Pattern } | { ok: false; reason: string };

/** A few steps per character and instruction: 500 of them over a long post stay within a few milliseconds. */
const programLimit = 500;

/** The program of a pattern, or why it is refused. */
export function compilePattern(source: string): PatternResult {
  try {
    const node = parsePattern(source);
    if (isNullable(node)) throw new Refusal('it matches the empty text');
    const program: Instruction[] = [];
    emit(node, program);
    program.push({ op: 'match' });
    return { ok: true, pattern: { program } };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message };
    throw error;
  }
}

function isNullable(node: PatternNode): boolean {
  switch (node.kind) {
    case 'take':
      return false;
    case 'edge':
      return true;
    case 'sequence':
      return node.nodes.every(isNullable);
    case 'either':
      return node.nodes.some(isNullable);
    case 'repeat':
      return node.least === 0 || isNullable(node.node);
  }
}

function emit(node: PatternNode, program: Instruction[]): void {
  if (program.length > programLimit)
    throw new Refusal(`it is too large: over ${programLimit} steps once its repeats are written out`);
  switch (node.kind) {
    case 'take':
      program.push({ op: 'take', accepts: node.accepts });
      return;
    case 'edge':
      program.push({ op: 'edge', to: program.length + 1 });
      return;
    case 'sequence':
      for (const inner of node.nodes) emit(inner, program);
      return;
    case 'either':
      emitEither(node.nodes, program);
      return;
    case 'repeat':
      emitRepeat(node, program);
  }
}

function emitEither(nodes: PatternNode[], program: Instruction[]): void {
  const jumps: { op: 'jump'; to: number }[] = [];
  nodes.forEach((node, i) => {
    if (i === nodes.length - 1) {
      emit(node, program);
      return;
    }
    const split = { op: 'split' as const, first: program.length + 1, second: 0 };
    program.push(split);
    emit(node, program);
    const jump = { op: 'jump' as const, to: 0 };
    program.push(jump);
    jumps.push(jump);
    split.second = program.length;
  });
  for (const jump of jumps) jump.to = program.length;
}

function emitRepeat(
  { node, least, most }: { node: PatternNode; least: number; most: number },
  program: Instruction[],
): void {
  for (let i = 0; i < least; i += 1) emit(node, program);
  if (most === Number.POSITIVE_INFINITY) {
    const split = { op: 'split' as const, first: program.length + 1, second: 0 };
    const back = program.length;
    program.push(split);
    emit(node, program);
    program.push({ op: 'jump', to: back });
    split.second = program.length;
    return;
  }
  const splits: { op: 'split'; first: number; second: number }[] = [];
  for (let i = least; i < most; i += 1) {
    const split = { op: 'split' as const, first: program.length + 1, second: 0 };
    program.push(split);
    splits.push(split);
    emit(node, program);
  }
  for (const split of splits) split.second = program.length;
}

/**
 * Where the pattern is found: the union of all its matches, overlapping ones as one range. One pass:
 * each instruction is entered at most once per character, by the match that began first.
 */
export function findPattern(text: FoldedText, { program }: Pattern, written: string): Range[] {
  const { folded, starts } = text;
  const found: Range[] = [];
  let running: { at: number; from: number }[] = [];
  const enteredAt = new Int32Array(program.length).fill(-1);
  const waiting: number[] = [];

  /** Follows what takes no character; the first to come was begun the earliest. */
  const enter = (at: number, from: number, position: number, into: { at: number; from: number }[]) => {
    waiting.push(at);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const instruction = program[next];
      if (instruction === undefined || enteredAt[next] === position) continue;
      enteredAt[next] = position;
      if (instruction.op === 'take') into.push({ at: next, from });
      else if (instruction.op === 'jump') waiting.push(instruction.to);
      else if (instruction.op === 'split') waiting.push(instruction.second, instruction.first);
      else if (instruction.op === 'edge') {
        if (isEdge(folded, position)) waiting.push(instruction.to);
      } else add(found, from, position);
    }
  };

  for (let position = 0; position <= folded.length; ) {
    const code = folded.codePointAt(position);
    if (position === 0) enter(0, 0, 0, running);
    if (code === undefined) break;
    const after = position + (code > 0xffff ? 2 : 1);
    const writtenCode = written.codePointAt(starts[position] ?? 0) ?? code;
    const next: { at: number; from: number }[] = [];
    for (const { at, from } of running) {
      const instruction = program[at];
      if (instruction?.op === 'take' && instruction.accepts(code, writtenCode)) enter(at + 1, from, after, next);
    }
    // A match that begins here comes last: those under way began earlier.
    enter(0, after, after, next);
    running = next;
    position = after;
  }
  return found.map(({ start, end }) => unfoldRange(text, start, end));
}

/** Ends only grow, so the ranges stay in order with what they overlap merged. */
function add(found: Range[], start: number, end: number): void {
  let first = start;
  for (let last = found.at(-1); last !== undefined && last.end > first; last = found.at(-1)) {
    first = Math.min(first, last.start);
    found.pop();
  }
  found.push({ start: first, end });
}
