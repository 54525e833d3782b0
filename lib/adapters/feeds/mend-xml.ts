import { decodeBase64Parts } from './base64-parts.ts';
import { type Root, withoutTags } from './scan-xml.ts';
import { withBasesApplied } from './xml-base.ts';

/**
 * The document with the oddities mended that its parser would read past: a layer of text over a
 * library that wants its XML right. Each mend is a replacement that leaves a right document as it is
 * and takes time in proportion to its length; one look at the tags says which of them are needed.
 */
export function mendXml(document: string, root: Root, url: string): string {
  const { format } = root;
  let xml = withoutRootPrefix(document, root);
  const signs = signsIn(xml, format);
  if (signs.size === 0) return xml;
  for (const [sign, mend] of mends) if (signs.has(sign)) xml = mend(xml, url);
  return xml;
}

type Sign =
  | 'base64'
  | 'base'
  | 'unquoted'
  | 'unclosed'
  | 'units'
  | 'group'
  | 'link text'
  | 'multipart'
  | 'link href'
  | 'empty'
  | 'items'
  | 'image';

/** In their order: the later ones rely on the earlier ones. */
const mends: [Sign, (xml: string, url: string) => string][] = [
  ['unquoted', withQuotes],
  ['unclosed', withClosedVoids],
  ['base64', decodeBase64Parts],
  ['base', withBasesApplied],
  ['units', withPairedUnits],
  ['group', withFlatGroups],
  ['link text', withLinkAttributes],
  ['multipart', withoutAlternatives],
  ['link href', withLinkTexts],
  ['empty', withoutEmptyElements],
  ['items', (xml) => withoutTags(xml, 'items')],
  ['image', withItemImages],
];

