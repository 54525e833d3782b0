import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import en from '../../../public/_locales/en/messages.json';
import { type NetworkId, networkIds } from '../network-ids.ts';
import { mailAddress } from './email.ts';
import type { OwnPlaces, Post } from './network-definition.ts';
import { composerAddress } from './network-list.ts';
import { networks } from './table.ts';
import { faultOfTemplate, takesOf } from './template.ts';

const definitions = networkIds.map((id) => networks[id]);
const withComposer = definitions.filter(({ template }) => template !== null);
const places: OwnPlaces = {
  mastodon: { host: 'mastodon.example', maxCharacters: 700, charactersPerLink: 23 },
  redditCommunity: null,
};
const page = 'https://example.com/news?a=1&b=é#part';
const hostile = [
  'javascript:alert(1)',
  'https://evil.example/&url=https://other.example#x',
  '"><script>alert(1)</script>',
  '\r\nLocation: https://evil.example',
  'https://user:pass@evil.example/?a=1&text=b;c',
  '%26text%3Dx &amp; = ? # @ : / \\',
  '{url}{text}{instance}',
  '\ud83d half an emoji',
  "(it's!)*",
  '\u202Egnp.exe\0',
];

function addressOf(id: NetworkId, post: Post): string {
  return composerAddress(id, post, { places }) ?? '';
}

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
      .filter((value) => Object.hasOwn(Object(value), 'loadCounter'));
    expect(new Set(found)).toEqual(new Set(definitions));
    expect(found).toHaveLength(networkIds.length);
  });

  describe.each(definitions)('$id', (network) => {
    it('is told and sized like a network', () => {
      expect((en as Record<string, { message: string }>)[`network_name_${network.id}`]?.message).toBe(network.name);
      expect(network.limit).toBeGreaterThanOrEqual(200);
      expect(network.window.width).toBeGreaterThanOrEqual(420);
      expect(network.window.height).toBeGreaterThanOrEqual(500);
      expect(network.mark).toMatch(/^M[-\d.\sa-zA-Z]+$/);
      expect(network.mark.length).toBeLessThan(700);
    });

    it('lets an internal address go to nobody outside the company', () => {
      if (network.audience === 'public' || network.audience === 'people') expect(network.takesInternal).toBe(false);
    });

    it('counts a post as no less when words are added', async () => {
      const count = await network.loadCounter();
      const post = { text: 'Bonjour', url: page };
      expect(count({ ...post, text: 'Bonjour tout le monde' })).toBeGreaterThanOrEqual(count(post) + 14);
      expect(count({ ...post, text: '' })).toBeLessThan(count(post));
    });
  });

  describe.each(withComposer)('the composer of $id', (network) => {
    const { id } = network;
    const hosts = id === 'mastodon' ? ['mastodon.example'] : network.hosts;

    it('has a template that holds for itself, and says what it takes', () => {
      expect(faultOfTemplate(network, network.template ?? '')).toBeNull();
      expect(takesOf(network.template ?? '')).toBe(network.takes);
    });

    it.each(hostile)('opens its own page, and nothing else, with %j', (value) => {
      const plain = new URL(addressOf(id, { text: 'text', url: page }));
      for (const post of [
        { text: value, url: page },
        { text: 'text', url: value },
        { text: value, url: value, title: value },
      ]) {
        const composer = new URL(addressOf(id, post));
        expect(hosts).toContain(composer.host);
        expect(composer.protocol).toBe('https:');
        expect(composer.pathname).toBe(plain.pathname);
        expect(composer.hash).toBe('');
        expect(composer.username).toBe('');
        const names = received(composer.href).map(([name]) => name);
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(plain.searchParams.has(name)).toBe(true);
      }
    });

    it('cannot be led elsewhere by any text or address', () => {
      const plain = new URL(addressOf(id, { text: 'text', url: page }));
      const any = fc.string({ unit: 'binary' });
      fc.assert(
        fc.property(any, any, any, (text, url, title) => {
          const address = addressOf(id, { text, url, title });
          expect(address).toMatch(/^[\w:/.?=&%~-]+$/);
          expect(new URL(address).origin).toBe(plain.origin);
          expect(received(address).every(([name]) => plain.searchParams.has(name))).toBe(true);
        }),
      );
    });

    it('hands over the address as it is', () => {
      const values = received(addressOf(id, { text: 'Bonjour', url: page })).map(([, value]) => value);
      expect(values.some((value) => value === page || value === `Bonjour\n${page}`)).toBe(true);
    });
  });
});

