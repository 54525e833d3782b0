import { type CapturedPage, capturedPageSchema } from '../../domain/page.ts';

/**
 * Reads the page it runs in. Serialised by `scripting.executeScript`, so it refers to nothing outside
 * itself. Everything is read through prototypes, because a page may hide any property of its document
 * behind a form of that name; a reading that fails is null, and the rest is still read.
 */
export function capturePage(): CapturedPage {
  const attempt = <T>(read: () => T): T | null => {
    try {
      return read();
    } catch {
      // A hostile or a broken page: what cannot be read is absent.
      return null;
    }
  };
  const getter = (prototype: object, name: string): unknown =>
    attempt(() => Object.getOwnPropertyDescriptor(prototype, name)?.get?.call(document));
  const first = (selector: string): Element | null =>
    attempt(() => Document.prototype.querySelector.call(document, selector));
  const attribute = (element: Element | null, name: string): string | null =>
    attempt(() => (element === null ? null : Element.prototype.getAttribute.call(element, name)));
  const text = (value: unknown, maxLength: number): string | null =>
    typeof value === 'string' && value.trim() !== '' ? value.slice(0, maxLength) : null;
  const address = (value: unknown): string | null =>
    attempt(() => {
      // An address that was cut is another address: a longer one is absent.
      if (typeof value !== 'string' || value.trim() === '' || value.length > 20_000) return null;
      const base = getter(Node.prototype, 'baseURI');
      const { href } = new URL(value, typeof base === 'string' ? base : location.href);
      return href.length > 20_000 ? null : href;
    });

  // Names that are read, in lower case; the first element of each name wins. Pages have had thousands.
  const metas = new Map<string, string>();
  attempt(() => {
    const elements = Document.prototype.querySelectorAll.call(document, 'meta[content]');
    for (let index = 0; index < Math.min(elements.length, 2000); index += 1) {
      const element = elements[index] ?? null;
      const name = attribute(element, 'property') ?? attribute(element, 'name');
      const content = attribute(element, 'content');
      const key = name?.trim().toLowerCase();
      if (key && content?.trim() && !metas.has(key)) metas.set(key, content);
    }
  });
  const meta = (...names: string[]) => names.map((name) => metas.get(name)).find((value) => value !== undefined);

  return {
    url: address(attempt(() => location.href)) ?? '',
    title: text(getter(Document.prototype, 'title'), 2000),
    canonicalUrl: address(attribute(first('link[rel~="canonical" i][href]'), 'href')),
    ogUrl: address(meta('og:url')),
    ogTitle: text(meta('og:title', 'twitter:title'), 2000),
    description: text(meta('og:description', 'twitter:description', 'description'), 10_000),
    imageUrl: address(meta('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src')),
    siteName: text(meta('og:site_name', 'application-name'), 1000),
    author: text(meta('author', 'article:author', 'dc.creator'), 1000),
    language: text(attribute(first('html[lang]'), 'lang') ?? meta('og:locale', 'language'), 100),
    selection: text(
      attempt(() => getSelection()?.toString()),
      5000,
    ),
  };
}

/** What came back from the page, or null when it is not what `capturePage` answers. */
export function parseCapture(value: unknown): CapturedPage | null {
  const parsed = capturedPageSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
