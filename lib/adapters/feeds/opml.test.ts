import { describe, expect, it } from 'vitest';
import { readOpml, writeOpml } from './opml.ts';

const opml = (body: string) => `<?xml version="1.0"?><opml version="2.0"><head/><body>${body}</body></opml>`;

describe('readOpml', () => {
  it('finds feeds in folders of folders, in order, each once', () => {
    const text = opml(`
      <outline text="First" type="rss" xmlUrl="https://a.example/feed"/>
      <outline text="Company">
        <outline text="Blogs"><outline title="Caf&#233; &amp; co" text="x" xmlUrl="feed://b.example/rss?a=1&amp;b=2"/></outline>
        <outline text="Again" xmlUrl="https://a.example/feed"/>
      </outline>
      <outline xmlUrl="http://c.example/"/>`);
    expect(readOpml(text)).toEqual({
      feeds: [
        { title: 'First', url: 'https://a.example/feed' },
        { title: 'Café & co', url: 'https://b.example/rss?a=1&b=2' },
        { title: 'c.example', url: 'http://c.example/' },
      ],
      refused: [],
      leftOff: 0,
    });
  });

  it('tells what it cannot take, and takes the rest', () => {
    const read = readOpml(
      opml(`<outline text="Script" xmlUrl="javascript:alert(1)"/><outline text="File" xmlUrl="file:///etc/passwd"/>
        <outline text="&lt;b&gt;Bold&lt;/b&gt;" xmlUrl="https://a.example/feed"/><outline text="A folder"/>`),
    );
    expect(read?.refused).toEqual([
      { title: 'Script', address: 'javascript:alert(1)' },
      { title: 'File', address: 'file:///etc/passwd' },
    ]);
    expect(read?.feeds).toEqual([{ title: 'Bold', url: 'https://a.example/feed' }]);
  });

  it('stops at 200, and says how many were left', () => {
    const many = Array.from({ length: 230 }, (_, i) => `<outline text="${i}" xmlUrl="https://a.example/${i}"/>`);
    const read = readOpml(opml(many.join('')));
    expect([read?.feeds.length, read?.leftOff]).toEqual([200, 30]);
  });

  it('reads what other readers wrote carelessly', () => {
    const careless = '<OPML version="1.0"><Body><Outline text="A & B" xmlurl=" https://a.example/?a=1&b=2 "></Body>';
    expect(readOpml(careless)?.feeds).toEqual([{ title: 'A & B', url: 'https://a.example/?a=1&b=2' }]);
  });

  it.each([
    ['a feed', '<rss version="2.0"><channel><title>x</title></channel></rss>'],
    ['a page', '<!doctype html><title>Sign in</title>'],
    ['nothing', ''],
    ['bytes', '\0\x01\x02PNG'],
  ])('takes %s for no list', (_, text) => {
    expect(readOpml(text)).toBeNull();
  });

  it('survives folders without end', () => {
    const deep = opml('<outline text="x">'.repeat(50_000) + '</outline>'.repeat(50_000));
    expect([null, 0]).toContain(readOpml(deep)?.feeds.length ?? null);
  });
});

describe('writeOpml', () => {
  it('is read again as it was', () => {
    const feeds = [
      { title: 'Café <& co>', url: 'https://a.example/?a=1&b="2"', siteUrl: 'https://a.example/' },
      { title: 'B', url: 'https://b.example/feed', siteUrl: null },
    ];
    const written = writeOpml(feeds, new Date(0));
    expect(readOpml(written)?.feeds.map(({ url }) => url)).toEqual([
      'https://a.example/?a=1&b=%222%22',
      'https://b.example/feed',
    ]);
    expect(written).toContain('htmlUrl="https://a.example/"');
  });
});