/** Each name with the sign before it; whether a prefix stands there is asked afterwards, or the search could not run ahead. */
const looked =
  /<!\[CDATA\[|[<:](link|enclosure|thumbnail|content|encoded|summary|description|tagline|title|guid|pubDate|author|group|items|image|channel|player|comments)(?=[\s/>])([^<>]{0,4000})>/g;

const prefixed = /<[A-Za-z][\w.-]{0,50}$/;

/** What of all this stands in a document. */
function signsIn(xml: string, format: Root['format']): Set<Sign> {
  const signs = new Set<Sign>();
  looked.lastIndex = 0;
  for (let match = looked.exec(xml); match !== null; match = looked.exec(xml)) {
    const [text, name, attributes = ''] = match;
    if (name === undefined) {
      const end = xml.indexOf(']]>', match.index);
      if (end === -1) break;
      looked.lastIndex = end;
      continue;
    }
    const isAlone = text.startsWith('<');
    if (!isAlone && !prefixed.test(xml.slice(Math.max(0, match.index - 52), match.index))) continue;
    const isWord = isAlone && format !== 'atom' && words.test(name);
    if (name === 'group') signs.add('group');
    else if (name === 'items' && format === 'rss') signs.add('items');
    else if (name === 'image' && format === 'rss' && attributes === '') signs.add('image');
    if (attributes === '') {
      if (isAlone && name === 'link' && format === 'atom') signs.add('link text');
      if (isWord && isEmptyAt(xml, looked.lastIndex)) signs.add('empty');
      continue;
    }
    if (isWord && (attributes.endsWith('/') || isEmptyAt(xml, looked.lastIndex))) signs.add('empty');
    if (isAlone && name === 'link' && format !== 'atom' && attributes.includes('href')) signs.add('link href');
    if (/=\s*[^\s"']/.test(attributes) && /^[^"']*=\s*[^\s"']|["'][^"']*=\s*[^\s"']/.test(attributes))
      signs.add('unquoted');
    if (!attributes.endsWith('/') && isVoid(name, attributes)) signs.add('unclosed');
    if (attributes.includes('base64')) signs.add('base64');
    if (attributes.includes('xml:base')) signs.add('base');
    if (attributes.includes('multipart')) signs.add('multipart');
  }
  if (xml.includes('&#') && /&#(?:5[5-7]\d{3}|[xX][dD][89abAB])/.test(xml)) signs.add('units');
  return signs;
}

/** What says something of an item when it is not empty. */
const words = /^(?:title|link|description|guid|pubDate|author)$/;
const nothing = /\s{0,99}(?:<!\[CDATA\[\s{0,99}\]\]>\s{0,99})?<\//y;

function isEmptyAt(xml: string, index: number): boolean {
  nothing.lastIndex = index;
  return nothing.test(xml);
}

function isVoid(name: string, attributes: string): boolean {
  return (name === 'link' || name === 'enclosure' || name === 'thumbnail') && /\s(?:href|url)\s*=/.test(attributes);
}

/** `<rss:rss>`: a prefix on everything, of a namespace that the parser may not know. */
function withoutRootPrefix(xml: string, { name, format }: Root): string {
  const prefix = /^([\w.-]+):/.exec(name)?.[1];
  return prefix === undefined || format === 'rdf' ? xml : xml.replace(new RegExp(`<(/?)${prefix}:`, 'g'), '<$1');
}

/** The addresses and types of the elements that carry them, where their author left out the quotes. */
function withQuotes(xml: string): string {
  const tag =
    /<(?:[\w.-]{1,50}:)?(?:link|enclosure|thumbnail|content|guid)(?=[^<>]{0,2000}?=[^\s"'<>])(\s[^<>]{0,2000})>/g;
  return xml.replace(tag, (whole, attributes: string) => {
    const isEmpty = attributes.endsWith('/') && !/[=][^\s"']+\/$/.test(attributes);
    const rest = isEmpty ? attributes.slice(0, -1) : attributes;
    const quoted = rest.replace(
      /([\w:.-]+)\s*=\s*(?:"[^"]*"|'[^']*'|([^\s"']+))/g,
      (attribute, name: string, value: string | undefined) => (value === undefined ? attribute : `${name}="${value}"`),
    );
    return `${whole.slice(0, whole.length - attributes.length - 1)}${quoted}${isEmpty ? '/' : ''}>`;
  });
}

/** `<enclosure url="…">` and its kind, whose authors forgot the stroke: they hold nothing, so they end where they begin. */
function withClosedVoids(xml: string): string {
  const tag =
    /<((?:[\w.-]{1,50}:)?(?:link|enclosure|thumbnail))(\s[^<>]{0,2000}?(?:href|url)\s*=[^<>]{0,2000}?[^/<>\s])\s*>(?!\s{0,99}<\/|[^<])/g;
  return xml
    .replace(tag, '<$1$2/>')
    .replace(
      /<([\w.-]{1,50}:link|enclosure)(\s[^<>]{0,2000}?(?:href|url)\s*=[^<>]{0,2000}?[^/<>\s])\s*>(?=\s{1,99}<(?!\/))/g,
      '<$1$2/>',
    );
}

/** Characters beyond the first plane, written as the two halves that JavaScript and Java have of them. */
function withPairedUnits(xml: string): string {
  return xml.replace(/&#(5\d{4}|[xX][dD][\da-fA-F]{3});&#(5\d{4}|[xX][dD][\da-fA-F]{3});/g, (whole, first, second) => {
    const text = String.fromCharCode(unitOf(first), unitOf(second));
    return text.isWellFormed() && /[\uD800-\uDBFF]/.test(text) ? text : whole;
  });
}

function unitOf(reference: string): number {
  return /^x/i.test(reference) ? Number.parseInt(reference.slice(1), 16) : Number(reference);
}

/** Groups in groups, as one. */
function withFlatGroups(xml: string): string {
  let depth = 0;
  return xml.replace(/<(\/?)[\w.-]{1,50}:group(?:\s[^<>]{0,2000})?>/g, (tag, slash: string) => {
    if (tag.endsWith('/>')) return tag;
    if (slash === '') depth += 1;
    const isOuter = depth === 1;
    if (slash === '/') depth = Math.max(0, depth - 1);
    return isOuter ? tag : '';
  });
}

/** In Atom, `<link>https://…</link>`, which is how RSS writes it. */
function withLinkAttributes(xml: string): string {
  const link = /<link>\s{0,99}(?:<!\[CDATA\[)?\s{0,99}(https?:[^<>\s"\]]{1,4000})\s{0,99}(?:\]\]>)?\s{0,99}<\/link>/g;
  return xml.replace(link, '<link href="$1"/>');
}

/** One of the versions that Atom 0.3 let an entry offer of its content, instead of the list of them. */
function withoutAlternatives(xml: string): string {
  const opening = /<content\s[^<>]{0,2000}multipart\/alternative[^<>]{0,2000}>/g;
  const parts = xml.split(opening);
  if (parts.length === 1) return xml;
  return parts
    .map((part, index) => (index === 0 ? part : part.replace(/<\/content>\s{0,99}(?=<\/content>)/, '')))
    .join('');
}

/** In RSS, `<link href="…"/>`, which is how Atom writes it; a relation other than the page itself is no link of RSS. */
function withLinkTexts(xml: string): string {
  const link = /<link(\s[^<>]{0,4000}?)\/?>(?:\s{0,99}<\/link>)?/g;
  return xml.replace(link, (whole, attributes: string) => {
    const href = attributeOf(attributes, 'href');
    if (href === null) return whole;
    const rel = attributeOf(attributes, 'rel') ?? 'alternate';
    return rel === 'alternate' ? `<link>${href.replaceAll('<', '&lt;')}</link>` : '';
  });
}

function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes);
  return found?.[1] ?? found?.[2] ?? null;
}

/**
 * An empty element says nothing, and hides a second one of its name that does. The last one of an
 * item hides nothing, and stays so that an item of nothing else is still counted.
 */
function withoutEmptyElements(xml: string): string {
  const empty =
    /<(title|link|description|guid|pubDate|author)(?:\s[^<>]{0,500}?)?(?:\/>|>\s{0,99}(?:<!\[CDATA\[\s{0,99}\]\]>)?\s{0,99}<\/\1>)(?!\s{0,99}<\/item)/g;
  return xml.replace(empty, '');
}

/** The picture of an item as older systems write it, `<image>` with or without `<url>`, in the form of Media RSS. */
function withItemImages(xml: string): string {
  const first = xml.search(/<item[\s>]/);
  if (first === -1) return xml;
  const image =
    /<image>\s{0,99}(?:<url>)?\s{0,99}(?:<!\[CDATA\[)?\s{0,99}([^<>\s"\]]{1,4000})\s{0,99}(?:\]\]>)?\s{0,99}(?=<\/(?:url|image)>)/g;
  image.lastIndex = first;
  return (
    xml.slice(0, first) +
    xml.slice(first).replace(image, '<media:thumbnail xmlns:media="http://search.yahoo.com/mrss/" url="$1"/><image>$1')
  );
}
