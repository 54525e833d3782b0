export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}

export type Figure = { what: string; value: string; against: string; ratio: string; aim: string };

export const ms = (value: number) => `${value.toFixed(1)} ms`;
export const times = (value: number) => `${value.toFixed(2)} ×`;

export function ratioFigure(what: string, value: number, against: string, floor: number, aim: string): Figure {
  return { what, value: ms(value), against: `${against} ${ms(floor)}`, ratio: times(value / floor), aim };
}

/** One table, columns as wide as they need to be. */
export function formatTable(figures: Figure[]): string {
  const rows = [
    ['measured', 'median', 'against', 'ratio', 'aim'],
    ...figures.map(({ what, value, against, ratio, aim }) => [what, value, against, ratio, aim]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: string[]) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = rows;
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...body.map(line)].join('\n');
}
