import { describe, expect, it } from 'vitest';
import { parseFeed } from './parse-feed.ts';

/** What stays the same from one poll to the next, whatever publishers change in between. */
describe('the identity of an item', () => {
  const rss = (item: string) => `<rss version="2.0"><channel><title>Acme</title><item>${item}</item></channel></rss>`;
  const atom = (entry: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry>${entry}</entry></feed>`;
  const json = (item: object) =>
    JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'A', items: [item] });
  const guid = '<guid isPermaLink="false">acme-1</guid>';
  const link = '<link>https://www.acme.example/1</link>';

  it.each([
    ['an edited title', rss(`<title>One</title>${guid}`), rss(`<title>One, corrected</title>${guid}`)],
    ['another address under its guid', rss(`${guid}${link}`), rss(`${guid}<link>https://news.acme.example/one</link>`)],
    ['an edited title, without a guid', rss(`<title>One</title>${link}`), rss(`<title>Won</title>${link}`)],
    [
      'other trackers of its address',
      rss('<title>One</title><link>https://www.acme.example/1?utm_campaign=may</link>'),
      rss('<title>One</title><link>https://www.acme.example/1?utm_campaign=june&amp;utm_source=rss</link>'),
    ],
    [
      'other trackers of a guid that is an address',
      rss('<title>One</title><guid>https://www.acme.example/1?utm_campaign=may</guid>'),
      rss('<title>One</title><guid>https://www.acme.example/1</guid>'),
    ],
    [
      'white space around its guid',
      rss(`<title>One</title>${guid}`),
      rss('<title>One</title><guid isPermaLink="false">\n acme-1\n</guid>'),
    ],
    [
      'a guid in CDATA',
      rss(`<title>One</title>${guid}`),
      rss('<title>One</title><guid isPermaLink="false"><![CDATA[acme-1]]></guid>'),
    ],
    [
      'an entry that was updated',
      atom('<title>One</title><id>tag:1</id>'),
      atom('<title>Two</title><id>tag:1</id><updated>2024-05-06T10:00:00Z</updated>'),
    ],
    [
      'an edited item of JSON',
      json({ id: 1, title: 'One' }),
      json({ id: '1', title: 'Two', url: 'https://www.acme.example/1' }),
    ],
  ])('survives %s', (_, before, after) => {
    expect(identityIn(after)).toBe(identityIn(before));
  });

  it.each([
    [
      'another guid',
      rss(`<title>One</title>${guid}`),
      rss('<title>One</title><guid isPermaLink="false">acme-2</guid>'),
    ],
    [
      'another page number',
      rss('<link>https://www.acme.example/?p=1</link>'),
      rss('<link>https://www.acme.example/?p=2</link>'),
    ],
    [
      'another fragment',
      rss('<guid>https://www.acme.example/#1</guid>'),
      rss('<guid>https://www.acme.example/#2</guid>'),
    ],
    ['other words, where there is nothing else', rss('<title>One</title>'), rss('<title>Two</title>')],
  ])('does not survive %s', (_, before, after) => {
    expect(identityIn(after)).not.toBe(identityIn(before));
  });
});

function identityIn(text: string): string | undefined {
  const { items } = parseFeed(new TextEncoder().encode(text), {
    url: 'https://www.acme.example/feed',
    contentType: null,
  });
  return items[0]?.externalId;
}
