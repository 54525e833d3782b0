import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkIds } from '../network-ids.ts';
import { networks } from './table.ts';

const definitions = networkIds.map((id) => networks[id]);
const hostile = [
  'javascript:alert(1)',
  'https://evil.example/&url=https://other.example#x',
  '"><script>alert(1)</script>',
  '\r\nLocation: https://evil.example',
  'https://user:pass@evil.example/?a=1&text=b;c',
  '%26text%3Dx &amp; = ? # @ : / \\',
  '\ud83d half an emoji',
  "(it's!)*",
  '\u202Egnp.exe\0',
];

/** What the network's server receives, read as browsers and servers read it. */
function received(address: string): [string, string][] {
  return [...new URL(address).searchParams];
}

describe('networks', () => {
  it('has a definition for each name, under its name, in the order offered', () => {
    expect(Object.keys(networks)).toEqual([...networkIds]);
    for (const id of networkIds) expect(networks[id].id).toBe(id);
  });

  it('leaves no definition out: a network is its file and its line of the table', () => {
    const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], { eager: true });
    const found = Object.values(modules)
      .flatMap((exported) => Object.values(exported))
      .filter((value) => Object.hasOwn(Object(value), 'composerUrl'));
    expect(new Set(found)).toEqual(new Set(definitions));
    expect(found).toHaveLength(networkIds.length);
  });

  describe.each(definitions)('$id', (network) => {
    it('is told and sized like a network', () => {
      expect(network.name).not.toBe('');
      expect(network.limit).toBeGreaterThanOrEqual(200);
      expect(network.window.width).toBeGreaterThanOrEqual(500);
      expect(network.window.height).toBeGreaterThanOrEqual(500);
    });

    it.each(hostile)('opens its own composer, and nothing else, with %j', (value) => {
      const plain = new URL(network.composerUrl({ text: 'text', url: 'https://example.com/' }));
      for (const post of [
        { text: value, url: 'https://example.com/' },
        { text: 'text', url: value },
        { text: value, url: value },
      ]) {
        const address = network.composerUrl(post);
        const composer = new URL(address);
        expect(composer.origin).toBe(`https://${network.host}`);
        expect(composer.pathname).toBe(plain.pathname);
        expect(composer.hash).toBe('');
        expect(composer.username).toBe('');
        const names = received(address).map(([name]) => name);
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(plain.searchParams.has(name)).toBe(true);
      }
    });

    it('cannot be led elsewhere by any text or address', () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, url) => {
          const address = network.composerUrl({ text, url });
          expect(address).toMatch(/^[\w:/.?=&%~-]+$/);
          expect(new URL(address).origin).toBe(`https://${network.host}`);
          const names = received(address).map(([name]) => name);
          expect(names.every((name) => name === 'text' || name === 'url')).toBe(true);
        }),
      );
    });

    it('counts a post as no less when words are added', async () => {
      const count = await network.loadCounter();
      const url = 'https://example.com/news';
      expect(count({ text: 'Bonjour tout le monde', url })).toBe(count({ text: 'Bonjour', url }) + 14);
    });
  });
});

describe('linkedin', () => {
  it('sends the address and keeps the text, which it would ignore', () => {
    expect(networks.linkedin.composerUrl({ text: 'My words', url: 'https://example.com/a?b=1&c=é' })).toBe(
      'https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fexample.com%2Fa%3Fb%3D1%26c%3D%C3%A9',
    );
    expect(networks.linkedin.takes).toBe('link');
  });

  it('counts the text alone, in UTF-16 units', async () => {
    const count = await networks.linkedin.loadCounter();
    expect(count({ text: '👋🏽 é', url: 'https://example.com/' })).toBe(6);
  });
});

describe('x', () => {
  it('sends text and address apart, as they were written', () => {
    const address = networks.x.composerUrl({
      text: "L’été (enfin!) *c'est* 100 % + là\nici",
      url: 'https://example.com/?a=1',
    });
    expect(address).not.toMatch(/[ +!'()*\n]/);
    expect(received(address)).toEqual([
      ['text', "L’été (enfin!) *c'est* 100 % + là\nici"],
      ['url', 'https://example.com/?a=1'],
    ]);
  });

  it('does not add a link that the text already has', async () => {
    const post = { text: 'Voir https://example.com/a maintenant', url: 'https://example.com/a' };
    expect(received(networks.x.composerUrl(post))).toEqual([['text', post.text]]);
    const count = await networks.x.loadCounter();
    expect(count(post)).toBe('Voir  maintenant'.length + 23);
    expect(count({ ...post, url: 'https://example.com/' })).toBe('Voir  maintenant'.length + 23 + 1 + 23);
  });

  it.each([
    ['Bonjour', 'https://example.com/a/long/path?with=parameters', 7 + 1 + 23],
    ['', 'https://example.com/', 23],
    ['x'.repeat(256), 'https://example.com/', 280],
  ])('counts %j with %s as %i', async (text, url, expected) => {
    const count = await networks.x.loadCounter();
    expect(count({ text, url })).toBe(expected);
  });
});

describe('bluesky', () => {
  it('puts the address in the text, on its own line', () => {
    const address = networks.bluesky.composerUrl({
      text: ' Bonjour & à bientôt ',
      url: 'https://example.com/?a=1&b=2',
    });
    expect(received(address)).toEqual([['text', 'Bonjour & à bientôt\nhttps://example.com/?a=1&b=2']]);
  });

  it.each([
    ['café', 4 + 1 + 'example.com'.length, 'https://example.com/'],
    ['👨‍👩‍👧‍👦🇫🇷👋🏽', 3 + 1 + 'example.com/short'.length, 'https://example.com/short'],
    ['a', 1 + 1 + 'example.com/news/2026/1/...'.length, 'https://example.com/news/2026/1/a-long-title?id=12'],
    ['', 'example.com?q=1'.length, 'https://example.com/?q=1'],
    ['voir https://example.com/', 'voir example.com'.length, 'https://example.com/'],
    ['\u0065\u0301', 1 + 1 + 'example.com'.length, 'https://example.com/'],
  ])('counts %j as %i graphemes with %s', async (text, expected, url) => {
    const count = await networks.bluesky.loadCounter();
    expect(count({ text, url })).toBe(expected);
  });

  it('refuses what is within the graphemes but over the bytes', async () => {
    const count = await networks.bluesky.loadCounter();
    expect(count({ text: '👨‍👩‍👧‍👦'.repeat(150), url: 'https://example.com/' })).toBeGreaterThan(300);
    expect(count({ text: '👋'.repeat(280), url: 'https://example.com/' })).toBe(292);
  });
});
