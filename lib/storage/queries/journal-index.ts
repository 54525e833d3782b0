import { type JournalIndexEntry, stateOfDelivery, stateOfShare } from '../../domain/journal-filter.ts';
import { searchText } from '../../domain/search.ts';
import type { Share } from '../../domain/share.ts';
import type { RelaisDb } from '../db.ts';
import { isListed, readDeliveries, type SpotEntry } from './journal.ts';

/** So many rows at a time, so that a key pressed meanwhile does not wait for thousands of them. */
const chunkSize = 400;

/** Every act, as it is looked at while someone filters and searches, in no order. */
export async function readJournalIndex(db: RelaisDb): Promise<JournalIndexEntry[]> {
  const [shareIds, spotIds] = await Promise.all([
    db.shares.toCollection().primaryKeys(),
    db.spots.toCollection().primaryKeys(),
  ]);
  const entries: JournalIndexEntry[] = [];
  for (let at = 0; at < shareIds.length; at += chunkSize) {
    for (const share of await db.shares.bulkGet(shareIds.slice(at, at + chunkSize))) {
      if (share !== undefined) entries.push(indexShare(share));
    }
  }
  for (let at = 0; at < spotIds.length; at += chunkSize) {
    const ids = spotIds.slice(at, at + chunkSize);
    const [spots, deliveries] = await Promise.all([db.spots.bulkGet(ids), readDeliveries(db, ids)]);
    for (const spot of spots) {
      const entry = spot && { ...spot, deliveries: deliveries.get(spot.id) ?? [] };
      if (entry !== undefined && isListed(entry)) entries.push(indexSpot(entry));
    }
  }
  return entries;
}

function indexShare({ id, act, openedAt, network, state, title, text, url, postUrl }: Share): JournalIndexEntry {
  return {
    table: 'share',
    id,
    kind: act === 'comment' ? 'comment' : 'share',
    at: openedAt,
    places: network === null ? [] : [`network:${network}`],
    states: [stateOfShare(state)],
    title: searchText(title),
    rest: searchText(text, url, postUrl ?? null),
  };
}

function indexSpot({ id, page, createdAt, comment, quote, tags, deliveries }: SpotEntry): JournalIndexEntry {
  const groups = deliveries.map(({ groupName }) => groupName);
  return {
    table: 'spot',
    id,
    kind: 'spot',
    at: createdAt,
    places: groups.map((name) => `group:${name}`),
    states: deliveries.map(({ state }) => stateOfDelivery(state)),
    title: searchText(page.title),
    rest: searchText(comment, quote, tags.join(' '), groups.join(' '), page.siteName, page.url),
  };
}
