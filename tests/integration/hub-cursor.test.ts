import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices } from '../../entrypoints/background/services.ts';
import { startTestHub, type TestHub } from '../helpers/hub.ts';
import { createTestPlatform } from '../helpers/platform.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

type Exchange = { since: string | null; status: number; items: number | null };

/** A browser connected to a real hub, and what it asked of its feed, oldest first. */
async function aMember() {
  const exchanges: Exchange[] = [];
  const noting: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    const url = new URL(input instanceof Request ? input.url : String(input));
    if (url.pathname === '/api/v1/feed') {
      const feed = answer.ok ? ((await answer.clone().json()) as { items: unknown[] }) : null;
      exchanges.push({
        since: url.searchParams.get('since'),
        status: answer.status,
        items: feed?.items.length ?? null,
      });
    }
    return answer;
  };
  const platform = createTestPlatform({ fetch: noting, now: Date.now });
  const services = createServices(platform);
  await services.connections.connectHub({ invitationUrl: await hub.invite(), displayName: 'Camille R.' });
  const [source] = await platform.db.sources.toArray();
  if (source === undefined) throw new Error('the hub’s feed is no source');
  const refresh = () => services.sources.refreshSource(source.id);
  return { db: platform.db, exchanges, refresh, source };
}

describe('the feed of a real hub', () => {
  it('is read whole once, then by what changed', async () => {
    const { db, exchanges, refresh } = await aMember();
    const count = await db.items.count();
    expect(count).toBeGreaterThan(10);
    await refresh();
    const writes: string[] = [];
    for (const table of db.tables) {
      table.hook('creating', () => void writes.push(table.name));
      table.hook('updating', () => void writes.push(table.name));
      table.hook('deleting', () => void writes.push(table.name));
    }
    await refresh();
    expect(writes).toEqual([]);
    expect(exchanges.map(({ status, items }) => [status, items])).toEqual([
      [200, count],
      [200, 0],
      [304, null],
    ]);
    expect(exchanges[0]?.since).toBeNull();

    const [edited, deleted] = await hub.db.query<{ id: string }>(
      `SELECT id FROM items WHERE published_at <= now() AND expires_at IS NULL ORDER BY id LIMIT 2`,
    );
    await hub.db.query(`UPDATE item_translations SET title = 'Edited' WHERE item_id = $1`, [edited?.id]);
    await hub.db.query(`DELETE FROM items WHERE id = $1`, [deleted?.id]);
    await refresh();
    expect(exchanges.at(-1)).toMatchObject({ status: 200, items: 1 });
    expect(await db.items.filter(({ title }) => title === 'Edited').count()).toBe(1);
    expect(await db.items.count()).toBe(count - 1);
  });

  it('is read whole again when the hub does not know the cursor', async () => {
    const { db, exchanges, refresh, source } = await aMember();
    const count = await db.items.count();
    await db.sources.update(source.id, { cursor: 'of-another-hub' });
    await refresh();
    expect(exchanges.slice(1)).toMatchObject([
      { since: 'of-another-hub', status: 410 },
      { since: null, status: 200, items: count },
    ]);
    const after = await db.sources.get(source.id);
    expect(after).toMatchObject({ failure: null, endedAt: null });
    expect(after?.cursor).not.toBe('of-another-hub');
  });
});
