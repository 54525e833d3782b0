import { describe, expect, it } from 'vitest';
import { readInstanceHost } from './instance-host.ts';

describe('readInstanceHost', () => {
  it.each([
    ['mastodon.example', 'mastodon.example'],
    [' Mastodon.Example ', 'mastodon.example'],
    ['https://mastodon.example/@ada/1', 'mastodon.example'],
    ['@ada@mastodon.example', 'mastodon.example'],
    ['ada@mastodon.example', 'mastodon.example'],
    ['café.example', 'xn--caf-dma.example'],
    ['http://mastodon.example', null],
    ['mastodon.example:8443', null],
    ['https://user:pass@mastodon.example', null],
    ['localhost', null],
    ['192.168.1.1', null],
    ['8.8.8.8', null],
    ['[::1]', null],
    ['social.corp', null],
    ['mastodon', null],
    ['javascript:alert(1)', null],
    ['mastodon.example/../evil', 'mastodon.example'],
    ['', null],
    ['@ada', null],
  ])('reads %j as %j', (written, host) => {
    expect(readInstanceHost(written)).toBe(host);
  });
});
