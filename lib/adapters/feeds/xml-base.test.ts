import { describe, expect, it } from 'vitest';
import { withBasesApplied } from './xml-base.ts';

const url = 'https://www.acme.example/feeds/news.xml';

describe('withBasesApplied', () => {
  it.each([
    ['<link xml:base="https://b.example/x/" href="1.html"/>', '<link href="https://b.example/x/1.html"/>'],
    ['<link href="1.html" xml:base="x/"/>', '<link href="x/1.html"/>'],
    ['<link xml:base="x/index.html" href="1.html"/>', '<link href="x/1.html"/>'],
    ['<link xml:base="x/" href="/1.html"/>', '<link href="/1.html"/>'],
    ['<link xml:base="/x/a?b" href="?c"/>', '<link href="/x/a?c"/>'],
    ['<link xml:base="x/" href="https://c.example/1"/>', '<link href="https://c.example/1"/>'],
    ['<link xml:base="https://b.example/x/">1.html</link>', '<link>https://b.example/x/1.html</link>'],
    ['<enclosure xml:base="https://b.example/" url=\'1.jpg\'/>', '<enclosure url="https://b.example/1.jpg"/>'],
    ['<link xml:base="javascript:x/" href="1"/>', '<link href="1"/>'],
    ['<entry xml:base="x/"><link href="1"/></entry>', '<entry xml:base="x/"><link href="1"/></entry>'],
  ])('%s', (xml, applied) => {
    expect(withBasesApplied(xml, url)).toBe(applied);
  });

  it.each([
    ['<rss><channel xml:base="https://b.example/x/">', '<rss xml:base="https://b.example/x/"><channel>'],
    [
      '<rss version="2.0" xml:base="/a/">\n<channel xml:base="b/">',
      '<rss xml:base="https://www.acme.example/a/b/" version="2.0"><channel>',
    ],
    ['<rss><channel xml:base="javascript:x">', '<rss xml:base="https://www.acme.example/feeds/news.xml"><channel>'],
  ])('moves the base of a channel to the root: %s', (xml, applied) => {
    expect(withBasesApplied(xml, url)).toBe(applied);
  });
});
