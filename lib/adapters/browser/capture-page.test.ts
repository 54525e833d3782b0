import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { capturePage, parseCapture } from './capture-page.ts';

type PageWindow = Window & typeof globalThis;
// Required, because jsdom comes without types.
const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
  JSDOM: new (html: string, options: { url: string; runScripts: 'outside-only' }) => { window: PageWindow };
};

const address = 'https://news.example.com/2026/a?b=1#part';
const nothing = {
  url: address,
  title: null,
  canonicalUrl: null,
  ogUrl: null,
  ogTitle: null,
  description: null,
  imageUrl: null,
  siteName: null,
  author: null,
  language: null,
  selection: null,
};

/** Runs the function as `executeScript` does: by its text, in the page's own globals, with a JSON answer. */
function captureIn(html: string, spoil?: (window: PageWindow) => void): unknown {
  const { window } = new JSDOM(html, { url: address, runScripts: 'outside-only' });
  spoil?.(window);
  return JSON.parse(JSON.stringify(window.eval(`(${capturePage.toString()})()`)));
}

describe('capturePage', () => {
  it('reads what a page says of itself', () => {
    const html = `<html lang="fr"><head><title>The title</title>
      <link rel="Canonical" href="/2026/a">
      <meta property="og:title" content="Og title"><meta property="og:url" content="https://news.example.com/og">
      <meta name="description" content="Plain"><meta property="og:description" content="Og description">
      <meta property="og:image" content="/a.png"><meta property="og:site_name" content="Example">
      <meta name="Author" content="Zoé Martin"></head><body><p>Text</p></body></html>`;
    const captured = captureIn(html, (window) => window.getSelection()?.selectAllChildren(window.document.body));
    expect(captured).toEqual({
      url: address,
      title: 'The title',
      canonicalUrl: 'https://news.example.com/2026/a',
      ogUrl: 'https://news.example.com/og',
      ogTitle: 'Og title',
      description: 'Og description',
      imageUrl: 'https://news.example.com/a.png',
      siteName: 'Example',
      author: 'Zoé Martin',
      language: 'fr',
      selection: 'Text',
    });
    expect(parseCapture(captured)).toEqual(captured);
  });

  it.each([
    '',
    '<p>Text',
    '<html lang=" "><title> </title><meta><meta name="author"><meta property="og:title" content=" ">',
  ])('finds nothing but the address in %j', (html) => {
    expect(captureIn(html)).toEqual(nothing);
  });

  it('falls back from Open Graph to Twitter’s names, plain names and the locale', () => {
    const html = `<meta name="twitter:title" content="T"><meta name="twitter:image" content="t.png">
      <meta name="description" content="D"><meta property="og:locale" content="fr_FR">`;
    expect(captureIn(html)).toMatchObject({
      ogTitle: 'T',
      imageUrl: 'https://news.example.com/2026/t.png',
      description: 'D',
      language: 'fr_FR',
    });
  });

  it('keeps the first of two, so that a comment at the end of a page cannot speak for it', () => {
    const html = '<meta property="og:title" content="First"><body><meta property="OG:Title" content="Second">';
    expect(captureIn(html)).toMatchObject({ ogTitle: 'First' });
  });

  it('reads the rest when addresses are broken', () => {
    const html = `<title>T</title><base href="https://[broken"><link rel="canonical" href="https://[">
      <meta property="og:image" content="http://:0"><meta property="og:url" content="javascript:alert(1)">`;
    expect(captureIn(html)).toMatchObject({ title: 'T', canonicalUrl: null, imageUrl: null });
  });

  it('survives a document whose properties are hidden or throw', () => {
    const html =
      '<title>The title</title><link rel="canonical" href="https://news.example.com/c"><meta name="author" content="A">';
    const captured = captureIn(html, (window) => {
      const names = [
        'title',
        'querySelector',
        'querySelectorAll',
        'head',
        'documentElement',
        'baseURI',
        'getSelection',
      ];
      for (const name of names) {
        Object.defineProperty(window.document, name, {
          get: () => {
            throw new Error('hostile');
          },
        });
      }
      Object.defineProperty(window, 'getSelection', {
        value: () => {
          throw new Error('hostile');
        },
      });
    });
    expect(captured).toEqual({
      ...nothing,
      title: 'The title',
      canonicalUrl: 'https://news.example.com/c',
      author: 'A',
    });
  });

  it('survives forms and pictures named like properties', () => {
    const html = `<title>The title</title><body><form name="title"></form><form name="baseURI"></form>
      <img name="querySelectorAll"><form id="a"><input name="getAttribute"></form><meta name="author" content="A">`;
    expect(captureIn(html)).toMatchObject({ title: 'The title', author: 'A' });
  });

  it('caps every length, and looks at no more than some metas', () => {
    const long = 'é'.repeat(50_000);
    const html = `<html lang="${long}"><title>${long}</title><meta property="og:title" content="${long}">
      <meta property="og:description" content="${long}"><meta property="og:site_name" content="${long}">
      <meta name="author" content="${long}"><link rel="canonical" href="/${long}"><meta property="og:image" content="/${long}">
      ${'<meta name="x" content="y">'.repeat(5000)}<meta property="og:url" content="https://news.example.com/late"><body>${long}`;
    const captured = parseCapture(
      captureIn(html, (window) => window.getSelection()?.selectAllChildren(window.document.body)),
    );
    expect(captured).toMatchObject({ canonicalUrl: null, imageUrl: null, ogUrl: null });
    expect(captured?.title).toHaveLength(2000);
    expect(captured?.selection).toHaveLength(5000);
  });
});

describe('parseCapture', () => {
  it.each([null, undefined, 'text', [], {}, { ...nothing, title: 3 }, { ...nothing, url: undefined }])(
    'has no use for %j',
    (value) => {
      expect(parseCapture(value)).toBeNull();
    },
  );

  it('keeps what it knows and nothing else', () => {
    expect(parseCapture({ ...nothing, extra: true })).toEqual(nothing);
  });
});
