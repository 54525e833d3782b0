import { describe, expect, it } from 'vitest';
import { markupToLines, markupToText, pictureIn } from './markup.ts';

describe('markupToText', () => {
  it.each([
    ['plain', 'plain'],
    ['<p>One</p><p>two</p>', 'One two'],
    ['a<b>b</b>c', 'abc'],
    ['one<br>two<br/>three', 'one two three'],
    ['&eacute;t&eacute; &#8211; &#x1F600;', 'été – 😀'],
    ['&lt;b&gt;twice&lt;/b&gt;', 'twice'],
    ['a<script>b</script>c<style>d</style>e', 'ace'],
    ['a<SCRIPT SRC=x>b</SCRIPT>c', 'ac'],
    ['<<b>script>alert(1)</script>', ''],
    ['<scr<script>ipt>alert(1)', 'ipt>alert(1)'],
    ['before<script', 'before'],
    ['before<img src=x onerror=alert(1)', 'before'],
    ['<xmp><script>x</script></xmp>', ''],
    ['<!-- hidden -->seen<![CDATA[ too ]]>', 'seen too'],
    ['<scr\u0008ipt>', ''],
    ['&lt;\u202Escript&gt; one', 'script> one'],
    ['&amp;amp;lt;scr\u0008ipt&amp;amp;gt; one', 'script> one'],
    ['Option<String> or Vec<u8>', 'Option<String> or Vec<u8>'],
    ['a < b > c', 'a < b > c'],
    ['x<y', 'x<y'],
    ['AT&T', 'AT&T'],
    ['<custom-element onclick="x">in</custom-element>', 'in'],
    ['', ''],
  ])('%s', (html, text) => {
    expect(markupToText(html, 300)).toBe(text);
  });

  it('is cut between graphemes, with an ellipsis, within the length', () => {
    expect(markupToText(`<p>${'é'.repeat(40)}</p>`, 10)).toBe(`${'é'.repeat(9)}…`);
    expect(markupToText('👩‍👩‍👧‍👦'.repeat(3), 12)).toBe('👩‍👩‍👧‍👦…');
  });

  it('reads no more of a long article than it needs', () => {
    expect(markupToText(`<p>${'word '.repeat(1_000_000)}</p>`, 100)).toHaveLength(100);
    expect(markupToText(`<style>${'p{}'.repeat(3000)}</style>seen`, 100)).toBe('seen');
  });
});

describe('markupToLines', () => {
  it('keeps the lines and drops the markup', () => {
    expect(markupToLines('One <b>bold</b>\n\n<script>x</script>two', 300)).toBe('One bold\ntwo');
  });
});

describe('pictureIn', () => {
  const html =
    '<img src="https://feeds.feedburner.com/~ff/x"><img width=1 height=1 src=/p.gif><IMG SRC="/a.png"><img alt=none><img src="b.jpg" width="640">';

  it('finds the first picture, without pixels and buttons', () => {
    expect(pictureIn(html, (src) => src)).toBe('/a.png');
    expect(pictureIn('no picture', (src) => src)).toBeNull();
  });

  it('goes on to the next one when one cannot be read, three times at most', () => {
    expect(pictureIn(html, (src) => (src.endsWith('.jpg') ? `https://a.example/${src}` : null))).toBe(
      'https://a.example/b.jpg',
    );
    const asked: string[] = [];
    const readNone = (src: string) => {
      asked.push(src);
      return null;
    };
    expect(pictureIn('<img src=1><img src=2><img src=3><img src=4>', readNone)).toBeNull();
    expect(asked).toEqual(['1', '2', '3']);
  });

  it.each([
    '<!-- <img src=a.png> --><img src=b.png>',
    '<script>"<img src=a.png>"</script><img src=b.png>',
    '<a title="><img src=a.png>">x</a><img src=b.png>',
    '<textarea><img src=a.png></textarea><img src=b.png>',
    '1 < 2 <img src=b.png>',
  ])('is not taken in by %s', (markup) => {
    expect(pictureIn(markup, (src) => src)).toBe('b.png');
  });
});
