import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices } from '../../entrypoints/background/services.ts';
import { readPostContext } from '../../lib/storage/queries/checks.ts';
import { createTestPlatform } from '../helpers/platform.ts';
import { serve, type TestServer } from '../helpers/serve.ts';

let server: TestServer;
beforeAll(async () => {
  server = await serve();
});
afterAll(() => server.close());

const secret = { id: 'secret', level: 'block', help: 'Not yet.', rule: { type: 'contains_none', terms: ['halo'] } };
const sign = {
  id: 'sign',
  help: 'Add #Lumen.',
  rule: { type: 'hashtag', tags: ['Lumen'] },
  scope: { campaign: 'week' },
};

function publish(checks: object[]): void {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'News',
    _relais: { version: 1, campaigns: [{ id: 'week', title: 'Industry week', hashtag: '#IndustryWeek' }], checks },
    items: [
      {
        id: 'heat',
        url: 'https://news.example/heat',
        title: 'Heat',
        date_published: '2026-11-20T09:00:00Z',
        _relais: { campaign: 'week' },
      },
    ],
  };
  server.answerWith((_, response) =>
    response.writeHead(200, { 'content-type': 'application/feed+json' }).end(JSON.stringify(feed)),
  );
}

describe('checks of a feed', () => {
  it('are stored, bind the share, follow the feed, and leave with it', async () => {
    const platform = createTestPlatform({ fetch: (...request) => globalThis.fetch(...request) });
    const services = createServices(platform);
    publish([sign, { ...secret, id: 'broken', rule: { type: 'magic' } }, secret]);
    const { sourceId } = await services.sources.addSource(`${server.url}/relais.json`);
    const itemId = `${sourceId}|heat`;

    const context = await readPostContext(platform.db, itemId);
    expect(context?.checks.map(({ id }) => id)).toEqual(['sign', 'secret']);
    expect(context?.campaign?.hashtag).toBe('#IndustryWeek');
    const share = (text: string) => services.shares.startShare({ itemId, network: 'linkedin', text });
    await expect(share('Vive Halo')).rejects.toMatchObject({ code: 'check_blocked' });
    expect(platform.opened).toEqual([]);

    publish([sign]);
    await services.sources.refreshSource(sourceId);
    await share('Vive Halo');
    expect(platform.opened).toHaveLength(1);

    await services.sources.removeSource(sourceId);
    expect(await platform.db.checks.count()).toBe(0);
  });
});
