import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkIds } from '../network-ids.ts';
import { networks } from './table.ts';
import { faultOfTemplate, fillTemplate, takesOf, templateFills } from './template.ts';

const places = { mastodon: { host: 'm.example', maxCharacters: 500, charactersPerLink: 23 }, redditCommunity: null };

describe('faultOfTemplate', () => {
  it.each([
    ['linkedin', 'https://www.linkedin.com/feed/?shareActive=true&text={text_with_url}'],
    ['linkedin', 'https://www.linkedin.com/feed/'],
    ['x', 'https://twitter.com/intent/post?text={text}&url={url_once}&via=maison_lumen'],
    ['facebook', 'https://www.facebook.com/dialog/share?app_id=123456&display=popup&href={url}&hashtag=%23Lumen'],
    ['mastodon', 'https://{instance}/compose?text={text_with_url}'],
    ['reddit', 'https://www.reddit.com/{community}/submit?url={url}'],
  ] as const)('lets %s have %s', (id, template) => {
    expect(faultOfTemplate(networks[id], template)).toBeNull();
  });

  it.each([
    ['another host', 'https://evil.example/?url={url}'],
    ['a host that only begins alike', 'https://www.linkedin.com.evil.example/?url={url}'],
    ['a sub-domain that is not listed', 'https://evil.www.linkedin.com/?url={url}'],
    ['http', 'http://www.linkedin.com/?url={url}'],
    ['another scheme', 'javascript://www.linkedin.com/%0Aalert(1)?url={url}'],
    ['a user', 'https://www.linkedin.com@evil.example/?url={url}'],
    ['a port', 'https://www.linkedin.com:8443/?url={url}'],
    ['a backslash', 'https://www.linkedin.com\\@evil.example/?url={url}'],
    ['a tab in the host', 'https://www.linkedin.com\t.evil.example/?url={url}'],
    ['capitals in the host', 'https://WWW.LINKEDIN.COM/?url={url}'],
    ['a fragment', 'https://www.linkedin.com/#{url}'],
    ['a way up', 'https://www.linkedin.com/a/../redir?url={url}'],
    ['an encoded way', 'https://www.linkedin.com/%2e%2e/redir?url={url}'],
    ['two slashes', 'https://www.linkedin.com//evil.example/?url={url}'],
    ['something filled in the path', 'https://www.linkedin.com/{url}'],
    ['something filled in the host', 'https://{url}/share'],
    ['the employee’s instance', 'https://{instance}/share?text={text}'],
    ['a community', 'https://www.linkedin.com/{community}/share?url={url}'],
    ['an unknown placeholder', 'https://www.linkedin.com/?url={token}'],
    ['half a placeholder', 'https://www.linkedin.com/?url={url'],
    ['a placeholder among words', 'https://www.linkedin.com/?url=x{url}'],
    ['a constant that is an address', 'https://www.linkedin.com/redir?url=https%3A%2F%2Fevil.example'],
    ['a constant that is a host', 'https://www.linkedin.com/redir?url=evil%2Eexample'],
    ['a constant that is not encoded', 'https://www.linkedin.com/?text=a b'],
    ['a broken encoding', 'https://www.linkedin.com/?text=%E9'],
    ['a lone percent', 'https://www.linkedin.com/?text=%&url={url}'],
    ['a line break in a constant', 'https://www.linkedin.com/?text=a%0D%0Ab'],
    ['a name twice', 'https://www.linkedin.com/?url={url}&url={text}'],
    ['the same filling twice', 'https://www.linkedin.com/?url={url}&u={url}'],
    ['a name that is none', 'https://www.linkedin.com/?u[]={url}'],
    ['no name', 'https://www.linkedin.com/?{url}'],
    ['too many parameters', `https://www.linkedin.com/?${Array.from({ length: 13 }, (_, i) => `a${i}=1`).join('&')}`],
    ['too long', `https://www.linkedin.com/?text=${'a'.repeat(500)}`],
    ['nothing', ''],
  ])('refuses LinkedIn %s', (_, template) => {
    expect(faultOfTemplate(networks.linkedin, template)).not.toBeNull();
  });

  it('lets Mastodon have no host but the employee’s', () => {
    expect(faultOfTemplate(networks.mastodon, 'https://mastodon.social/share?text={text}')).not.toBeNull();
    expect(faultOfTemplate(networks.mastodon, 'https://{instance}.evil.example/share?text={text}')).not.toBeNull();
  });

  it.each(['email', 'system', 'copy'] as const)('lets %s have none', (id) => {
    expect(faultOfTemplate(networks[id], 'https://mail.example/?body={text}')).not.toBeNull();
  });

  it('never lets a template lead off its network’s hosts, whatever it is made of', () => {
    const part = fc.constantFrom(
      ...[
        'https://',
        'www.linkedin.com',
        'evil.example',
        '/',
        '?',
        '&',
        '=',
        '#',
        '@',
        ':',
        '\\',
        '..',
        '%2f',
        '%',
        'a',
      ],
      ...templateFills.map((fill) => `{${fill}}`),
      ...['{instance}', '{community}', '\t', '\n', ' '],
    );
    const pair = fc.constantFrom('a={url}', 'b={text}', 'c=d', 'e={title}', 'f={text_with_url}');
    const random = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
    const near = fc
      .tuple(fc.constantFrom('/a?', '/?', '/', ''), fc.array(fc.oneof(part, pair), { maxLength: 4 }))
      .map(([path, parts]) => `https://www.linkedin.com${path}${parts.join('&')}`);
    let allowed = 0;
    fc.assert(
      fc.property(fc.oneof(random, near), fc.string({ unit: 'binary' }), (template, text) => {
        if (faultOfTemplate(networks.linkedin, template) !== null) return;
        allowed += 1;
        const address = fillTemplate(template, { text, url: text }, places) ?? '';
        expect(new URL(address).origin).toBe('https://www.linkedin.com');
        expect(new URL(address).hash).toBe('');
      }),
      { numRuns: 3000 },
    );
    expect(allowed).toBeGreaterThan(10);
  });

  it('holds for every network’s own template', () => {
    for (const id of networkIds) {
      const { template } = networks[id];
      if (template !== null) expect(faultOfTemplate(networks[id], template)).toBeNull();
    }
  });
});

describe('takesOf', () => {
  it.each([
    ['https://a.example/?u={url}', 'link'],
    ['https://a.example/?t={text}&u={url}', 'text'],
    ['https://a.example/?t={text_without_url}&u={url}', 'text'],
    ['https://a.example/?t={text_with_url}', 'text_with_link'],
    ['https://a.example/?u={url}&t={title}', 'title_with_link'],
    ['https://a.example/?a=b', 'nothing'],
    ['https://a.example/', 'nothing'],
  ])('%s takes %s', (template, takes) => {
    expect(takesOf(template)).toBe(takes);
  });
});
