/** The relation under which an entry's own address reaches the readers of RSS and Atom. */
const originalRel = 'urn:relais:original';

const element =
  /<((?:feedburner|pheedo):origLink)\s{0,99}>\s{0,99}(?:<!\[CDATA\[([^<\]]{0,4096})\]\]>|([^<]{0,4096}))\s{0,99}<\/\1\s{0,99}>/gi;

/**
 * The document with each `origLink` of the feed services written as a link that the parser reads.
 * These services put an address of their own in `link`, to count clicks, and the publisher's here;
 * the service may be gone, and colleagues are shown where a link leads.
 */
export function withOriginalLinks(xml: string): string {
  if (!xml.includes('origLink')) return xml;
  return xml.replace(element, (_whole, _name: string, cdata: string | undefined, text: string | undefined) => {
    const href = (cdata === undefined ? (text ?? '') : cdata.replaceAll('&', '&amp;')).trim().replaceAll('"', '&quot;');
    return `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="${originalRel}" href="${href}"/>`;
  });
}

export function originals(links: { rel?: string; href?: string }[] | undefined): (string | undefined)[] {
  return (links ?? []).filter(({ rel }) => rel === originalRel).map(({ href }) => href);
}
