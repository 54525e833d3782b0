import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices } from '../../entrypoints/background/services.ts';
import { defaultPreferences } from '../../lib/domain/default-preferences.ts';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { readRecipes } from '../../lib/storage/queries/recipes.ts';
import { readPreferences, writePreferences } from '../../lib/storage/settings.ts';
import { createTestPlatform, restart } from '../helpers/platform.ts';
import { anItem, aSource } from '../helpers/rows.ts';
import { serve, type TestServer } from '../helpers/serve.ts';

let server: TestServer;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

const mastodon = { host: 'mastodon.example', maxCharacters: 500, charactersPerLink: 23 };

async function withItem(url = 'https://maison-lumen.example/a') {
  const platform = createTestPlatform();
  await platform.db.items.add(anItem({ id: 'a', sourceId: 'newsroom', title: 'Heat', url }));
  await platform.db.sources.add(aSource({ id: 'newsroom' }));
  const services = createServices(platform);
  const share = (network: NetworkId) => services.shares.startShare({ itemId: 'a', network, text: 'Bonjour' });
  return { platform, services, share };
}

describe('where a share goes', () => {
  it.each([
    ['linkedin', 'https://www.linkedin.com'],
    ['bluesky', 'https://bsky.app'],
    ['threads', 'https://www.threads.com'],
    ['facebook', 'https://www.facebook.com'],
    ['xing', 'https://www.xing.com'],
    ['reddit', 'https://www.reddit.com'],
    ['whatsapp', 'https://wa.me'],
    ['telegram', 'https://t.me'],
    ['teams', 'https://teams.microsoft.com'],
    ['viva_engage', 'https://www.yammer.com'],
    ['mastodon', 'https://mastodon.example'],
  ] as const)('opens %s at %s', async (network, origin) => {
    await writePreferences({ ...defaultPreferences, mastodon });
    const { platform, share } = await withItem();
    await share(network);
    expect(platform.opened.map(({ kind, target }) => [kind, new URL(target).origin])).toEqual([['composer', origin]]);
  });

  it.each(['email', 'system'] as const)('opens a window of Relais for %s, and asks when it closes', async (network) => {
    const { platform, services, share } = await withItem();
    const { shareId } = await share(network);
    expect(platform.opened).toEqual([{ kind: 'handover', target: shareId }]);
    await services.shares.windowClosed(1);
    expect(platform.opened.at(-1)).toEqual({ kind: 'ask', target: shareId });
  });

  it('writes a copy down, opens nothing and asks nothing', async () => {
    const { platform, share } = await withItem();
    await share('copy');
    expect(platform.opened).toEqual([]);
    expect(await platform.db.shares.toArray()).toMatchObject([{ network: 'copy', state: 'opened', askedAt: null }]);
  });

  it('asks for the instance before anything is written', async () => {
    const { platform, share } = await withItem();
    await expect(share('mastodon')).rejects.toMatchObject({ code: 'instance_needed' });
    expect(await platform.db.shares.count()).toBe(0);
  });

  it.each([
    ['teams', true],
    ['viva_engage', true],
    ['email', true],
    ['copy', true],
    ['whatsapp', false],
    ['telegram', false],
    ['system', false],
    ['facebook', false],
  ] as const)('lets an internal address go to %s: %s', async (network, allowed) => {
    const { platform, share } = await withItem('http://intranet.local/a');
    if (allowed) await share(network);
    else await expect(share(network)).rejects.toMatchObject({ code: 'address_internal' });
    expect(await platform.db.shares.count()).toBe(allowed ? 1 : 0);
  });
});

describe('recipes', () => {
  const updated_at = '2026-11-20T09:00:00Z';
  const corrected = { network: 'x', template: 'https://twitter.com/intent/post?text={text_with_url}', updated_at };

  function publish(recipes: object[]): void {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'News',
      _relais: { version: 1, recipes },
      items: [{ id: 'heat', url: 'https://news.example/heat', title: 'Heat', date_published: '2026-11-20T09:00:00Z' }],
    };
    server.answerWith((_, response) =>
      response.writeHead(200, { 'content-type': 'application/feed+json' }).end(JSON.stringify(feed)),
    );
  }

  it('of a feed bind its own items, follow it, and leave with it', async () => {
    const platform = createTestPlatform({ fetch: (...request) => globalThis.fetch(...request) });
    const services = createServices(platform);
    publish([corrected, { ...corrected, network: 'linkedin', template: 'https://evil.example/?url={url}' }]);
    const { sourceId } = await services.sources.addSource(`${server.url}/recipes.json`);
    await platform.db.items.add(anItem({ id: 'b', sourceId: 'another', url: 'https://b.example/' }));
    const share = async (itemId: string, network: NetworkId) => {
      await services.shares.startShare({ itemId, network, text: 'Bonjour' });
      return new URL(platform.opened.at(-1)?.target ?? '').origin;
    };

    expect(await share(`${sourceId}|heat`, 'x')).toBe('https://twitter.com');
    expect(await share(`${sourceId}|heat`, 'linkedin')).toBe('https://www.linkedin.com');
    expect(await share('b', 'x')).toBe('https://x.com');

    publish([{ network: 'x', template: null, updated_at }]);
    await services.sources.refreshSource(sourceId);
    await expect(share(`${sourceId}|heat`, 'x')).rejects.toMatchObject({ code: 'network_withdrawn' });
    expect(await share('b', 'x')).toBe('https://x.com');

    await services.sources.removeSource(sourceId);
    expect(await readRecipes(platform.db)).toEqual([]);
  });

  it('of a hub bind everywhere', async () => {
    const { platform, share } = await withItem();
    await platform.db.sources.add(aSource({ id: 'lumen', kind: 'hub', url: 'https://hub.example/feed' }));
    await platform.db.recipes.add({ sourceId: 'lumen', network: 'x', template: null, updatedAt: 1 });
    await expect(share('x')).rejects.toMatchObject({ code: 'network_withdrawn' });
    expect(await platform.db.shares.count()).toBe(0);
  });
});

