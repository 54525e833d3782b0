import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type TestServer } from '../../../tests/helpers/serve.ts';
import { createHttpClient } from '../http/client.ts';
import { createHubClient } from '../hub/hub-client.ts';
import { discoverFeeds, findSources, normaliseAddress, sniff } from './discover.ts';

const page = 'https://www.acme.example/blog/';

describe('discoverFeeds', () => {
  it.each([
    [
      '<link rel="alternate" type="application/rss+xml" title="News &amp; more" href="/feed">',
      [['https://www.acme.example/feed', 'News & more']],
    ],
    [
      '<LINK REL="Alternate" TYPE="application/atom+xml; charset=utf-8" HREF="atom.xml">',
      [['https://www.acme.example/blog/atom.xml', '']],
    ],
    [
      '<link rel="alternate home" type="application/feed+json" href="feed.json">',
      [['https://www.acme.example/blog/feed.json', '']],
    ],
    ['<link rel="feed" href="all">', [['https://www.acme.example/blog/all', '']]],
    [
      '<base href="https://cdn.example/x/"><link rel=alternate type=text/xml href=rss>',
      [['https://cdn.example/x/rss', '']],
    ],
    [
      '<link rel="alternate" type="application/rss+xml" href="/a"><link rel="alternate" type="application/rss+xml" href="/a" title="again">',
      [['https://www.acme.example/a', '']],
    ],
    ['<link rel="alternate" type="application/json" href="/wp-json/posts/1">', []],
    ['<link rel="alternate" hreflang="fr" href="/fr">', []],
    ['<link rel="stylesheet" type="application/rss+xml" href="/a">', []],
    ['<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">', []],
    ['<link rel="alternate" type="application/rss+xml">', []],
    ['<!-- <link rel="alternate" type="application/rss+xml" href="/a"> -->', []],
    ['<script>"<link rel=alternate type=application/rss+xml href=/a>"</script>', []],
    ['<link rel="alternate" type="application/rss+xml" title="<b>x</b>" href="/a"', []],
  ])('reads %s', (html, found) => {
    expect(discoverFeeds(html, page).map(({ url, title }) => [url, title])).toEqual(found);
  });
});

describe('sniff', () => {
  it.each([
    ['<?xml version="1.0"?><rss version="2.0">', 'text/html', 'feed'],
    ['\uFEFF<feed xmlns="http://www.w3.org/2005/Atom">', null, 'feed'],
    ['{"version":"https://jsonfeed.org/version/1.1"}', 'application/json', 'feed'],
    ['{"ok":true}', 'application/feed+json', 'other'],
    ['<!DOCTYPE html><html>', 'application/rss+xml', 'html'],
    ['<p>fragment</p>', 'text/html; charset=utf-8', 'html'],
    ['<svg></svg>', 'image/svg+xml', 'other'],
    ['plain words', 'text/plain', 'other'],
    ['', 'text/html', 'other'],
  ] as const)('calls %s as %s %s', (text, contentType, kind) => {
    expect(sniff(new TextEncoder().encode(text), contentType)).toBe(kind);
  });
});

describe('normaliseAddress', () => {
  it.each([
    ['example.com/blog', 'https://example.com/blog'],
    ['  Example.COM ', 'https://example.com/'],
    ['http://example.com', 'http://example.com/'],
    ['feed://example.com/rss', 'https://example.com/rss'],
    ['feed:https://example.com/rss', 'https://example.com/rss'],
    ['localhost:8787', 'http://localhost:8787/'],
    ['127.0.0.1:8787/x', 'http://127.0.0.1:8787/x'],
    ['hub.acme.example:8443', 'https://hub.acme.example:8443/'],
    ['https://intranet/feed', 'https://intranet/feed'],
    ['bücher.example', 'https://xn--bcher-kva.example/'],
  ])('reads %s', (typed, address) => {
    expect(normaliseAddress(typed)).toBe(address);
  });

  it.each([
    '',
    '   ',
    'acme',
    'two words.example',
    'javascript:alert(1)',
    'mailto:a@b.example',
    'file:///x',
    'https://',
    'https://user:pass@example.com',
    `https://example.com/${'a'.repeat(2100)}`,
  ])('refuses "%s"', (typed) => {
    expect(() => normaliseAddress(typed)).toThrow(expect.objectContaining({ code: 'invalid_address' }));
  });
});

describe('findSources', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await serve();
  });
  afterAll(() => server.close());

  const http = createHttpClient({ fetch });
  const { describe: describeHub } = createHubClient({ http });
  const find = (path: string) => findSources({ http, address: server.url + path, describeHub });

  type Pages = Record<string, [status: number, contentType: string, body: string]>;
  function publish(pages: Pages): void {
    server.answerWith(({ path }, response) => {
      const [status, type, body] = pages[path] ?? [404, 'text/plain', 'no'];
      response.writeHead(status, { 'content-type': type }).end(body);
    });
  }
  const feed =
    '<rss version="2.0"><channel><title>Acme News</title><link>https://www.acme.example/</link></channel></rss>';
  const hub = () =>
    JSON.stringify({ relais: 1, company_name: 'Acme', languages: ['fr'], feed_url: `${server.url}/feed.json` });

  it('finds a feed by itself, in one request', async () => {
    publish({ '/feed': [200, 'text/html', feed] });
    expect(await find('/feed')).toEqual([{ kind: 'feed', url: `${server.url}/feed`, title: 'Acme News' }]);
    expect(server.received).toHaveLength(1);
  });

  it('finds the feeds that a page announces', async () => {
    publish({
      '/blog': [
        200,
        'text/html',
        '<html><link rel="alternate" type="application/rss+xml" title="Blog" href="/blog/rss"></html>',
      ],
    });
    expect(await find('/blog')).toEqual([{ kind: 'feed', url: `${server.url}/blog/rss`, title: 'Blog' }]);
  });

  it('finds a hub at its root, under a path, and behind a page it refuses', async () => {
    publish({ '/': [200, 'text/html', '<html></html>'], '/api/v1/hub': [200, 'application/json', hub()] });
    expect(await find('/')).toEqual([{ kind: 'hub', url: server.url, title: 'Acme' }]);
    publish({
      '/relais/': [200, 'text/html', '<html></html>'],
      '/relais/api/v1/hub': [200, 'application/json', hub()],
    });
    expect(await find('/relais/')).toEqual([{ kind: 'hub', url: `${server.url}/relais`, title: 'Acme' }]);
    publish({ '/feed.json': [401, 'application/json', '{}'], '/api/v1/hub': [200, 'application/json', hub()] });
    expect(await find('/feed.json')).toEqual([{ kind: 'hub', url: server.url, title: 'Acme' }]);
  });

  it('says what is there when it is no source', async () => {
    publish({ '/': [200, 'text/html', '<html>hello</html>'], '/gone': [410, 'text/html', ''] });
    await expect(find('/')).rejects.toMatchObject({ code: 'not_a_feed' });
    await expect(find('/gone')).rejects.toMatchObject({ code: 'gone' });
    await expect(find('/missing')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('says that a feed is damaged rather than absent', async () => {
    publish({ '/feed': [200, 'text/xml', '<rss version="2.0"><channel><title>Ac'] });
    await expect(find('/feed')).rejects.toMatchObject({ code: 'feed_damaged' });
  });

  it('says that nobody answers', async () => {
    const gone = await serve();
    await gone.close();
    await expect(findSources({ http, address: gone.url, describeHub })).rejects.toMatchObject({
      code: 'network_unreachable',
    });
  });
});
