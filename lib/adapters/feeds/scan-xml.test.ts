import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEntries, findRoot, type Segment } from './scan-xml.ts';

const head = '<rss version="2.0">';
const rootOf = (xml: string) => findRoot(xml) ?? expect.fail('no root');

/** The same with one plain search, prefix first. */
function findEntriesPlainly(xml: string): Segment[] {
  const mark = /<!--|<!\[CDATA\[|<(\/?)((?:[\w.-]{1,99}:)?item)(?=[\s/>])/gi;
  mark.lastIndex = head.length;
  const segments: Segment[] = [];
  const add = (segment: Segment) => {
    const inside = xml.indexOf('<', segment.start + 1);
    if (inside !== -1 && inside < segment.end && xml[inside + 1] !== '/') segments.push(segment);
  };
  const seek = (sign: string, from: number) => {
    const index = xml.indexOf(sign, from);
    return index === -1 ? -1 : index + sign.length;
  };
  let name: string | null = null;
  let start = -1;
  for (const found of iterate(mark, xml)) {
    if (found[2] === undefined) {
      const end = seek(found[0] === '<!--' ? '-->' : ']]>', found.index);
      if (end !== -1) mark.lastIndex = end;
      continue;
    }
    name ??= found[1] === '' ? found[2].toLowerCase() : null;
    if (found[2].toLowerCase() !== name) continue;
    const end = seek('>', mark.lastIndex - 1);
    if (found[1] === '/') {
      if (start !== -1 && end !== -1) add({ start, end, isComplete: true });
      start = -1;
    } else {
      if (end !== -1 && xml[end - 2] === '/') continue;
      if (start !== -1) add({ start, end: found.index, isComplete: false });
      start = found.index;
    }
  }
  if (start !== -1) segments.push({ start, end: xml.length, isComplete: false });
  return segments;
}

function* iterate(expression: RegExp, text: string): Generator<RegExpExecArray> {
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) yield match;
}

describe('findEntries', () => {
  it('finds what a plain search finds', () => {
    const pieces = fc.constantFrom(
      ...[
        '<item>',
        '</item>',
        '<item/>',
        '<item a="b">',
        '<ITEM>',
        '</Item >',
        '<rss:item>',
        '</rss:item>',
        '<rss:item />',
      ],
      ...[
        '<title>a</title>',
        'text',
        ':item ',
        '/item>',
        'a:item>',
        '</a/item>',
        '<a:b:item>',
        '<item',
        '<:item>',
        '</:item>',
      ],
      ...[
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<',
        '>',
        '/',
        ':',
        ' ',
        `<${'p'.repeat(99)}:item>`,
        `<${'p'.repeat(100)}:item>`,
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
        const xml = head + parts.join('');
        expect(findEntries(xml, rootOf(xml))).toEqual(findEntriesPlainly(xml));
      }),
      { numRuns: 3000 },
    );
  });
});
