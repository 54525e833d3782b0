/**
 * Tables as RFC 4180 has them: commas, quotation marks where needed, CR LF between records. A cell that a
 * spreadsheet would take for a formula is written with an apostrophe before it
 * (https://owasp.org/www-community/attacks/CSV_Injection), which `readCsv` takes off again.
 */

/** Excel reads UTF-8 only behind this. */
const byteOrderMark = '\uFEFF';
/** What begins a formula, full-width forms included, behind any number of apostrophes: so taking one off is exact. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

export function writeCsv(rows: string[][]): string {
  return byteOrderMark + rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * The records of a table, whichever of comma, semicolon and tab its first line is divided by: spreadsheets
 * write what their language uses. Takes LF for CR LF, and what stands behind a closing quotation mark as it is.
 * Empty lines are no records.
 */
export function readCsv(text: string): string[][] {
  const content = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  const delimiter = delimiterOf(content);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endRow = () => {
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  };
  while (at < content.length) {
    const cell = readCell(content, at, delimiter);
    row.push(readGuarded(cell.text));
    at = cell.end;
    if (content[at] === delimiter) {
      at += 1;
      // A delimiter at the very end announces one more cell, which is empty.
      if (at === content.length) row.push('');
      else continue;
    }
    endRow();
    at += content.startsWith('\r\n', at) ? 2 : 1;
  }
  return rows;
}

function readGuarded(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}

function delimiterOf(content: string): string {
  const [line = ''] = content.split(/[\r\n]/, 1);
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: line.split(mark).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark;
}

/** The cell that begins at `from`, and where what ends it stands: a delimiter, a line's end or the text's. */
function readCell(content: string, from: number, delimiter: string): { text: string; end: number } {
  let at = from;
  let text = '';
  if (content[at] === '"') {
    at += 1;
    for (;;) {
      const quote = content.indexOf('"', at);
      if (quote < 0) return { text: text + content.slice(at), end: content.length };
      text += content.slice(at, quote);
      at = quote + 1;
      if (content[at] !== '"') break;
      text += '"';
      at += 1;
    }
  }
  const start = at;
  while (at < content.length && content[at] !== delimiter && content[at] !== '\n' && content[at] !== '\r') at += 1;
  return { text: text + content.slice(start, at), end: at };
}
