import { describe, expect, it } from 'vitest';
import { mendXml } from './mend-xml.ts';
import { findRoot, type Root } from './scan-xml.ts';

const url = 'https://www.acme.example/feeds/news.xml';

function mend(xml: string): string {
  const root: Root | null = findRoot(xml);
  if (root === null) throw new Error('no root');
  return mendXml(xml, root, url);
}

const inRss = (item: string) => `<rss version="2.0"><channel><item>${item}</item></channel></rss>`;
const inAtom = (entry: string) => `<feed><entry>${entry}</entry></feed>`;

describe('mendXml', () => {
  it.each([
    ['a link in an attribute', '<link href="https://a.example/1"/>', '<link>https://a.example/1</link>'],
    ['a link in an attribute, with an end', "<link href='/1' rel='alternate'></link>", '<link>/1</link>'],
    ['a link to the feed itself', '<link rel="self" href="/feed"/><link>/1</link>', '<link>/1</link>'],
    ['an empty element before a full one', '<title/><title>One</title>', '<title>One</title>'],
    ['an element without text', '<link> </link><title>One</title>', '<title>One</title>'],
    ['an empty CDATA section', '<guid isPermaLink="false"><![CDATA[]]></guid><title>One</title>', '<title>One</title>'],
    ['missing quotes', '<enclosure url=/1.jpg type=image/jpeg />', '<enclosure url="/1.jpg" type="image/jpeg" />'],
    ['some missing quotes', `<guid isPermaLink=false a='b=c'>1</guid>`, `<guid isPermaLink="false" a='b=c'>1</guid>`],
    ['a missing stroke', '<enclosure url="/1.jpg"><title>One</title>', '<enclosure url="/1.jpg"/><title>One</title>'],
    ['two halves of a character', '<title>&#55357;&#56832; &#xD83D;&#xde00;</title>', '<title>😀 😀</title>'],
    [
      'halves that are none',
      '<title>&#55357;&#55357; &#57344;&#57345;</title>',
      '<title>&#55357;&#55357; &#57344;&#57345;</title>',
    ],
  ])('mends %s in RSS', (_, odd, right) => {
    expect(mend(inRss(odd))).toBe(inRss(right));
    expect(mend(inRss(right))).toBe(inRss(right));
  });

  it.each([
    ['a link as text', '<link>https://a.example/1</link>', '<link href="https://a.example/1"/>'],
    ['a link in CDATA', '<link><![CDATA[https://a.example/1]]></link>', '<link href="https://a.example/1"/>'],
    ['a link without its stroke', '<link href="/1"><title>One</title>', '<link href="/1"/><title>One</title>'],
    [
      'a choice of contents',
      '<content type="multipart/alternative"><content type="text">One</content>\n<content>Two</content></content>',
      '<content type="text">One</content>\n<content>Two</content>',
    ],
    [
      'groups in groups',
      '<media:group><media:group a="b"><media:content url="/1.jpg"/></media:group></media:group>',
      '<media:group><media:content url="/1.jpg"/></media:group>',
    ],
  ])('mends %s in Atom', (_, odd, right) => {
    expect(mend(inAtom(odd))).toBe(inAtom(right));
    expect(mend(inAtom(right))).toBe(inAtom(right));
  });

  it.each([
    ['<image><url>/1.jpg</url></image>', '<image>/1.jpg</url></image>'],
    ['<image> /1.jpg </image>', '<image>/1.jpg</image>'],
    ['<image><![CDATA[/1.jpg]]></image>', '<image>/1.jpg</image>'],
  ])('writes the picture of an item as Media RSS does, from %s', (odd, rest) => {
    const thumbnail = '<media:thumbnail xmlns:media="http://search.yahoo.com/mrss/" url="/1.jpg"/>';
    expect(mend(inRss(odd))).toBe(inRss(thumbnail + rest));
  });

  it('drops a prefix that everything has', () => {
    expect(mend('<x:rss xmlns:x="urn:x"><x:channel><x:title>One</x:title></x:channel></x:rss>')).toBe(
      '<rss xmlns:x="urn:x"><channel><title>One</title></channel></rss>',
    );
  });

  it('takes the items out of a list around them', () => {
    expect(mend('<rss><channel><items><item><title>One</title></item></items></channel></rss>')).toBe(
      '<rss><channel><item><title>One</title></item></channel></rss>',
    );
  });

  it.each([
    ['a right RSS', '<title>One</title><link>https://a.example/1</link><guid isPermaLink="false">1</guid>'],
    [
      'an ended void',
      '<enclosure url="/1.jpg" type="image/jpeg"></enclosure><atom:link href="/" rel="self"></atom:link>',
    ],
    ['what is text', '<description><![CDATA[<link href="x"><image>y</image><title/>]]></description>'],
    ['a picture of the channel', '<title>One</title></item><image><url>/1.gif</url><title>x</title></image><item>'],
  ])('leaves %s as it is', (what, item) => {
    const before = what.includes('channel')
      ? inRss('').replace('<item></item>', '<image><url>/1.gif</url></image>')
      : inRss(item);
    expect(mend(before)).toBe(before);
  });

  it.each([
    '<link ',
    '<link href="',
    '<enclosure url=',
    '<image>',
    '<media:group>',
    '<title/>',
    '&#55357;',
    '<items>',
    '<content type="base64">',
    '<content xml:base="a" mode="base64">',
    '<link xml:base="a" href="b">',
  ])('takes time in proportion to its length, for %s', (piece) => {
    const start = performance.now();
    mend(`<rss><channel xml:base="/x"><item>${piece.repeat(500_000 / piece.length)}`);
    mend(`<feed><entry>${piece.repeat(500_000 / piece.length)}`);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
