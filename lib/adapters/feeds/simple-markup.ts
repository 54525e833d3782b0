/**
 * Readers of the HTML that nearly all publishers write: known elements, closed in their order,
 * well-formed attributes, the usual entities. They say what `htmlparser2` would say of it, in a fifth
 * of the time, and give up at the first thing that might be read in two ways, whatever it is: then the
 * parser reads it. They go over the text once.
 */

const attribute = /[ \t\n\f\r]+([^\s"'<>/=]+)(?:[ \t\n\f\r]*=[ \t\n\f\r]*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/;
const eachAttribute = new RegExp(attribute, 'g');
const tag = new RegExp(`^(/?)([a-z][a-z0-9]*)((?:${attribute.source})*)[ \\t\\n\\f\\r]*/?$`, 'i');
/** A longer one is left to the parser, which keeps no trail to go back on. */
const longestTag = 4096;

type Tag = { isEnd: boolean; name: string; attributes: string; end: number };

/** The tag at a `<`; null when it is none, or none that is surely read right. */
function readTag(html: string, start: number): Tag | null {
  const end = html.indexOf('>', start) + 1;
  if (end === 0 || end - start > longestTag) return null;
  const written = html.slice(start + 1, end - 1);
  if (known.has(written)) return { isEnd: false, name: written, attributes: '', end };
  if (html[start + 1] === '/' && known.has(written.slice(1))) {
    return { isEnd: true, name: written.slice(1), attributes: '', end };
  }
  const match = tag.exec(written);
  if (match === null) return null;
  const [, slash, name = '', attributes = ''] = match;
  const isEnd = slash === '/';
  return isEnd && attributes !== '' ? null : { isEnd, name: name.toLowerCase(), attributes, end };
}

const inline = new Set('a abbr b cite code em i mark q s small span strong sub sup time u'.split(' '));
const headings = new Set('h1 h2 h3 h4 h5 h6'.split(' '));
/** Where one of these begins, an open paragraph ends. */
const afterParagraph = new Set([
  ...headings,
  ...'article aside blockquote div figcaption figure footer header hr main ol p pre section ul'.split(' '),
]);
const known = new Set([...inline, ...afterParagraph, 'br', 'img', 'li']);

/**
 * The text of simple markup, elements that part words as spaces, up to the piece with which it is
 * longer than `enough`; null for any other markup.
 */
export function simpleText(html: string, enough: number): string | null {
  const open: string[] = [];
  let text = '';
  for (let at = 0; at < html.length; ) {
    const next = html.indexOf('<', at);
    const end = next === -1 ? html.length : next;
    if (end > at) {
      const written = decodeInto(text, html.slice(at, end), enough);
      if (written === null) return null;
      text = written;
      if (text.length > enough || next === -1) break;
    }
    const found = readTag(html, end);
    const spaces = found === null ? null : found.isEnd ? closeElement(found.name, open) : openElement(found.name, open);
    if (found === null || spaces === null) return null;
    text += spaces;
    if (text.length > enough) break;
    at = found.end;
  }
  return text;
}

/** The spaces that an element's beginning stands for. */
function openElement(name: string, open: string[]): string | null {
  if (!known.has(name)) return null;
  if (name === 'br' || name === 'img') return '  ';
  let spaces = inline.has(name) ? '' : ' ';
  if (open.at(-1) === 'p' && afterParagraph.has(name)) {
    open.pop();
    spaces += ' ';
  }
  const around = open.at(-1) ?? '';
  if (around === name && (name === 'a' || name === 'li')) return null;
  if (headings.has(around) && headings.has(name)) return null;
  if (name === 'hr') return `${spaces} `;
  open.push(name);
  return spaces;
}

function closeElement(name: string, open: string[]): string | null {
  if (open.pop() !== name) return null;
  return inline.has(name) ? '' : ' ';
}

const entity = /&(?:#(\d{2,5})|#x([\da-f]{2,4})|([a-z]{2,8}));|&(?! )/gi;

/** The entities that everybody writes. */
const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  ucirc: 'û',
  ugrave: 'ù',
  icirc: 'î',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  szlig: 'ß',
  bull: '•',
  middot: '·',
  euro: '€',
  copy: '©',
};

/** `before` with a run of text, entities decoded, up to the piece with which it is longer than `enough`. */
function decodeInto(before: string, run: string, enough: number): string | null {
  if (!run.includes('&')) return before + run;
  let text = before;
  let at = 0;
  for (const match of run.matchAll(entity)) {
    const decoded = decode(match);
    if (decoded === null) return null;
    text += run.slice(at, match.index) + decoded;
    if (text.length > enough) return text;
    at = match.index + match[0].length;
  }
  return text + run.slice(at);
}

function decode([, decimal, hexadecimal, name]: RegExpExecArray): string | null {
  if (name !== undefined) return Object.hasOwn(entities, name) ? (entities[name] ?? null) : null;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  // Below are the characters that HTML reads as Windows-1252, above those that are two UTF-16 units.
  const isPlain = (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0xd800);
  return isPlain ? String.fromCharCode(code) : null;
}

/** Elements whose content is no markup, or markup of another kind. */
const raw = new Set(
  'script style title textarea xmp iframe noembed noframes plaintext svg math image template'.split(' '),
);

export type Picture = { src?: string | undefined; width?: string | undefined; height?: string | undefined };

/**
 * Shows the pictures of simple markup in their order, until `visit` answers true. False when other
 * markup is met before.
 */
export function visitSimplePictures(html: string, visit: (picture: Picture) => boolean): boolean {
  for (let at = html.indexOf('<'); at !== -1; ) {
    const found = readTag(html, at);
    if (found === null || raw.has(found.name)) return false;
    if (found.name === 'img' && !found.isEnd) {
      const picture = readPicture(found.attributes);
      if (picture === null) return false;
      if (visit(picture)) return true;
    }
    at = html.indexOf('<', found.end);
  }
  return true;
}

function readPicture(attributes: string): Picture | null {
  const picture: Picture = {};
  for (const [, written = '', value = ''] of attributes.matchAll(eachAttribute)) {
    const name = written.toLowerCase();
    if (name !== 'src' && name !== 'width' && name !== 'height') continue;
    const plain = /^["']/.test(value) ? value.slice(1, -1) : value;
    const decoded = plain.replaceAll('&amp;', '&');
    const isDecoded = plain.length - decoded.length === 4 * (plain.split('&').length - 1);
    if (!isDecoded) return null;
    picture[name] ??= decoded;
  }
  return picture;
}
