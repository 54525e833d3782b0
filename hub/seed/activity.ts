import { randomUUID } from 'node:crypto';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import type { Queryable } from '../src/db/database.ts';
import { dayOf } from '../src/db/queries/participation.ts';
import { campaigns } from './company.ts';
import { items } from './items.ts';
import { people, type SeedPerson } from './people.ts';
import { spots } from './spots.ts';
import type { SeedItem } from './types.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The same sequence at each first start (mulberry32), so that the sample is the same for everyone. */
function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Act = { person: SeedPerson; item: SeedItem; network: string; at: number };

/** Six weeks of what the twelve colleagues spotted and shared, ending at `now`. */
export async function seedActivity(tx: Queryable, memberIds: Map<string, string>, now: number): Promise<void> {
  for (const person of people) {
    await tx.query('INSERT INTO participations (member_id, display_name, since) VALUES ($1, $2, $3)', [
      memberIds.get(person.key),
      person.pseudonym ?? person.name,
      new Date(now - 45 * dayMs),
    ]);
  }
  for (const spot of spots) {
    const id = randomUUID();
    const at = now - spot.hoursAgo * hourMs;
    await tx.query(
      `INSERT INTO spots (id, group_id, author_id, request_hash, url, title, description, site_name, language, quote,
                          comment, tags, created_at)
       VALUES ($1, $2, $3, '', $4, $5, '', $6, $7, $8, $9, $10, $11)`,
      [
        id,
        spot.group,
        memberIds.get(spot.by),
        spot.url,
        spot.title,
        spot.site,
        spot.language,
        spot.quote ?? null,
        spot.comment,
        spot.tags,
        new Date(at),
      ],
    );
    await insertEvent(tx, { memberId: memberIds.get(spot.by), id, kind: 'spot', network: null, itemId: null, at });
  }
  for (const act of rollShares(now)) {
    const memberId = memberIds.get(act.person.key);
    await insertEvent(tx, {
      memberId,
      id: randomUUID(),
      kind: 'share',
      network: act.network,
      itemId: act.item.id,
      at: act.at,
    });
  }
}

/** Where these people share, the first one most. */
const usedNetworks: NetworkId[] = ['linkedin', 'x', 'bluesky'];

/**
 * Shares as people make them: within three days of the publication, on LinkedIn first. A campaign
 * stops at its own `progress`, so that its bar tells a story rather than a full or an empty one.
 */
export function rollShares(now: number): Act[] {
  const dice = createDice(59_100);
  // What is under embargo cannot be shared, and what is to be commented on is not.
  const shareable = items.filter(({ embargo, kind }) => embargo === undefined && kind !== 'engage');
  const acts = shareable.flatMap((item) =>
    people.flatMap((person) =>
      usedNetworks
        .filter(
          (_, index) =>
            dice() < person.eagerness * ([1, 0.45, 0.25][index] ?? 0) * (item.campaign === undefined ? 1 : 1.4),
        )
        .map((network) => ({
          person,
          item,
          network,
          at: now - item.hoursAgo * hourMs * (1 - dice() * Math.min(1, 72 / item.hoursAgo)),
        })),
    ),
  );
  const left = new Map(campaigns.map((campaign) => [campaign.id, campaign.progress]));
  return acts
    .map((act) => ({ act, order: dice() }))
    .sort((a, b) => a.order - b.order)
    .map(({ act }) => act)
    .filter(({ item }) => {
      if (item.campaign === undefined) return true;
      const room = left.get(item.campaign) ?? 0;
      left.set(item.campaign, room - 1);
      return room > 0;
    });
}

async function insertEvent(
  tx: Queryable,
  event: {
    memberId: string | undefined;
    id: string;
    kind: 'share' | 'spot';
    network: string | null;
    itemId: string | null;
    at: number;
  },
): Promise<void> {
  await tx.query(
    `INSERT INTO participation_events (member_id, id, kind, network, state, item_id, day)
     VALUES ($1, $2, $3, $4, $5, $6, $7::date)`,
    [
      event.memberId,
      event.id,
      event.kind,
      event.network,
      event.kind === 'share' ? 'confirmed' : 'done',
      event.itemId,
      dayOf(event.at),
    ],
  );
}
