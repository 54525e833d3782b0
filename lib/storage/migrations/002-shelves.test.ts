import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import versionOne from '../../../tests/fixtures/db/version-1.json' with { type: 'json' };
import { RelaisDb } from '../db.ts';
import { upgradeGuideline, upgradeItem, upgradePicture, upgradeShare, upgradeSource } from './002-shelves.ts';

async function storedByVersionOne(name: string): Promise<void> {
  const old = new Dexie(name);
  old.version(1).stores(versionOne.stores);
  for (const [table, rows] of Object.entries(versionOne.rows)) await old.table(table).bulkAdd(rows);
  old.close();
}

describe('version 2', () => {
  it('opens what version 1 stored, with every row readable and listed', async () => {
    const name = `relais-${crypto.randomUUID()}`;
    await storedByVersionOne(name);
    const db = new RelaisDb(name);
    const listed = await db.items.where('[shelf+pinned+orderAt]').between(['feed'], ['feed', []]).toArray();
    expect(listed.map(({ id, url, embargoUntil, unread }) => ({ id, url, embargoUntil, unread }))).toEqual([
      { id: 'newsroom|heat', url: 'https://maison-lumen.example/heat', embargoUntil: null, unread: 1 },
      { id: 'newsroom|pinned', url: 'https://maison-lumen.example/pinned?id=4', embargoUntil: null, unread: 0 },
    ]);
    expect(await db.sources.get('newsroom')).toMatchObject({ title: 'Newsroom', cursor: null, endedAt: null });
    expect(await db.guidelines.get('newsroom|charter')).toMatchObject({ version: '3', roles: [], question: null });
    expect((await db.shares.toArray()).map(({ act }) => act)).toEqual(['post']);
    const picture = await db.pictures.get('https://blog.example/heat.webp');
    expect(picture).toMatchObject({ storedAt: 1 });
    expect(picture).not.toHaveProperty('dataUrl');
    expect([picture?.blob?.type, await picture?.blob?.text()]).toEqual(['image/webp', 'abc']);
    expect(await db.pictures.get('https://blog.example/none.webp')).toMatchObject({ blob: null });
    db.close();
  });

  it.each([
    ['item', upgradeItem, { id: 'a', shelf: 'soon', embargoUntil: 5 }],
    ['source', upgradeSource, { id: 'a', cursor: 'c', endedAt: 1 }],
    ['picture', upgradePicture, { url: 'a', blob: new Blob(['x']), storedAt: 1 }],
    ['share', upgradeShare, { id: 'a', act: 'comment', network: null }],
    ['guideline', upgradeGuideline, { id: 'a', roles: ['hr'], question: null }],
  ] as const)('leaves an upgraded %s as it is', (_name, upgrade, row) => {
    const once = upgrade({ ...row });
    expect(once).toMatchObject(row);
    expect(upgrade(once)).toEqual(once);
  });
});
