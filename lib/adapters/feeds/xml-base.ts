import { readAddress } from './address.ts';

const carrier =
  /<((?:[\w.-]{1,50}:)?(?:link|enclosure|thumbnail|image|player|comments|guid))(\s[^<>]{0,4000}?\sxml:base\s*=[^<>]{0,4000}|\sxml:base\s*=[^<>]{0,4000})>([^<]{0,4000})/gi;

/**
 * The document with each `xml:base` (XML Base, section 4) applied that its parser does not show: that
 * of an element that only carries an address, and that of RSS's `channel`, which moves to its root.
 */
export function withBasesApplied(xml: string, url: string): string {
  if (!xml.includes('xml:base')) return xml;
  const applied = xml.replace(carrier, (_whole, name: string, attributes: string, text: string) => {
    const base = baseIn(attributes) ?? '';
    const resolved = attributes
      .replace(/\sxml:base\s*=\s*(?:"[^"]*"|'[^']*')/gi, '')
      .replace(/(\s(?:href|src|url)\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi, (_attribute, before: string, double, single) => {
        return `${before}"${join(base, double ?? single ?? '').replaceAll('"', '%22')}"`;
      });
    const isAddress = text.trim() !== '' && !/\s/.test(text.trim());
    return `<${name}${resolved}>${isAddress ? join(base, text.trim()) : text}`;
  });
  return withChannelBase(applied, url);
}

function withChannelBase(xml: string, url: string): string {
  const channel = /<rss([\s>][^<>]{0,9999}>?)\s{0,999}<channel(\s[^<>]{0,4000})>/i.exec(xml);
  const own = baseIn(channel?.[2] ?? '');
  if (channel === null || own === null) return xml;
  const above = readAddress(baseIn(channel[1] ?? ''), url) ?? url;
  const base = readAddress(own, above) ?? above;
  const root = channel[1]?.replace(/\sxml:base\s*=\s*(?:"[^"]*"|'[^']*')/i, '') ?? '';
  const after = xml.slice(channel.index + channel[0].length);
  return `${xml.slice(0, channel.index)}<rss xml:base="${base.replaceAll('&', '&amp;')}"${root.replace(/>?\s*$/, '')}><channel>${after}`;
}

function baseIn(attributes: string): string | null {
  const found = /\sxml:base\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes);
  return found?.[1] ?? found?.[2] ?? null;
}

/** An address relative to a base that may be relative itself: what is around both is still to come. */
function join(base: string, address: string): string {
  const reference = address.trim();
  if (base === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(reference)) return reference;
  if (/^https?:/i.test(base)) return readAddress(reference, base) ?? reference;
  // A base of another kind (`javascript:`) is none.
  if (reference.startsWith('/') || /^[a-z][a-z\d+.-]*:/i.test(base)) return reference;
  if (/^[#?]/.test(reference) || reference === '') return base.replace(/[#?].*$/s, '') + reference;
  return base.replace(/[#?].*$/s, '').replace(/[^/]*$/, '') + reference;
}
