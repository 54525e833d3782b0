import { Parser } from 'htmlparser2';
import { plainLines, plainText, unprintable } from '../../domain/plain-text.ts';
import { type Picture, simpleText, visitSimplePictures } from './simple-markup.ts';

/** Elements whose text is not for reading. */
const unread = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math', 'head', 'title']);
/** Elements that do not part two words. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Enough of HTML to tell `<String>` in a sentence from an element. */
const elements = new Set([
  ...unread,
  ...inline,
  ...'address area article aside audio base blink blockquote body br button canvas caption center col colgroup dd details dialog dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr html image img input label legend li link main map marquee menu meta meter nav noembed noframes ol optgroup option output p param picture plaintext pre progress rp rt ruby search section select slot source summary table tbody td textarea tfoot th thead tr track ul video xmp'.split(
    ' ',
  ),
]);
const looksLikeMarkup = /<[a-z!?/]|&(?:#\d+|#x[\da-f]+|[a-z]\w*);/i;
/** Markup is read up to so many times the text asked for: a preview does not need the whole article. */
const textRatio = 3;
const markupRatio = 100;

/**
 * What is written in a piece of HTML, as plain text of at most `maxLength` UTF-16 units. Publishers
 * escape once too often, so text that still looks like HTML is read again.
 */
export function markupToText(html: string, maxLength: number): string {
  return plainText(readText(html, maxLength), maxLength);
}

/** As `markupToText`, keeping the lines of a text that has some. */
export function markupToLines(html: string, maxLength: number): string {
  return plainLines(
    html
      .split('\n')
      .map((line) => readText(line, maxLength))
      .join('\n'),
    maxLength,
  );
}

function readText(html: string, maxLength: number): string {
  let text = html.slice(0, maxLength * markupRatio);
  for (let pass = 0; pass < 3 && mayBeMarkup(text); pass += 1) {
    const enough = maxLength * textRatio;
    const next = simpleText(text, enough) ?? parsedText(text, enough);
    // A sign that the parser left alone is one ("if a<b then"), unless its letters were kept apart.
    if (next === text) return text.includes('<') ? withoutHiddenTag(text) : text;
    text = next;
  }
  if (!text.includes('<')) return text;
  return hasElement(text) ? text.replaceAll('<', ' ') : withoutHiddenTag(text);
}

/** The text without the signs of a tag that appears once unprintable characters are dropped. */
function withoutHiddenTag(text: string): string {
  const printed = text.replace(unprintable, '');
  return printed !== text && hasElement(printed) ? printed.replaceAll('<', ' ') : text;
}

/** Most texts have neither sign, and one look for each is the fastest there is. */
function mayBeMarkup(text: string): boolean {
  return (text.includes('<') || text.includes('&')) && looksLikeMarkup.test(text);
}

function hasElement(text: string): boolean {
  for (const [, name = ''] of text.matchAll(/<\/?([a-z][a-z0-9]*)/gi))
    if (elements.has(name.toLowerCase())) return true;
  return false;
}

/** What the parser makes of markup, up to the piece with which it is longer than `enough`. */
export function parsedText(markup: string, enough: number): string {
  const html = keepLoneSign(markup);
  const parts: string[] = [];
  let length = 0;
  let hidden = 0;
  const add = (text: string) => {
    if (hidden > 0) return;
    parts.push(text);
    length += text.length;
    // Resetting would run the handlers again; a paused parser simply never goes on.
    if (length > enough) parser.pause();
  };
  /** What is no element was written to be read. */
  const addSource = (shape: RegExp) => {
    const source = html.slice(parser.startIndex, parser.endIndex + 1);
    if (shape.test(source)) add(source);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes, isImplied) {
        if (unread.has(name)) hidden += 1;
        else if (elements.has(name)) add(inline.has(name) ? '' : ' ');
        else if (!isImplied && Object.keys(attributes).length === 0) addSource(/^<[a-z][a-z0-9]*>$/i);
      },
      ontext: add,
      onclosetag(name, isImplied) {
        if (unread.has(name)) hidden -= 1;
        else if (elements.has(name)) add(inline.has(name) ? '' : ' ');
        else if (!isImplied) addSource(/^<\/[a-z][a-z0-9]*>$/i);
      },
    },
    { recognizeCDATA: true },
  );
  parser.end(html);
  return parts.join('');
}

/** A last `<` that nothing closes is a sign ("a<b"), unless an element's name follows: then a tag was cut. */
function keepLoneSign(html: string): string {
  const last = html.lastIndexOf('<');
  if (last === -1 || html.includes('>', last)) return html;
  const name = /^<\/?([a-z][a-z0-9]*)/i.exec(html.slice(last))?.[1]?.toLowerCase() ?? '';
  const before = html.slice(0, last);
  return name.length > 1 && elements.has(name) ? before : `${before}&lt;${html.slice(last + 1)}`;
}

/** Beyond, the pictures that cannot be read are no accident. */
const pictureLimit = 3;

/** The first picture of a piece of HTML whose address `read` can make something of; tracking pixels are left out. */
export function pictureIn(html: string, read: (src: string) => string | null): string | null {
  if (!/<img\b/i.test(html)) return null;
  let found: string | null = null;
  let seen = 0;
  const visit = ({ src, width, height }: Picture): boolean => {
    if (src === undefined || isPixel(width) || isPixel(height) || decoration.test(src)) return false;
    seen += 1;
    found = read(src);
    return found !== null || seen === pictureLimit;
  };
  if (!visitSimplePictures(html, visit)) {
    seen = 0;
    visitPictures(html, visit);
  }
  return found;
}

/** As `visitSimplePictures`, of any markup. */
export function visitPictures(html: string, visit: (picture: Picture) => boolean): void {
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'img' && visit(attributes)) parser.pause();
    },
  });
  parser.end(html);
}

/** Buttons, counters and faces that blog engines and feed services append to every entry. */
const decoration =
  /^(?:https?:)?\/\/(?:feeds\.feedburner\.com|feedproxy\.google\.com|(?:[\w-]+\.)?(?:pheedo|feedsportal|doubleclick)\.\w+|stats\.wordpress\.com|pixel\.|s\.w\.org\/images\/core\/emoji|secure\.gravatar\.com)/i;

function isPixel(length: string | undefined): boolean {
  return length !== undefined && /^[0-3](px)?$/.test(length.trim());
}
