import { beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../../entrypoints/background/services.ts';
import { filterJournal, noFilter } from '../../lib/domain/journal-filter.ts';
import { readJournal, readJournalEntries } from '../../lib/storage/queries/journal.ts';
import { readJournalIndex } from '../../lib/storage/queries/journal-index.ts';
import { createTestPlatform, restart, type TestPlatform } from '../helpers/platform.ts';
import { aConnection, aDelivery, aPage, aShare, aSpot } from '../helpers/rows.ts';

const dayMs = 86_400_000;

let platform: TestPlatform;
let services: Services;
beforeEach(() => {
  platform = createTestPlatform();
  services = restart(platform);
});

async function fill(): Promise<void> {
  const { db, clock } = platform;
  await db.shares.bulkAdd([
    aShare({
      id: 'post',
      network: 'x',
      state: 'confirmed',
      openedAt: clock.now - dayMs,
      text: '=1+1',
      sharedUrl: 'https://hub.example/l/Ab12Cd34',
    }),
    aShare({
      id: 'comment',
      act: 'comment',
      network: null,
      sharedUrl: null,
      title: 'Chaleur récupérée',
      openedAt: clock.now - 2 * dayMs,
    }),
  ]);
  await db.spots.add(aSpot({ id: 'spot', comment: 'À lire', tags: ['nuit'], createdAt: clock.now - 3 * dayMs }));
  await db.deliveries.add(
    aDelivery({ id: 'd', spotId: 'spot', state: 'delivered', settledAt: clock.now, createdAt: clock.now - 3 * dayMs }),
  );
}

async function journal() {
  const { db } = platform;
  return {
    shares: await db.shares.toArray(),
    spots: await db.spots.toArray(),
    deliveries: await db.deliveries.toArray(),
  };
}

describe('exportJournal and importJournal', () => {
  it.each(['json', 'csv'] as const)('bring a whole journal into another browser as %s', async (format) => {
    await fill();
    const before = await journal();
    const { content, count } = await services.journal.exportJournal({ format });
    expect(count).toBe(3);

    platform = createTestPlatform();
    services = restart(platform);
    const preview = await services.journal.importJournal({ content, apply: false });
    expect(preview).toEqual({ added: 3, known: 0, refused: 0, refusals: [] });
    expect((await journal()).shares).toEqual([]);
    expect(await services.journal.importJournal({ content, apply: true })).toEqual(preview);
    const after = await journal();
    expect(after.shares).toEqual(before.shares);
    expect(after.spots).toEqual(before.spots);
    expect(after.deliveries).toMatchObject(
      before.deliveries.map(({ id, groupName, state, settledAt }) => ({ id, groupName, state, settledAt })),
    );
    expect(await services.journal.importJournal({ content, apply: true })).toEqual({
      added: 0,
      known: 3,
      refused: 0,
      refusals: [],
    });
  });

  it('knows an act by its id, then by its place, page and instant, and leaves what is here as it is', async () => {
    await fill();
    const { content } = await services.journal.exportJournal({ format: 'json' });
    const file = JSON.parse(content);
    file.entries = file.entries.map((entry: { id: string }) =>
      entry.id === 'post' ? { ...entry, id: 'other', text: 'changed' } : { ...entry, text: 'changed' },
    );
    file.entries.push(
      { ...file.entries[0], id: 'twice', at: '2025-01-01T00:00:00Z' },
      { ...file.entries[0], id: 'again', at: '2025-01-01T00:00:00Z' },
    );
    const before = await journal();
    const outcome = await services.journal.importJournal({ content: JSON.stringify(file), apply: true });
    expect(outcome).toMatchObject({ added: 1, known: 4, refused: 0 });
    expect((await journal()).shares.filter(({ id }) => id === 'post' || id === 'comment')).toEqual(before.shares);
  });

  it('says which rows it refuses, and takes the others', async () => {
    await fill();
    const { content } = await services.journal.exportJournal({ format: 'csv' });
    const [head, ...rows] = content.split('\r\n');
    const broken = rows.map((row) => (row.startsWith('post,') ? row.replace(',x,', ',myspace,') : row));
    platform = createTestPlatform();
    services = restart(platform);
    const outcome = await services.journal.importJournal({ content: [head, ...broken].join('\r\n'), apply: true });
    expect(outcome).toEqual({ added: 2, known: 0, refused: 1, refusals: [{ row: 4, field: 'network' }] });
    expect((await journal()).shares.map(({ id }) => id)).toEqual(['comment']);
  });

  it('lets nothing leave that was on its way in the other browser', async () => {
    await fill();
    await platform.db.deliveries.update('d', { state: 'queued', settledAt: null });
    const { content } = await services.journal.exportJournal({ format: 'json' });
    platform = createTestPlatform();
    services = restart(platform);
    await services.journal.importJournal({ content, apply: true });
    expect(await platform.db.deliveries.toArray()).toMatchObject([{ state: 'parked' }]);
  });

  it.each([
    ['all of one’s data', JSON.stringify({ relais: 2, shares: [] })],
    ['JSON cut short', '{"relais_journal": 1, "entries": ['],
    ['another table', 'a,b\r\n1,2\r\n'],
    ['nothing', ''],
  ])('takes %s for no journal', async (_, content) => {
    await expect(services.journal.importJournal({ content, apply: true })).rejects.toMatchObject({
      code: 'not_a_journal',
    });
  });

  it('refuses more than a journal can be', async () => {
    const entries = Array.from({ length: 20_001 }, () => ({}));
    const content = JSON.stringify({ relais_journal: 1, exported_at: '2026-11-22T00:00:00Z', entries });
    await expect(services.journal.importJournal({ content, apply: false })).rejects.toMatchObject({
      code: 'too_large',
    });
  });
});

describe('eraseEntry', () => {
  it('forgets a share here, with what was counted at its address', async () => {
    await fill();
    const { db } = platform;
    const link = {
      id: 'i|x',
      connectionId: 'lumen',
      itemId: 'i',
      network: 'x' as const,
      key: 'k',
      url: 'https://hub.example/l/Ab12Cd34',
      createdAt: 0,
      visits: 12,
    };
    await db.shortLinks.add(link);
    expect(await readJournal(db, 0, 1)).toMatchObject([{ visits: 12 }]);
    await services.journal.eraseEntry({ table: 'share', id: 'post', takeBack: false });
    expect((await db.shares.toArray()).map(({ id }) => id)).toEqual(['comment']);
    expect(await db.shortLinks.count()).toBe(0);
    await services.journal.eraseEntry({ table: 'share', id: 'post', takeBack: false });
  });

  it('forgets a spot here and leaves it in its groups', async () => {
    await fill();
    await services.journal.eraseEntry({ table: 'spot', id: 'spot', takeBack: false });
    expect(await journal()).toMatchObject({ spots: [], deliveries: [] });
  });

  it('lets nothing leave of a spot that was still waiting', async () => {
    await fill();
    await platform.db.deliveries.update('d', { state: 'queued' });
    await services.journal.eraseEntry({ table: 'spot', id: 'spot', takeBack: false });
    await services.outbox.drain();
    expect(await platform.db.deliveries.count()).toBe(0);
  });

  it('hides a spot that is taken back, and forgets it once the group let go, worker dead or not', async () => {
    const requests: string[] = [];
    let isAway = true;
    platform = createTestPlatform({
      fetch: async (input) => {
        const request = new Request(input);
        if (isAway) throw new TypeError('away');
        requests.push(`${request.method} ${new URL(request.url).pathname}`);
        return new Response(null, { status: 204 });
      },
    });
    services = restart(platform);
    await fill();
    const { db } = platform;
    await db.connections.add(aConnection());
    await db.secrets.add({ connectionId: 'lumen', token: 'a-token-of-this-browser' });
    await services.journal.eraseEntry({ table: 'spot', id: 'spot', takeBack: true });
    await services.outbox.drain();
    expect((await readJournal(db, 0, 10)).map(({ kind }) => kind)).toEqual(['share', 'share']);
    expect((await readJournalIndex(db)).map(({ id }) => id)).not.toContain('spot');
    expect(await db.spots.count()).toBe(1);

    isAway = false;
    await restart(platform).outbox.hurry();
    expect(requests).toEqual(['DELETE /api/v1/spots/d']);
    expect(await db.spots.count()).toBe(0);
    expect(await db.deliveries.count()).toBe(0);
  });

  it('shows a spot again that a group does not let go of', async () => {
    await fill();
    const { db } = platform;
    await db.spots.update('spot', { erasing: true });
    await db.deliveries.update('d', { state: 'parked' });
    expect((await readJournal(db, 0, 10)).map(({ kind }) => kind)).toContain('spot');
  });

  it('keeps a verified post that could not be taken down', async () => {
    await fill();
    await platform.db.shares.update('post', { state: 'verified' });
    await expect(services.journal.eraseEntry({ table: 'share', id: 'post', takeBack: true })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await platform.db.shares.get('post')).toBeDefined();
  });
});

describe('decideShare', () => {
  it('takes a word back, and asks for it no second time', async () => {
    await platform.db.shares.add(aShare({ id: 'a', state: 'opened' }));
    await services.shares.decideShare({ shareId: 'a', state: 'confirmed' });
    await services.shares.decideShare({ shareId: 'a', state: 'opened' });
    expect(await platform.db.shares.get('a')).toMatchObject({
      state: 'opened',
      decidedAt: null,
      askedAt: platform.clock.now,
    });
  });

  it('leaves what a network verified as it is', async () => {
    await platform.db.shares.add(aShare({ id: 'a', state: 'verified' }));
    await services.shares.decideShare({ shareId: 'a', state: 'opened' });
    expect((await platform.db.shares.get('a'))?.state).toBe('verified');
  });
});

describe('readJournalIndex', () => {
  it('finds acts by title, own words, tags, groups and site, and reads back whole entries', async () => {
    await fill();
    const { db, clock } = platform;
    await db.spots.add(
      aSpot({ id: 'other', page: aPage({ title: 'Ciel étoilé', siteName: 'Revue' }), createdAt: clock.now }),
    );
    const index = await readJournalIndex(db);
    const find = (words: string) => filterJournal(index, { ...noFilter, words }, clock.now).map(({ id }) => id);
    expect(find('chaleur recuperee')).toEqual(['comment']);
    expect(find('a lire')).toEqual(['spot']);
    expect(find('nuit')).toEqual(['spot']);
    expect(find('lighting watch')).toEqual(['spot']);
    expect(find('etoile revue')).toEqual(['other']);
    const found = filterJournal(index, { ...noFilter, kind: 'spot' }, clock.now);
    expect((await readJournalEntries(db, found)).map((entry) => entry.kind === 'spot' && entry.spot.id)).toEqual([
      'other',
      'spot',
    ]);
  });
});
