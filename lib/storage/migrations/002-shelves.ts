import type { Transaction } from 'dexie';
import { stripTracking } from '../../domain/links/strip-tracking.ts';

type Row = Record<string, unknown>;

/** What version 1 did not write, and addresses as they are shared. Applied again, it changes nothing. */
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
    url: typeof row.url === 'string' ? stripTracking(row.url) : null,
  };
}

export function upgradeSource(row: Row): Row {
  return { cursor: null, endedAt: null, ...row };
}

export function upgradeGuideline(row: Row): Row {
  return { goodExample: null, badExample: null, roles: [], question: null, ...row };
}

/** Pictures were `data:` addresses, and '' where there was none. */
export function upgradePicture({ dataUrl, ...row }: Row): Row {
  return { blob: typeof dataUrl === 'string' ? blobOf(dataUrl) : null, ...row };
}

function blobOf(dataUrl: string): Blob | null {
  const [, type, content] = /^data:([^;,]+);base64,(.+)$/.exec(dataUrl) ?? [];
  if (content === undefined) return null;
  return new Blob([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], { type });
}

export function upgradeShare(row: Row): Row {
  return { act: 'post', postUrl: null, removedAt: null, ...row };
}

/** Items get their shelf; sources, a cursor; guidelines, their place in the learning paths; pictures become blobs. */
export async function upgradeToVersion2(transaction: Transaction): Promise<void> {
  const upgrades = {
    items: upgradeItem,
    sources: upgradeSource,
    guidelines: upgradeGuideline,
    shares: upgradeShare,
    pictures: upgradePicture,
  };
  for (const [table, upgrade] of Object.entries(upgrades)) {
    await transaction
      .table<Row>(table)
      .toCollection()
      .modify((row, ref) => {
        ref.value = upgrade(row);
      });
  }
}