describe('composerAddress', () => {
  const text = "L’été (enfin!) *c'est* 100 % + là\nici";
  const url = 'https://example.com/?a=1';
  it.each([
    ['linkedin', [['url', url]]],
    [
      'x',
      [
        ['text', text],
        ['url', url],
      ],
    ],
    ['bluesky', [['text', `${text}\n${url}`]]],
    ['mastodon', [['text', `${text}\n${url}`]]],
    [
      'threads',
      [
        ['text', text],
        ['url', url],
      ],
    ],
    ['facebook', [['u', url]]],
    ['xing', [['url', url]]],
    [
      'reddit',
      [
        ['url', url],
        ['title', text.replace('\n', ' ')],
      ],
    ],
    ['whatsapp', [['text', `${text}\n${url}`]]],
    [
      'telegram',
      [
        ['url', url],
        ['text', text],
      ],
    ],
    [
      'teams',
      [
        ['href', url],
        ['msgText', text],
      ],
    ],
    [
      'viva_engage',
      [
        ['login', 'true'],
        ['status', `${text}\n${url}`],
      ],
    ],
  ] as [NetworkId, [string, string][]][])('hands %s what it takes, as it was written', (id, expected) => {
    const address = addressOf(id, { text: ` ${text} `, url });
    expect(received(address)).toEqual(expected);
    expect(address).not.toMatch(/[ +!'()*\n]/);
  });

  it.each([
    ['x', [['text', `Voir ${url} ici`]]],
    ['bluesky', [['text', `Voir ${url} ici`]]],
    [
      'telegram',
      [
        ['url', url],
        ['text', 'Voir  ici'],
      ],
    ],
    [
      'reddit',
      [
        ['url', url],
        ['title', 'Voir ici'],
      ],
    ],
  ] as [NetworkId, [string, string][]][])('does not add to %s a link that the text already has', (id, expected) => {
    expect(received(addressOf(id, { text: `Voir ${url} ici`, url }))).toEqual(expected);
  });

  it('opens the employee’s own instance, and nothing while there is none', () => {
    expect(addressOf('mastodon', { text: 'a', url })).toMatch(/^https:\/\/mastodon\.example\/share\?text=/);
    const none = { mastodon: null, redditCommunity: null };
    expect(composerAddress('mastodon', { text: 'a', url }, { places: none })).toBeNull();
  });

  it('opens a community where one was chosen', () => {
    const address = composerAddress(
      'reddit',
      { text: 'a', url },
      { places: { ...places, redditCommunity: 'roubaix' } },
    );
    expect(address).toMatch(/^https:\/\/www\.reddit\.com\/r\/roubaix\/submit\?url=/);
    expect(addressOf('reddit', { text: 'a', url })).toMatch(/^https:\/\/www\.reddit\.com\/submit\?url=/);
  });

  it('follows a recipe', () => {
    const template = 'https://www.linkedin.com/feed/?shareActive=true&text={text_with_url}';
    const address = composerAddress(
      'linkedin',
      { text: 'a', url },
      { places, recipes: [{ network: 'linkedin', template, updatedAt: 1 }] },
    );
    expect(received(address ?? '')).toEqual([
      ['shareActive', 'true'],
      ['text', `a\n${url}`],
    ]);
  });
});

describe('mailAddress', () => {
  it('writes lines, spaces and signs as RFC 6068 asks', () => {
    const address = mailAddress({ text: 'Bonjour & bienvenue,\n100 % + là', url: page, title: 'Été\n2026 ?' });
    expect(address).toMatch(
      /^mailto:\?subject=%C3%89t%C3%A9%202026%20%3F&body=Bonjour%20%26%20bienvenue%2C%0D%0A100%20%25%20%2B/,
    );
    expect(address).not.toMatch(/[\s+]/);
    expect(received(address)).toEqual([
      ['subject', 'Été 2026 ?'],
      ['body', `Bonjour & bienvenue,\r\n100 % + là\r\n${page}`],
    ]);
  });

  it.each(hostile)('names no recipient and no other field, whatever is written: %j', (value) => {
    const mail = new URL(mailAddress({ text: value, url: value, title: value }));
    expect(mail.protocol).toBe('mailto:');
    expect(mail.pathname).toBe('');
    expect(received(mail.href).every(([name]) => name === 'subject' || name === 'body')).toBe(true);
  });
});
