import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

const folder = join(import.meta.dirname, '../fixtures/feeds');
const longestSeed = 4096;

/** The documents of the corpus that are small, as they stand on the disk. */
function corpus(): Buffer[] {
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => readFileSync(join(folder, name)))
    .filter((bytes) => bytes.length > 0 && bytes.length <= longestSeed);
}

/** Pieces that mean something to one of the readers, or hide it from another. */
const sayings = [
  '<script>alert(1)</script>',
  '&lt;script&gt;',
  '&lt;/p&gt;',
  '&amp;lt;img src=x onerror=alert(1)&amp;gt;',
  '&amp;amp;lt;b&amp;amp;gt;',
  '<b onclick="x">bold</b>',
  '<![CDATA[ <i> ]]>',
  '<!-- x -->',
  '&x;',
  '&#60;',
  '&#x3c;i&#62;',
  '&#0;',
  '&#8;',
  '&#55357;',
  '&#x202e;',
  '&nbsp;',
  '&',
  '"',
  "'",
  '{',
  '}',
  '\\',
  '\\u003cscript\\u003e',
  '\u0000',
  '\u0008',
  '\u202e',
  '\u2066',
  '\uFEFF',
  'javascript:alert(1)',
  'https://user:secret@acme.example/',
];
/** Those that also break what stands around them, which costs the parser most of its time. */
const breakers = [
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?',
  '<!DOCTYPE a [<!ENTITY x "<script>">]>',
  '</b>',
  '</item>',
  '<item>',
  '<entry>',
  '</channel>',
  '<title/>',
  '<link href=javascript:alert(1)>',
  '<media:group>',
  ' xml:base="javascript:x/"',
  ' mode="base64"',
  ' type="xhtml"',
  '>',
  '<',
  '[',
  ',',
];
const pieces = [...sayings, ...sayings, ...breakers].map((piece) => Buffer.from(piece));

type Edit = {
  kind: 'insert' | 'set' | 'flip' | 'drop' | 'repeat' | 'cut' | 'graft';
  at: number;
  with: number;
  length: number;
};

/** Documents of the corpus with a few bytes changed, dropped, repeated, cut off or taken from another. */
export function mutatedDocuments(): fc.Arbitrary<Uint8Array> {
  const seeds = corpus();
  const edit: fc.Arbitrary<Edit> = fc.record({
    kind: fc.constantFrom('insert', 'insert', 'insert', 'set', 'flip', 'drop', 'repeat', 'cut', 'graft'),
    at: fc.nat(longestSeed),
    with: fc.nat(65_535),
    length: fc.nat(48),
  });
  // JSON is few of the corpus, has readers of its own and is read in a tenth of the time.
  const json = seeds.filter((bytes) => bytes.toString('latin1').trimStart().startsWith('{'));
  const seed = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...seeds) },
    { weight: 1, arbitrary: fc.constantFrom(...json) },
  );
  return fc.tuple(seed, fc.array(edit, { minLength: 1, maxLength: 2 })).map(([bytes, edits]) => {
    return edits.reduce((before, one) => edited(before, one, seeds), bytes);
  });
}

function edited(bytes: Buffer, edit: Edit, seeds: Buffer[]): Buffer {
  const at = edit.at % (bytes.length + 1);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  const nothing = Buffer.alloc(0);
  switch (edit.kind) {
    case 'insert':
      return Buffer.concat([before, pieces[edit.with % pieces.length] ?? nothing, after]);
    case 'set':
      return Buffer.concat([before, Buffer.of(edit.with & 255), after.subarray(1)]);
    case 'flip':
      return Buffer.concat([before, Buffer.of((after[0] ?? 0) ^ (1 << (edit.with & 7))), after.subarray(1)]);
    case 'drop':
      return Buffer.concat([before, after.subarray(edit.length)]);
    case 'repeat':
      return Buffer.concat([before, after.subarray(0, edit.length), after]);
    case 'cut':
      return at > bytes.length / 2 ? before : bytes;
    case 'graft': {
      const other = seeds[edit.with % seeds.length] ?? nothing;
      return Buffer.concat([before, other.subarray(at, at + edit.length * 8), after]);
    }
  }
}

