import { sniffEncoding, sniffScript } from './sniff-encoding.ts';

/**
 * Bytes to text. Labels lie more often than bytes do, so the bytes are asked first: text that is
 * valid UTF-8 beyond ASCII is UTF-8 whatever the header says, and only then do the HTTP header and
 * the XML declaration count, in the order of RFC 7303, section 3. A label that the bytes contradict is
 * passed over, and when none is left the text itself is looked at.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const marked = encodingOfMark(bytes);
  if (marked === 'utf-32le' || marked === 'utf-32be') return decodeWide(bytes, marked === 'utf-32le');
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  const labels = [charsetOf(contentType), declaredEncoding(bytes)].filter((label) => label !== null).map(knownLabel);
  // Seven-bit encodings are valid UTF-8 by construction, so here the label is all there is.
  const sevenBit = labels.find((label) => /^(iso-2022-\w+|hz-gb-2312)$/i.test(label));
  if (sevenBit !== undefined) return decodeAs(sevenBit, bytes) ?? decodeUnlabelled(bytes, true);
  const utf8 = decodeStrictly(bytes);
  if (utf8 !== null) return utf8;
  for (const label of specificFirst(labels)) {
    const text = /^utf-?(8|16|32)/i.test(label) ? null : decodeAs(label, bytes);
    if (text !== null && isPlausible(label, text, bytes)) return text;
  }
  return decodeUnlabelled(bytes, labels.length === 0 || labels.some((label) => /^utf-?8/i.test(label)));
}

/** The charset of a `Content-Type`, as written. */
export function charsetOf(contentType: string | null): string | null {
  return /;\s*charset\s*[=:]\s*["']?([^\s;"']+)/i.exec(contentType ?? '')?.[1] ?? null;
}

/** What servers and editors stamp on everything, which makes it the weakest of two labels. */
const generic = /^(?:iso-?8859-?1|latin-?1|l1|windows-?1252|cp-?1252|us-ascii|ascii|ansi_x3\.4-1968)$/i;

function specificFirst(labels: string[]): string[] {
  return [...labels.filter((label) => !generic.test(label)), ...labels.filter((label) => generic.test(label))];
}

/** Names that are written in feeds and that browsers do not know. */
function knownLabel(label: string): string {
  const name = label.trim().toLowerCase().replaceAll('_', '-');
  const codePage = /^(?:x-)?(?:cp|win|ms|windows)-?(125\d|932|936|949|950)$/.exec(name)?.[1];
  if (codePage !== undefined) return otherPages[codePage] ?? `windows-${codePage}`;
  if (/^latin-?9$/.test(name)) return 'iso-8859-15';
  if (/^utf8/.test(name)) return 'utf-8';
  return label;
}

const otherPages: Record<string, string> = { '932': 'shift_jis', '936': 'gbk', '949': 'euc-kr', '950': 'big5' };

/** Whether text decoded under a label can be what was meant: hardly any sign lost, and no foreign script in Latin letters. */
function isPlausible(label: string, text: string, bytes: Uint8Array): boolean {
  if (generic.test(label)) return sniffScript(bytes) === null;
  const lost = text.match(/\uFFFD/g)?.length ?? 0;
  const read = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return lost * 20 <= read;
}

/**
 * A byte order mark, or the two bytes of a first `<`, `{` or blank in UTF-16 without one (XML 1.0,
 * appendix F). The marks of UTF-32 begin like those of UTF-16.
 */
function encodingOfMark([first = 1, second = 1, third = 1, fourth = 1]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'utf-32le' : 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0 && second === 0) return third === 0xfe || isOpening(fourth) ? 'utf-32be' : null;
  if (isOpening(first) && second === 0) return third === 0 && fourth === 0 ? 'utf-32le' : 'utf-16le';
  if (first === 0 && isOpening(second)) return 'utf-16be';
  return null;
}

function isOpening(byte: number): boolean {
  return byte === 0x3c || byte === 0x7b || byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** UTF-32, which browsers do not decode. */
function decodeWide(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let index = 0; index + 4 <= bytes.byteLength; index += 4) {
    const point = view.getUint32(index, isLittle);
    parts.push(point > 0x10ffff ? '\uFFFD' : String.fromCodePoint(point));
  }
  return parts
    .join('')
    .replace(/^\uFEFF/, '')
    .toWellFormed();
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024));
  return /<\?xml[^>]*?\sencoding\s*=\s*["']\s*([\w.: -]+?)\s*["']/i.exec(head)?.[1] ?? null;
}

/** A document cut within a character is still UTF-8, hence `stream`, which leaves the last bytes out. */
function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    // Some byte is not UTF-8: null says so.
    return null;
  }
}

function decodeAs(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    // A label that no browser knows counts as none.
    return null;
  }
}

const sampleBytes = 262_144;

/** UTF-8 with a few bad bytes, or the encoding that the text looks like. */
function decodeUnlabelled(bytes: Uint8Array, mayBeUtf8: boolean): string {
  const sample = new TextDecoder().decode(bytes.subarray(0, sampleBytes), { stream: true });
  const bad = sample.match(/\uFFFD/g)?.length ?? 0;
  const good = sample.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  const isUtf8 = mayBeUtf8 ? good >= bad : good > 10 * bad;
  return new TextDecoder(isUtf8 ? 'utf-8' : sniffEncoding(bytes)).decode(bytes);
}
