const children =
  'title|link|guid|id|description|summary|content|content:encoded|pubDate|dc:date|updated|published|issued|modified|author|dc:creator|category|dc:subject|enclosure|media:content|media:thumbnail';

const child = new RegExp(
  `<(${children})((?:\\s+[\\w:.-]{1,99}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(?:/>|>([\\s\\S]*?)(?=</\\1\\s*>|<(?:${children})[\\s>]|</(?:[\\w.-]{1,99}:)?(?:item|entry)\\s*>|$))`,
  'gi',
);

/**
 * A broken entry written anew from the children that can be made out, for the parser to read: each
 * ends at its end tag, else where the next known child begins. Structure within a child is gone,
 * which is why this is only tried after the parser refused.
 */
export function looseEntry(entry: string): string {
  const name = /^<((?:[\w.-]+:)?[\w.-]+)/.exec(entry)?.[1] ?? 'item';
  let written = '';
  for (const [, tag = '', attributes = '', content] of entry.slice(name.length + 1).matchAll(child)) {
    written += `<${tag}${attributes}>${asText(content ?? '')}</${tag}>`;
  }
  return `<${name}>${written}</${name}>`;
}

/** CDATA keeps what it says; elsewhere the entities stay and the tags become text. */
function asText(content: string): string {
  return content
    .split(/(<!\[CDATA\[[\s\S]*?(?:\]\]>|$))/)
    .map((part) => {
      if (!part.startsWith('<![CDATA[')) return part.replaceAll('<', '&lt;');
      const inner = part.slice(9).replace(/\]\]>$/, '');
      return inner.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    })
    .join('');
}
