/**
 * A look at a document before and besides its parser: enough of XML to know what it claims to be,
 * where its entries begin and end, and whether it ends. Nothing here throws.
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

/** The first element, past byte order marks, junk, declarations, comments and a document type. */
export function findRoot(xml: string): Root | null {
  let index = xml.indexOf('<');
  while (index !== -1) {
    if (xml.startsWith('<!--', index)) index = after(xml, '-->', index);
    else if (xml.startsWith('<?', index)) index = after(xml, '?>', index);
    else if (xml.startsWith('<!', index)) index = endOfDoctype(xml, index);
    else {
      const match = /^<([a-z][\w.-]*:)?([a-z][\w.-]*)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^"'>])*>/i.exec(
        xml.slice(index, index + 65_536),
      );
      if (match !== null) {
        const [tag, prefix = '', local = ''] = match;
        const format = formats[local.toLowerCase()] ?? 'other';
        return { format, name: prefix + local, tag, contentStart: index + tag.length };
      }
      index += 1;
    }
    index = index === -1 ? -1 : xml.indexOf('<', index);
  }
  return null;
}

function after(xml: string, mark: string, from: number): number {
  const index = xml.indexOf(mark, from);
  return index === -1 ? -1 : index + mark.length;
}

function endOfDoctype(xml: string, from: number): number {
  const end = xml.indexOf('>', from);
  const subset = xml.indexOf('[', from);
  if (end === -1 || subset === -1 || subset > end) return end === -1 ? -1 : end + 1;
  const close = /\]\s*>/g;
  close.lastIndex = subset;
  return close.exec(xml) === null ? end + 1 : close.lastIndex;
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
  for (const [, name = '', , value = ''] of xml
    .slice(0, start)
    .matchAll(/<!ENTITY\s+([\w.-]+)\s+(["'])([^<&%]{0,300}?)\2\s*>/g)) {
    if (entities.size < entityLimit) entities.set(name, value);
  }
  if (entities.size === 0) return xml.slice(start);
  let expanded = 0;
  const content = xml.slice(root.contentStart);
  const written = content.replace(/<!\[CDATA\[[\s\S]*?\]\]>|&([\w.-]+);/g, (whole, name: string | undefined) => {
    const value = name === undefined ? undefined : entities.get(name);
    if (value === undefined || expanded > expansionLimit) return whole;
    expanded += value.length;
    return value;
  });
  return root.tag + written;
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
  const mark = new RegExp(`<!--|<!\\[CDATA\\[|<(/?)((?:[\\w.-]+:)?${local})(?=[\\s/>])`, 'gi');
  mark.lastIndex = root.tag.length;
  const segments: Segment[] = [];
  let name: string | null = null;
  let start = -1;
  for (let match = mark.exec(xml); match !== null; match = mark.exec(xml)) {
    const [text, slash, found] = match;
    if (found === undefined) {
      const end = after(xml, text === '<!--' ? '-->' : ']]>', match.index);
      if (end !== -1) mark.lastIndex = end;
      continue;
    }
    name ??= slash === '' ? found.toLowerCase() : null;
    if (found.toLowerCase() !== name) continue;
    const end = after(xml, '>', mark.lastIndex - 1);
    if (slash === '/') {
      if (start !== -1 && end !== -1) segments.push({ start, end, isComplete: true });
      start = -1;
    } else {
      // An empty element is no entry, and no end of the one around it.
      if (end !== -1 && xml[end - 2] === '/') continue;
      if (start !== -1) segments.push({ start, end: match.index, isComplete: false });
      start = match.index;
    }
  }
  if (start !== -1) segments.push({ start, end: xml.length, isComplete: false });
  return segments;
}

/** Whether the root's end tag is there: a document that stops before it was cut. */
export function isClosed(xml: string, root: Root): boolean {
  const tail = xml.slice(-4096).toLowerCase();
  return tail.includes(`</${root.name.toLowerCase()}`) || root.tag.endsWith('/>');
}
