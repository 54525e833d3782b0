/**
 * Bytes to text. Labels lie more often than bytes do, so the bytes are asked first: text that is
 * valid UTF-8 beyond ASCII is UTF-8 whatever the header says, and only then do the HTTP header and
 * the XML declaration count, in the order of RFC 7303, section 3.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const marked = encodingOfMark(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  const labels = [charsetOf(contentType), declaredEncoding(bytes)].filter((label) => label !== null);
  // Seven-bit encodings are valid UTF-8 by construction, so here the label is all there is.
  const sevenBit = labels.find((label) => /^(iso-2022-\w+|hz-gb-2312)$/i.test(label));
  if (sevenBit !== undefined) return decodeAs(sevenBit, bytes) ?? decodeUnlabelled(bytes);
  const utf8 = decodeStrictly(bytes);
  if (utf8 !== null) return utf8;
  for (const label of labels) {
    if (/^utf-?(8|16)/i.test(label)) continue;
    const text = decodeAs(label, bytes);
    if (text !== null) return text;
  }
  return decodeUnlabelled(bytes);
}

/** The charset of a `Content-Type`, as written. */
export function charsetOf(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType ?? '')?.[1] ?? null;
}

/** A byte order mark, or the two bytes of `<` or `{` in UTF-16 without one (XML 1.0, appendix F). */
function encodingOfMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if ((first === 0x3c || first === 0x7b) && second === 0) return 'utf-16le';
  if (first === 0 && (second === 0x3c || second === 0x7b)) return 'utf-16be';
  return null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024));
  return /<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1] ?? null;
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

/** UTF-8 with a few bad bytes, or the Windows text that most unlabelled western files are. */
function decodeUnlabelled(bytes: Uint8Array): string {
  const sample = new TextDecoder().decode(bytes.subarray(0, sampleBytes), { stream: true });
  const bad = sample.match(/\uFFFD/g)?.length ?? 0;
  const good = sample.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return new TextDecoder(good >= bad ? 'utf-8' : 'windows-1252').decode(bytes);
}
