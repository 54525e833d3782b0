import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from './csv.ts';

const bom = '\uFEFF';

describe('writeCsv', () => {
  it.each([
    [[['a', 'b']], 'a,b\r\n'],
    [[['a,b', 'c;d']], '"a,b","c;d"\r\n'],
    [[['say "hi"']], '"say ""hi"""\r\n'],
    [[['two\r\nlines', ' edges ']], '"two\r\nlines"," edges "\r\n'],
    [
      [
        ['', ''],
        ['é', '🎈'],
      ],
      ',\r\né,🎈\r\n',
    ],
  ])('writes %j', (rows, expected) => {
    expect(writeCsv(rows)).toBe(bom + expected);
  });

  it.each([
    '=1+1',
    '+33 6 12',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    "'=1",
    '＝1',
    '=HYPERLINK("https://evil.example")',
  ])('lets no spreadsheet take %j for a formula', (text) => {
    const cell = writeCsv([[text]])
      .slice(1)
      .trimEnd()
      .replace(/^"/, '');
    expect(cell.startsWith("'")).toBe(true);
    expect(readCsv(writeCsv([[text]]))).toEqual([[text]]);
  });
});

describe('readCsv', () => {
  it.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a;b\r\n"c;d";e\r\n',
      [
        ['a', 'b'],
        ['c;d', 'e'],
      ],
    ],
    [
      'a\tb\rc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a""b",""', [['a"b', '']]],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a,', [['a', '']]],
    ['\n\na,b\n\n', [['a', 'b']]],
    ['"never closed, is it', [['never closed, is it']]],
    ['"a"b,c', [['ab', 'c']]],
    ["'quoted', l'heure", [["'quoted'", " l'heure"]]],
    ['', []],
  ])('reads %j', (text, rows) => {
    expect(readCsv(text)).toEqual(rows);
  });

  it('reads back what was written, whatever it is', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('=', "'", '"', ',', ';', '\r', '\n', '\t', '', ' ', '-1', "''=x"),
    );
    const text = fc.array(cell, { maxLength: 4 }).map((parts) => parts.join(''));
    // A single empty cell and no cell are the same line.
    const row = fc.array(text, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(readCsv(writeCsv([['id', 'kind'], ...rows]))).toEqual([['id', 'kind'], ...rows]);
      }),
      { numRuns: 2000 },
    );
  });

  it('answers anything', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(readCsv(text))));
  });
});
