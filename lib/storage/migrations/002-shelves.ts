import type { Transaction } from 'dexie';

type Row = Record<string, unknown>;

/** What version 1 did not write. Applied again, it changes nothing. */
export function upgradeItem(row: Row): Row {
  return {
    authorTitle: null,
    event: null,
    poll: null,
    job: null,
    embargoUntil: null,
    expiresAt: null,
    networks: null,
    audience: null,
    shelf: 'feed',
    shelfUntil: null,
    ...row,
  };
}

export function upgradeSource(row: Row): Row {
  return { cursor: null, endedAt: null, ...row };
}

export function upgradeGuideline(row: Row): Row {
  return { goodExample: null, badExample: null, roles: [], question: null, ...row };
}

/** Items get their shelf; sources, a cursor; guidelines, their place in the learning paths. */
export async function upgradeToVersion2(transaction: Transaction): Promise<void> {
  const upgrades = { items: upgradeItem, sources: upgradeSource, guidelines: upgradeGuideline };
  for (const [table, upgrade] of Object.entries(upgrades)) {
    await transaction
      .table<Row>(table)
      .toCollection()
      .modify((row, ref) => {
        ref.value = upgrade(row);
      });
  }
}
