import { decodeText } from './decode-text.ts';

const part =
  /<((?:[\w.-]{1,50}:)?(?:content|summary|title|subtitle|tagline|info|copyright|rights|description|encoded))(\s[^<>]{0,2000}?(?:mode|type|encoding)\s{0,9}=\s{0,9}["']base64["'][^<>]{0,2000}|\s[^<>]{0,2000}?base64["'][^<>]{0,2000})>([^<]*|\s{0,99}<!\[CDATA\[[^<\]]*\]\]>\s{0,99})(?=<\/)/gi;

/**
 * The document with its texts in Base64 written out: `mode="base64"` of Atom 0.3, and the `type` and
 * `encoding` that others made of it. What is no text (a picture, a PDF) is left empty.
 */
export function decodeBase64Parts(xml: string): string {
  if (!/base64["']/i.test(xml)) return xml;
  return xml.replace(part, (_whole, name: string, attributes: string, content: string) => {
    const type = /\stype\s*=\s*["']([^"']*)/i.exec(attributes)?.[1] ?? 'base64';
    const isText = /^(?:base64|text(?:\/.*)?|x?html|.*\+xml|application\/xml)$/i.test(type.trim());
    const text = isText ? decodeBase64(content.replace(/<!\[CDATA\[|\]\]>/g, '')) : '';
    const kept = attributes
      .replace(/\s(?:mode|encoding)\s*=\s*["']base64["']/gi, '')
      .replace(/["']base64["']/gi, '"html"');
    return `<${name}${kept}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}`;
  });
}

/** '' for what is no Base64; white space and missing padding are what mail programs make of it. */
function decodeBase64(content: string): string {
  const signs = content.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  if (!/^[A-Za-z0-9+/]+$/.test(signs) || signs.length % 4 === 1) return '';
  return decodeText(
    Uint8Array.from(atob(signs), (char) => char.charCodeAt(0)),
    null,
  );
}
