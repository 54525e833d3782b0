import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../../entrypoints/background/services.ts';
import { leavingAddress } from '../../lib/domain/links/campaign-tags.ts';
import { readJournal } from '../../lib/storage/queries/journal.ts';
import { readItemLinks } from '../../lib/storage/queries/links.ts';
import { readPreferences, writePreferences } from '../../lib/storage/settings.ts';
import { startTestHub, type TestHub } from '../helpers/hub.ts';
import { createTestPlatform, restart, type TestPlatform } from '../helpers/platform.ts';
import { anItem, aSource } from '../helpers/rows.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

const tagged = (url: string) => `${url}${url.includes('?') ? '&' : '?'}utm_source=x&utm_medium=social`;

describe('links of a hub’s items', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
  });
  afterAll(() => hub.close());

  let platform: TestPlatform;
  let services: Services;
  let isAway = false;
  let item: { id: string; url: string };
  const setRules = (rules: object) =>
    hub.db.query(
      'INSERT INTO link_rules (rules) VALUES ($1) ON CONFLICT (only_row) DO UPDATE SET rules = excluded.rules',
      [JSON.stringify({ source: '{network}', medium: 'social', ...rules })],
    );
  const connect = async (rules: object) => {
    await setRules(rules);
    isAway = false;
    platform = createTestPlatform({
      now: () => Date.now(),
      fetch: (...request) => (isAway ? Promise.reject(new TypeError('away')) : fetch(...request)),
    });
    services = restart(platform);
    await services.connections.connectHub({ invitationUrl: await hub.invite(), displayName: 'Camille R.' });
    const row = await platform.db.items
      .filter(
        ({ url, embargoUntil, networks, expiresAt }) =>
          url !== null && embargoUntil === null && networks === null && expiresAt === null,
      )
      .first();
    if (row?.url == null) throw new Error('the sample company has nothing to share');
    item = { id: row.id, url: row.url };
    return new URL(row.url).hostname;
  };
  const share = async (text = 'Bonjour') => {
    const { shareId } = await services.shares.startShare({ itemId: item.id, network: 'x', text, warningsSeen: true });
    return platform.db.shares.get(shareId);
  };
  const composed = () => new URL(platform.opened.at(-1)?.target ?? '').searchParams.get('url');

  beforeEach(async () => {
    const host = await connect({ hosts: [], short: true });
    await connect({ hosts: [host], short: true });
  });

  it('shares the short address, counts who follows it, and tells the journal', async () => {
    const stored = await share();
    expect(stored?.url).toBe(item.url);
    expect(stored?.sharedUrl).toMatch(new RegExp(`^${hub.url}/l/[A-Za-z0-9]{8}$`));
    expect(composed()).toBe(stored?.sharedUrl);
    const followed = await fetch(stored?.sharedUrl ?? '', { redirect: 'manual', headers: { 'user-agent': firefox } });
    expect(followed.status).toBe(302);
    expect(followed.headers.get('location')).toBe(tagged(item.url));

    await services.links.refreshVisits();
    expect(await readJournal(platform.db, 0, 10)).toMatchObject([{ kind: 'share', visits: 1 }]);
    expect((await platform.db.departures.toArray()).filter(({ purpose }) => purpose === 'short_link')).toHaveLength(1);
    const [link] = await platform.db.shortLinks.toArray();
    expect((await services.data.exportData()).json).not.toContain(link?.key);
  });

  it('has one short address for an item and a network, whoever asks again', async () => {
    await Promise.all([
      services.links.prepareLink({ itemId: item.id, network: 'x' }),
      services.links.prepareLink({ itemId: item.id, network: 'x' }),
    ]);
    const first = await share();
    const second = await share('Encore');
    expect(second?.sharedUrl).toBe(first?.sharedUrl);
    await services.links.prepareLink({ itemId: item.id, network: 'linkedin' });
    expect(await platform.db.shortLinks.count()).toBe(2);
  });

  it('leaves with the longer address while the hub is away, and says which', async () => {
    isAway = true;
    const stored = await share();
    expect(stored?.sharedUrl).toBe(tagged(item.url));
    expect(composed()).toBe(tagged(item.url));
    const row = await platform.db.items.get(item.id);
    if (row === undefined) throw new Error('no item');
    expect(leavingAddress(row, 'x', await readItemLinks(platform.db, row))).toEqual({
      url: tagged(item.url),
      kind: 'tagged',
    });
    isAway = false;
    expect((await share('Encore'))?.sharedUrl).toContain('/l/');
  });

  it('leaves as it is for whoever chose so, where the company allows it', async () => {
    await writePreferences({ ...(await readPreferences()), plainLinks: true });
    expect((await share())?.sharedUrl).toBeNull();
    expect(composed()).toBe(item.url);
    expect(await platform.db.shortLinks.count()).toBe(0);
    await platform.db.linkRules.toCollection().modify({ isRemovable: false });
    expect((await share('Encore'))?.sharedUrl).toContain('/l/');
  });

  it('adds no second address to a text that has the item’s own', async () => {
    expect((await share(`Voir ${item.url}`))?.sharedUrl).toBeNull();
  });

  it('lets leave what the page showed, and nothing else', async () => {
    const start = async (address: string) => {
      const { shareId } = await services.shares.startShare({ itemId: item.id, network: 'x', text: '', address });
      return (await platform.db.shares.get(shareId))?.sharedUrl;
    };
    expect(await start(tagged(item.url))).toBe(tagged(item.url));
    expect(await start(item.url)).toBeNull();
    expect(await platform.db.shortLinks.count()).toBe(0);
    expect(await start('https://evil.example/')).toContain(`${hub.url}/l/`);
  });

  it('makes no short address of what may not leave', async () => {
    await platform.db.checks.add({
      id: 'no',
      level: 'block',
      help: 'No.',
      rule: { type: 'contains_none', terms: ['secret'] },
      sourceId: (await platform.db.items.get(item.id))?.sourceId ?? '',
      position: 0,
    });
    await expect(share('secret')).rejects.toMatchObject({ code: 'check_blocked' });
    expect(await platform.db.shortLinks.count()).toBe(0);
  });

  it('forgets the rules with the hub, and what is counted stays', async () => {
    await share();
    const [connection] = await platform.db.connections.toArray();
    await services.connections.disconnectHub(connection?.id ?? '');
    expect(await platform.db.linkRules.count()).toBe(0);
    expect(await platform.db.shortLinks.count()).toBe(1);
    await services.links.refreshVisits();
  });

  it('tags the company’s pages from a feed without rules of its own, and never shortens them', async () => {
    await platform.db.sources.add(aSource({ id: 'blog' }));
    await platform.db.items.add(anItem({ id: 'blog|a', sourceId: 'blog', url: item.url }));
    await platform.db.items.add(anItem({ id: 'blog|b', sourceId: 'blog', url: 'https://elsewhere.example/b' }));
    const of = async (id: string) => {
      const row = await platform.db.items.get(id);
      return row && leavingAddress(row, 'x', await readItemLinks(platform.db, row));
    };
    expect(await of('blog|a')).toEqual({ url: tagged(item.url), kind: 'tagged' });
    expect(await of('blog|b')).toEqual({ url: 'https://elsewhere.example/b', kind: 'plain' });
  });
});
