import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsedText, visitPictures } from './markup.ts';
import { type Picture, simpleText, visitSimplePictures } from './simple-markup.ts';

/** What people write, and what others write to break it. */
const pieces = [
  ...[
    '<p>',
    '</p>',
    '<P class="a b">',
    '<br>',
    '<br />',
    '</br>',
    '<div>',
    '</div>',
    '<div/>',
    '<hr>',
    '</hr>',
    '<p/>',
  ],
  ...[
    '<a href="/x?a=1&amp;b=2">',
    "<a href='>'>",
    '<a href=x/>',
    '</a>',
    '<strong>',
    '</strong>',
    '<b>',
    '</b>',
    '</b >',
  ],
  ...['<ul>', '<li>', '</li>', '</ul>', '<h2>', '</h2>', '<h3 id=a>', '</h3>', '<section>', '</section>', '<figure>'],
  ...['<img src="/a.png">', '<img src=b.jpg width=1>', "<IMG\nSRC = '/c.gif?x&y' alt>", '<img src="&amp;d" src="e">'],
  ...['<img alt="a > b" src=f>', '<img src="&eacute;">', '<img/src=g>', '<img src=h/>', '</img>', '<image src=i>'],
  ...[
    '<script>',
    '</script>',
    '<style>',
    '</style>',
    '<svg>',
    '</svg>',
    '<title>',
    '</title>',
    '<table>',
    '<td>',
    '<x-y>',
  ],
  ...[
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '<',
    '>',
    '</',
    '"',
    "'",
    '=',
    '/',
    '<p',
    '<p a="',
    '<a b=c',
    '<pé>',
  ],
  ...['&amp;', '&lt;', '&gt;', '&nbsp;', '&eacute;', '&Eacute;', '&#8217;', '&#x2019;', '&#150;', '&#0;', '&#xD800;'],
  ...[
    '&#99999;',
    '&unknown;',
    '&amp',
    '&copy2',
    '& ',
    '&',
    '&#',
    '&;',
    '&constructor;',
    'a',
    'word ',
    ' ',
    '\n',
    '\v',
    'é',
    '😀',
  ],
];
const markup = fc
  .array(fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

/** Well formed, as most of it is: so that the short way is really taken. */
const { simple } = fc.letrec<{ simple: string; node: string }>((tie) => ({
  node: fc.oneof(
    fc.constantFrom(
      'word ',
      'é&rsquo;t',
      'R & D ',
      '&amp;',
      '&#8211;',
      '<br/>',
      '<hr>',
      '<img src="/a.png" alt="&quot;">',
      '\n',
    ),
    fc
      .tuple(fc.constantFrom('p', 'div', 'a', 'strong', 'ul', 'li', 'h2', 'blockquote', 'figure'), tie('simple'))
      .map(([name, inside]) => `<${name} class="x">${inside}</${name}>`),
  ),
  simple: fc.array(tie('node'), { maxLength: 5 }).map((nodes) => nodes.join('')),
}));

function picturesBy(
  visitor: (html: string, visit: (picture: Picture) => boolean) => unknown,
  html: string,
  limit: number,
) {
  const seen: (string | undefined)[][] = [];
  const answer = visitor(html, ({ src, width, height }) => seen.push([src, width, height]) === limit);
  return { seen, answer };
}

describe('simpleText', () => {
  it.each([
    ['<p>One</p>\n<p class="b">t<b>w</b>o</p>', ' One \n two '],
    ['<p>one<div>two</div>', ' one  two '],
    ['R & D &#8211; &eacute;t&eacute;', 'R & D – été'],
  ])('reads %j', (html, text) => {
    expect(simpleText(html, 300)).toBe(text);
  });

  it.each([
    'a<script>b</script>',
    'a</div>b',
    '<b><i>a</b></i>',
    '<!-- a -->',
    'a < b',
    'AT&T',
    '<x-y>a</x-y>',
    '<p a="',
    '&#150;',
  ])('leaves %j to the parser', (html) => {
    expect(simpleText(html, 300)).toBeNull();
  });

  it('says what the parser says, or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(markup, simple), fc.integer({ min: 1, max: 60 }), (html, enough) => {
        const text = simpleText(html, enough);
        // What stands past `enough`, and the spaces for what stays open, are nobody's concern.
        const kept = (whole: string) => whole.slice(0, enough).trimEnd();
        if (text !== null) expect(kept(text)).toBe(kept(parsedText(html, enough)));
      }),
      { numRuns: 5000 },
    );
  });

  it('reads what is well formed without the parser, as it does', () => {
    let read = 0;
    fc.assert(
      fc.property(simple, (html) => {
        const text = simpleText(html, 10_000);
        if (text !== null) read += 1;
        if (text !== null) expect(text.trimEnd()).toBe(parsedText(html, 10_000).trimEnd());
      }),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(400);
  });

  it('takes no longer than its text is long', () => {
    for (const html of [
      `<p ${'a '.repeat(500_000)}`,
      '<p a="'.repeat(200_000),
      `<p${' '.repeat(4000)}`.repeat(250),
      '<p>'.repeat(300_000),
      '&'.repeat(1_000_000),
      `<a href="${'x'.repeat(1_000_000)}">y</a>`,
    ]) {
      const begun = performance.now();
      simpleText(html, 2_000_000);
      visitSimplePictures(html, () => false);
      expect(performance.now() - begun).toBeLessThan(500);
    }
  });
});

describe('visitSimplePictures', () => {
  it('shows what the parser shows, or gives up', () => {
    fc.assert(
      fc.property(fc.oneof(markup, simple), fc.integer({ min: 1, max: 3 }), (html, limit) => {
        const { seen, answer } = picturesBy(visitSimplePictures, html, limit);
        if (answer === true) expect(seen).toEqual(picturesBy(visitPictures, html, limit).seen);
      }),
      { numRuns: 5000 },
    );
  });
});