/** Documents of each format put together from hostile pieces, and bytes that never were one. */
export function builtDocuments(): fc.Arbitrary<Uint8Array> {
  const word = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...sayings) },
    { weight: 1, arbitrary: fc.string({ maxLength: 6, unit: 'binary' }).map((odd) => odd.replaceAll('<', '')) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'Acme',
        'news ',
        'é',
        ' 5 ',
        '<i>x</i>',
        ' < ',
        'https://www.acme.example/1',
        'scr',
        'ipt',
        'img src=x ',
      ),
    },
  );
  const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(''));
  const names =
    'title link guid description pubDate author category enclosure content:encoded dc:creator dc:date media:content media:thumbnail media:group itunes:summary itunes:image atom:link image summary content id updated published name items';
  const name = fc.constantFrom(...names.split(' '));
  const attribute = fc
    .tuple(
      fc.constantFrom('url', 'href', 'type', 'rel', 'xml:base', 'isPermaLink', 'mode', 'medium'),
      text,
      fc.constantFrom('"', '"', '"', "'", "'", "'", ''),
    )
    .map(
      ([key, value, quote]) =>
        ` ${key}=${quote}${quote === '' ? value.replace(/[\s<>"']/g, '') : value.replaceAll(quote, '')}${quote}`,
    );
  const shapes = [...Array<string>(20).fill('whole'), 'cdata', 'cdata', 'cdata', 'cdata', 'empty', 'empty', 'open'];
  const element = fc
    .tuple(name, fc.array(attribute, { maxLength: 2 }), text, fc.constantFrom(...shapes))
    .map(([tag, attributes, inside, shape]) => {
      const start = `<${tag}${attributes.join('')}`;
      if (shape === 'empty') return `${start}/>`;
      if (shape === 'open') return `${start}>${inside}`;
      return shape === 'cdata' ? `${start}><![CDATA[${inside}]]></${tag}>` : `${start}>${inside}</${tag}>`;
    });
  const entry = fc.array(element, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
  const entries = fc.array(entry, { minLength: 1, maxLength: 2 });
  const rss = fc.tuple(text, entries).map(([title, items]) => {
    return `<rss version="2.0"><channel><title>${title}</title>${items.map((item) => `<item>${item}<pubDate>soon</pubDate></item>`).join('')}</channel></rss>`;
  });
  const atom = fc.tuple(text, entries).map(([title, items]) => {
    return `<feed xmlns="http://www.w3.org/2005/Atom"><title>${title}</title>${items.map((item) => `<entry>${item}<updated>soon</updated></entry>`).join('')}</feed>`;
  });
  const rdf = fc.tuple(text, entries).map(([title, items]) => {
    return `<rdf:RDF><channel><title>${title}</title></channel>${items.map((item) => `<item>${item}<link>/</link></item>`).join('')}</rdf:RDF>`;
  });
  const bytes = fc
    .tuple(fc.constantFrom('', '<rss><channel>', '<feed><entry>', '{"items":[{'), fc.uint8Array({ maxLength: 120 }))
    .map(([start, rest]) => Buffer.concat([Buffer.from(start), rest]));
  return fc.oneof(
    { weight: 3, arbitrary: rss.map((xml) => Buffer.from(xml)) },
    { weight: 2, arbitrary: atom.map((xml) => Buffer.from(xml)) },
    { weight: 1, arbitrary: rdf.map((xml) => Buffer.from(xml)) },
    { weight: 7, arbitrary: jsonFeeds(text).map((json) => Buffer.from(JSON.stringify(json))) },
    { weight: 1, arbitrary: bytes },
  );
}

/** JSON Feeds with the extension, whose texts are checked as those of any feed. */
function jsonFeeds(text: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const odd = fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: fc.constantFrom(null, 7, true, [], {}) },
  );
  const some = (values: Record<string, fc.Arbitrary<unknown>>) => fc.record(values, { requiredKeys: [] });
  const list = (value: fc.Arbitrary<unknown>) => fc.array(value, { maxLength: 2 });
  const itemExtension = some({
    kind: fc.constantFrom('event', 'poll', 'job', 'message', 'engage', 'x'),
    reader_url: odd,
    image_alt: odd,
    author_title: odd,
    suggestions: list(some({ text: odd, tone: odd, language: fc.constant('en'), network: fc.constant(null) })),
    event: some({ starts_at: fc.constant('2024-05-06T10:00:00Z'), place: odd }),
    poll: some({ choices: list(odd) }),
    job: some({ place: odd, contract: odd }),
  });
  const item = some({
    id: odd,
    url: odd,
    title: odd,
    summary: odd,
    content_html: odd,
    content_text: odd,
    image: odd,
    tags: list(odd),
    authors: list(some({ name: odd })),
    date_published: odd,
    _relais: itemExtension,
  });
  const extension = fc.record(
    {
      version: fc.constant(1),
      company_name: odd,
      campaigns: list(fc.record({ id: fc.constantFrom('a', 'b'), title: text, hashtag: odd })),
      guidelines: list(
        fc.record({
          id: fc.constantFrom('a', 'b'),
          kind: fc.constant('card'),
          title: text,
          body_markdown: text,
          version: fc.constant('1'),
        }),
      ),
    },
    { requiredKeys: ['version'] },
  );
  return fc.record(
    {
      version: fc.constant('https://jsonfeed.org/version/1.1'),
      title: odd,
      home_page_url: odd,
      items: fc.array(item, { maxLength: 3 }),
      _relais: extension,
    },
    { requiredKeys: ['version', 'items'] },
  );
}
