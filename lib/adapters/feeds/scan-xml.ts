/**
 * A look at a document before and besides its parser: enough of XML to know what it claims to be,
 * where its entries begin and end, and whether it ends. Nothing here throws, and nothing here reads
 * the rest of a document twice: documents are hostile until parsed.
 */
export type Root = {
  format: 'rss' | 'atom' | 'rdf' | 'other';
  name: string;
  /** The root's start tag as written, namespaces included. */
  tag: string;
  /** Where the content of the root begins. */
  contentStart: number;
};

const formats: Record<string, Root['format']> = { rss: 'rss', channel: 'rss', feed: 'atom', rdf: 'rdf' };
/** Declarations, comments and loose signs before a root; no feed has so many. */
const prologLimit = 1000;
const longestRootTag = 65_536;

/** The first element, past byte order marks, junk, declarations, comments and a document type. */
export function findRoot(xml: string): Root | null {
  let index = xml.indexOf('<');
  for (let seen = 0; index !== -1 && seen < prologLimit; seen += 1) {
    if (xml.startsWith('<!--', index)) index = after(xml, '-->', index);
    else if (xml.startsWith('<?', index)) index = after(xml, '?>', index);
    else if (xml.startsWith('<!', index)) index = endOfDoctype(xml, index);
    else {
      const root = rootAt(xml, index);
      if (root !== null && !isJunk(root)) return root;
      index += 1;
    }
    index = index === -1 ? -1 : xml.indexOf('<', index);
  }
  return null;
}

/** What a server's warning or a template's slip leaves before a document: pieces of HTML, but no page of it. */
function isJunk({ format, name }: Root): boolean {
  return (
    format === 'other' && /^(?:b|big|br|center|div|em|font|hr|i|link|p|pre|script|small|span|strong|style)$/i.test(name)
  );
}

function rootAt(xml: string, index: number): Root | null {
  const match = /^<((?:[a-z][\w.-]{0,99}:)?([a-z][\w.-]{0,99}))[\s/>]/i.exec(xml.slice(index, index + 300));
  if (match === null) return null;
  const [, name = '', local = ''] = match;
  const end = endOfTag(xml, index, longestRootTag);
  if (end === -1) return null;
  const format = formats[local.toLowerCase()] ?? 'other';
  return { format, name, tag: xml.slice(index, end), contentStart: end };
}

/** Past the `>` of the tag at `from`, the quoted ones not counted; -1 past `limit` characters. */
function endOfTag(xml: string, from: number, limit: number): number {
  const end = Math.min(xml.length, from + limit);
  let quote = '';
  for (let index = from + 1; index < end; index += 1) {
    const sign = xml[index] ?? '';
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return index + 1;
    else if (sign === '<') return -1;
  }
  return -1;
}

function after(xml: string, mark: string, from: number): number {
  const index = xml.indexOf(mark, from);
  return index === -1 ? -1 : index + mark.length;
}

function endOfDoctype(xml: string, from: number): number {
  const end = after(xml, '>', from);
  if (end === -1 || !xml.slice(from, end).includes('[')) return end;
  const close = /\]\s{0,99}>/g;
  close.lastIndex = from;
  return close.exec(xml) === null ? end : close.lastIndex;
}

const entityLimit = 100;
const expansionLimit = 1_000_000;

/**
 * The document without what stands before its root, and with the plain entities its own document
 * type declares written out. Nested, external and endless ones stay unexpanded, which is the whole
 * defence against entity bombs.
 */