describe('setInstance', () => {
  /** The instance is a name; its answers come from this machine. */
  const atServer: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    return fetch(new Request(new URL(new URL(request.url).pathname, server.url), request));
  };
  const v2 = {
    domain: 'mastodon.example',
    version: '4.5.0',
    configuration: { statuses: { max_characters: 1234, characters_reserved_per_url: 25 } },
  };
  const answerJson = (answers: Record<string, object>) =>
    server.answerWith(({ path }, response) => {
      const body = answers[path];
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body ?? { error: 'Not Found' }));
    });

  it('keeps an instance with the limits it states, over a restart', async () => {
    const platform = createTestPlatform({ fetch: atServer });
    answerJson({ '/api/v2/instance': v2 });
    const { instance } = await createServices(platform).instances.setInstance({ address: '@ada@Mastodon.Example' });
    expect(instance?.host).toBe('mastodon.example');
    expect((await readPreferences()).mastodon).toEqual({
      host: 'mastodon.example',
      maxCharacters: 1234,
      charactersPerLink: 25,
    });
    await restart(platform).instances.setInstance({ address: null });
    expect((await readPreferences()).mastodon).toBeNull();
  });

  it.each([
    ['an older server', { '/api/v1/instance': { uri: 'mastodon.example', version: '3.5.0' } }, 500],
    ['Pleroma', { '/api/v1/instance': { uri: 'https://a.example', version: '2.7.2', max_toot_chars: 5000 } }, 5000],
    ['strange limits', { '/api/v2/instance': { ...v2, configuration: { statuses: { max_characters: -1 } } } }, 500],
  ])('takes %s as it is', async (_, answers, maxCharacters) => {
    const platform = createTestPlatform({ fetch: atServer });
    answerJson(answers as Record<string, object>);
    await createServices(platform).instances.setInstance({ address: 'mastodon.example' });
    expect((await readPreferences()).mastodon).toMatchObject({ maxCharacters });
  });

  it.each([
    ['a web page', (path: string) => [200, 'text/html', `<h1>${path}</h1>`]],
    ['another interface', () => [200, 'application/json', '{"version":"1"}']],
    ['nothing at that path', () => [404, 'text/plain', 'Not Found']],
    ['a redirect', () => [302, 'text/plain', '']],
  ] as [string, (path: string) => [number, string, string]][])(
    'says that %s is not Mastodon, and keeps what was there',
    async (_, answer) => {
      const platform = createTestPlatform({ fetch: atServer });
      await writePreferences({ ...defaultPreferences, mastodon });
      server.answerWith(({ path }, response) => {
        const [status, type, body] = answer(path);
        response.writeHead(status, {
          'content-type': type,
          ...(status === 302 && { location: 'https://evil.example/' }),
        });
        response.end(body);
      });
      const set = createServices(platform).instances.setInstance({ address: 'blog.example' });
      await expect(set).rejects.toMatchObject({ code: 'not_mastodon' });
      expect((await readPreferences()).mastodon).toEqual(mastodon);
    },
  );

  it.each(['http://mastodon.example', 'localhost', '10.0.0.1', 'mastodon.example:8443', ''])(
    'asks nobody about %j',
    async (address) => {
      const platform = createTestPlatform();
      const set = createServices(platform).instances.setInstance({ address });
      await expect(set).rejects.toMatchObject({ code: 'not_mastodon' });
    },
  );

  it('offers to allow a server that lets no other site read it', async () => {
    const platform = createTestPlatform({
      fetch: async (input, init) => {
        const request = new Request(input, init);
        // What a browser does with an answer that it may not hand over.
        if (request.mode !== 'no-cors') throw new TypeError('Failed to fetch');
        return new Response();
      },
    });
    const set = createServices(platform).instances.setInstance({ address: 'mastodon.example' });
    await expect(set).rejects.toMatchObject({ code: 'host_access_needed', origin: 'https://mastodon.example' });
  });
});
