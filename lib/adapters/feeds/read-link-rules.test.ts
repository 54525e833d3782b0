import { describe, expect, it } from 'vitest';
import { parseFeed } from './parse-feed.ts';

const read = (link_rules: unknown) => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Acme',
    _relais: { version: 1, link_rules },
    items: [{ id: 'a', url: 'https://acme.example/a', title: 'A' }],
  };
  const bytes = new TextEncoder().encode(JSON.stringify(feed));
  return parseFeed(bytes, { url: 'https://acme.example/feed.json', contentType: 'application/feed+json' }).linkRules;
};

describe('link rules of a feed', () => {
  it('are read with what they leave out', () => {
    expect(read({ hosts: ['WWW.Acme.example'], source: '{network}', networks: { x: { medium: '' } } })).toEqual({
      hosts: ['www.acme.example'],
      templates: { source: '{network}' },
      byNetwork: { x: { medium: '' } },
      isRemovable: true,
      isShort: false,
    });
  });

  it.each([
    ['nothing', undefined],
    ['no hosts', { source: '{network}' }],
    ['a host with a path', { hosts: ['acme.example/news'] }],
    ['every host there is', { hosts: ['*'] }],
    ['a placeholder for a person', { hosts: ['acme.example'], content: '{member}' }],
    ['an open brace', { hosts: ['acme.example'], content: '{network' }],
    ['another form', 'utm_source=x'],
  ])('are none for %s', (_, rules) => {
    expect(read(rules)).toBeNull();
  });
});