export function withoutProlog(xml: string, root: Root): string {
  const start = root.contentStart - root.tag.length;
  const entities = new Map<string, string>();
  const declaration = /<!ENTITY\s+([\w.-]{1,99})\s+(["'])([^<&%]{0,300}?)\2\s*>/g;
  for (const [, name = '', , value = ''] of xml.slice(0, start).matchAll(declaration)) {
    if (entities.size < entityLimit) entities.set(name, value);
  }
  // Joined, because the parser takes a tenth longer over a slice of a string than over one of its own.
  if (entities.size === 0) return [root.tag, xml.slice(root.contentStart)].join('');
  let expanded = 0;
  const content = xml.slice(root.contentStart);
  const reference = /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&([\w.-]{1,99});/g;
  const written = content.replace(reference, (whole, name: string | undefined) => {
    const value = name === undefined ? undefined : entities.get(name);
    if (value === undefined || expanded > expansionLimit) return whole;
    expanded += value.length;
    return value;
  });
  return [root.tag, written].join('');
}

/** The document without the first of its elements that `name` names, prefix or not. */
export function withoutElement(xml: string, name: string): string {
  const open = new RegExp(`<((?:[\\w.-]{1,99}:)?${name})[\\s>]`, 'i').exec(xml);
  if (open === null) return xml;
  const close = xml.indexOf(`</${open[1]}`, open.index);
  const end = close === -1 ? -1 : after(xml, '>', close);
  return end === -1 ? xml : xml.slice(0, open.index) + xml.slice(end);
}

/** The document without the start and end tags of this name; what is between them stays. */
export function withoutTags(xml: string, name: string): string {
  return xml.replace(new RegExp(`</?(?:[\\w.-]{1,99}:)?${name}(?:\\s[^<>]{0,2000})?>`, 'gi'), '');
}

export type Segment = {
  start: number;
  end: number;
  /** Its end tag is there; an entry without one is cut by the next or by the end of the document. */
  isComplete: boolean;
};

/** Where the entries stand, comments and CDATA sections looked over. */
export function findEntries(xml: string, root: Root): Segment[] {
  const local = root.format === 'atom' ? 'entry' : 'item';
  // The prefix is looked for backwards: a search that may begin with one skips nothing, and takes ten times longer.
  const mark = new RegExp(`<!--|<!\\[CDATA\\[|[<:/]${local}(?=[\\s/>])`, 'gi');
  mark.lastIndex = root.tag.length;
  const segments: Segment[] = [];
  /** An entry with no element in it says nothing, and the parser does not count it either. */
  const add = (segment: Segment) => {
    const inside = xml.indexOf('<', segment.start + 1);
    if (inside !== -1 && inside < segment.end && xml[inside + 1] !== '/') segments.push(segment);
  };
  const seek = createSeeker(xml);
  let name: string | null = null;
  let start = -1;
  for (let match = mark.exec(xml); match !== null; match = mark.exec(xml)) {
    const [text] = match;
    if (text.startsWith('<!')) {
      const end = seek(text === '<!--' ? '-->' : ']]>', match.index);
      if (end !== -1) mark.lastIndex = end;
      continue;
    }
    const tag = beforeName(xml, match.index);
    if (tag === null) continue;
    const found = tag.prefix + text.slice(1).toLowerCase();
    name ??= tag.isEnd ? null : found;
    if (found !== name) continue;
    const end = seek('>', mark.lastIndex - 1);
    if (tag.isEnd) {
      if (start !== -1 && end !== -1) add({ start, end, isComplete: true });
      start = -1;
    } else {
      // An empty element is no entry, and no end of the one around it.
      if (end !== -1 && xml[end - 2] === '/') continue;
      if (start !== -1) add({ start, end: tag.start, isComplete: false });
      start = tag.start;
    }
  }
  if (start !== -1) segments.push({ start, end: xml.length, isComplete: false });
  return segments;
}

/** The beginning of a tag, up to the sign in front of its local name; null when that sign is part of no tag. */
function beforeName(xml: string, sign: number): { start: number; isEnd: boolean; prefix: string } | null {
  if (xml[sign] === '<') return { start: sign, isEnd: false, prefix: '' };
  const [all = '', slash, prefix = ''] =
    /<(\/?)([\w.-]{1,99}:|(?<=\/))$/.exec(xml.slice(Math.max(0, sign - 101), sign + 1)) ?? [];
  return all === '' ? null : { start: sign + 1 - all.length, isEnd: slash === '/', prefix: prefix.toLowerCase() };
}

/** `after`, for many questions in reading order: what was not found once is not looked for again. */
function createSeeker(xml: string): (mark: string, from: number) => number {
  const known = new Map<string, number>();
  return (mark, from) => {
    const last = known.get(mark);
    if (last !== undefined && (last === -1 || last - mark.length >= from)) return last;
    const found = after(xml, mark, from);
    known.set(mark, found);
    return found;
  };
}

/** Whether the root's end tag is there: a document that stops before it was cut. */
export function isClosed(xml: string, root: Root): boolean {
  const tail = xml.slice(-4096).toLowerCase();
  return tail.includes(`</${root.name.toLowerCase()}`) || root.tag.endsWith('/>');
}

const longestPerson = 2000;

/**
 * The document without absurdly long names of people, over which the parser's search for brackets
 * would take time with the square of their length.
 */
export function withoutEndlessPersons(xml: string): string {
  // Without a prefix to begin with, the search runs ahead; most documents have none of these.
  if (!/[<:](?:author|managingeditor|webmaster)[\s/>]/i.test(xml)) return xml;
  const mark = /<(\/?)(?:[\w.-]{1,99}:)?(?:author|managingeditor|webmaster)(?=[\s/>])[^<>]*>/gi;
  let written = '';
  let kept = 0;
  let start = -1;
  for (let match = mark.exec(xml); match !== null; match = mark.exec(xml)) {
    if (match[1] === '') {
      if (start === -1 && !match[0].endsWith('/>')) start = mark.lastIndex;
      continue;
    }
    if (start !== -1 && match.index - start > longestPerson) {
      written += xml.slice(kept, start);
      kept = match.index;
    }
    start = -1;
  }
  return kept === 0 ? xml : written + xml.slice(kept);
}
