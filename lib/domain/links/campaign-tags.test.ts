import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LinkRules, leavingAddress, sharedAddress } from './campaign-tags.ts';

const rules: LinkRules = {
  hosts: ['acme.example', '*.acme.example'],
  templates: { source: '{network}', medium: 'social', campaign: '{campaign}', content: 'relais-{kind}' },
  byNetwork: { linkedin: { medium: 'social-network', content: '' } },
  isRemovable: true,
  isShort: false,
};
const item = (url: string | null, campaignId: string | null = 'Industry Week') =>
  ({ url, campaignId, kind: 'article' }) as const;
const onX = 'utm_source=x&utm_medium=social&utm_campaign=industry-week&utm_content=relais-article';

describe('sharedAddress', () => {
  it.each([
    ['https://acme.example/a', `https://acme.example/a?${onX}`],
    ['https://www.acme.example/a?id=4', `https://www.acme.example/a?id=4&${onX}`],
    ['https://acme.example/a?', `https://acme.example/a?${onX}`],
    ['https://acme.example/a?q=a+b%20c&e&', `https://acme.example/a?q=a+b%20c&e&${onX}`],
    ['https://acme.example/a#part-2', `https://acme.example/a?${onX}#part-2`],
    ['https://acme.example/#/route?x=1', `https://acme.example/?${onX}#/route?x=1`],
    ['https://ACME.example/É', `https://ACME.example/É?${onX}`],
    ['https://acme.example./a', `https://acme.example./a?${onX}`],
  ])('tags %s', (address, expected) => {
    expect(sharedAddress(item(address), 'x', rules)).toBe(expected);
  });

  it.each([
    'https://other.example/a',
    'https://notacme.example/a',
    'https://acme.example.evil.example/a',
    'https://evil.example/?u=https://acme.example/',
    'javascript:alert(1)',
    'not an address',
    `https://acme.example/${'a'.repeat(2000)}`,
  ])('leaves %s alone', (address) => {
    expect(sharedAddress(item(address), 'x', rules)).toBe(address);
  });

  it('has what is different on one network, and takes off what is empty there', () => {
    expect(sharedAddress(item('https://acme.example/a'), 'linkedin', rules)).toBe(
      'https://acme.example/a?utm_source=linkedin&utm_medium=social-network&utm_campaign=industry-week',
    );
  });

  it('leaves off a tag whose campaign is unknown', () => {
    expect(sharedAddress(item('https://acme.example/a', null), 'linkedin', rules)).toBe(
      'https://acme.example/a?utm_source=linkedin&utm_medium=social-network',
    );
  });

  it('keeps the tags that are there, in any case', () => {
    expect(sharedAddress(item('https://acme.example/a?UTM_Source=letter&%75tm_medium=mail'), 'x', rules)).toBe(
      'https://acme.example/a?UTM_Source=letter&%75tm_medium=mail&utm_campaign=industry-week&utm_content=relais-article',
    );
  });

  it('writes values so that they cannot leave their parameter', () => {
    const odd = { ...rules, templates: { campaign: '{campaign}' } };
    expect(sharedAddress(item('https://acme.example/a', 'a&b=c#d’(é)'), 'x', odd)).toBe(
      'https://acme.example/a?utm_campaign=a%26b%3Dc%23d%E2%80%99%28%C3%A9%29',
    );
  });

  it('changes nothing the second time, and nothing of what was there', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom('utm_source=a', '?', '#', '&', '=', '%', 'é'));
    fc.assert(
      fc.property(fc.array(part), fc.string(), (parts, campaign) => {
        const address = `https://acme.example/${parts.join('')}`;
        const once = sharedAddress(item(address, campaign), 'x', rules) ?? '';
        expect(sharedAddress(item(once, campaign), 'x', rules)).toBe(once);
        const [before = '', after = ''] = [address, once].map((one) => one.split('#')[0]);
        expect(after.startsWith(before)).toBe(true);
        expect(once.endsWith(address.slice(before.length))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('leavingAddress', () => {
  const url = 'https://acme.example/a';
  const shortUrl = 'https://hub.example/l/Ab12Cd34';
  const shortUrls = { x: shortUrl };
  const plain = { url, kind: 'plain' };
  it.each([
    ['no rules', { rules: null, wantsPlain: false, shortUrls }, plain],
    ['tags', { rules, wantsPlain: false, shortUrls: {} }, { url: `${url}?${onX}`, kind: 'tagged' }],
    ['the employee’s switch', { rules, wantsPlain: true, shortUrls }, plain],
    [
      'a switch that the company does not allow',
      { rules: { ...rules, isRemovable: false }, wantsPlain: true, shortUrls: {} },
      { url: `${url}?${onX}`, kind: 'tagged' },
    ],
    [
      'a short address',
      { rules: { ...rules, isShort: true }, wantsPlain: false, shortUrls },
      { url: shortUrl, kind: 'short' },
    ],
    [
      'a short address that is off by now',
      { rules, wantsPlain: false, shortUrls },
      { url: `${url}?${onX}`, kind: 'tagged' },
    ],
    [
      'a hub that is away',
      { rules: { ...rules, isShort: true }, wantsPlain: false, shortUrls: {} },
      { url: `${url}?${onX}`, kind: 'tagged' },
    ],
    [
      'a rule without tags',
      { rules: { ...rules, templates: {}, byNetwork: {} }, wantsPlain: false, shortUrls: {} },
      plain,
    ],
  ] as const)('with %s', (_, choice, expected) => {
    const copied = { ...choice, rules: choice.rules && { ...choice.rules, hosts: [...choice.rules.hosts] } };
    expect(leavingAddress(item(url), 'x', copied)).toEqual(expected);
  });
});
