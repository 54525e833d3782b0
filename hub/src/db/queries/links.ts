import type { LinkRulesPayload } from '../../../../lib/contract/link.ts';
import type { ItemKind } from '../../../../lib/domain/item.ts';
import { createLinkCode, createSalt, disguise, hashSecret } from '../../secrets.ts';
import type { Database, Queryable } from '../database.ts';
import { dayOf } from './participation.ts';

/** How the addresses of items leave; null for as they are. */
export async function findLinkRules(db: Queryable): Promise<LinkRulesPayload | null> {
  const rows = await db.query<{ rules: LinkRulesPayload }>('SELECT rules FROM link_rules');
  return rows[0]?.rules ?? null;
}

export type LinkRequest = { key: string; itemId: string; network: string; language: string | null };

/**
 * The code of the link that a key stands for, made at the first asking. `unknown_item` when no such item can be
 * shared yet; `conflict` when the key stands for another link.
 */
export async function findOrCreateLink(
  db: Database,
  { key, itemId, network, language }: LinkRequest,
  now: number,
): Promise<{ code: string } | { refusal: 'unknown_item' | 'conflict' }> {
  const at = new Date(now);
  // Codes are drawn from 62^8: a second draw is luck, a third one a fault.
  for (let draw = 0; draw < 3; draw += 1) {
    await db.query(
      `INSERT INTO links (code, key_hash, item_id, network, language, created_on)
       SELECT $1, $2, i.id, $4, $5, $6::date FROM items i
        WHERE i.id = $3 AND i.published_at <= $7
          AND (i.embargo_until IS NULL OR i.embargo_until <= $7) AND (i.expires_at IS NULL OR i.expires_at > $7)
       ON CONFLICT DO NOTHING`,
      [createLinkCode(), hashSecret(key), itemId, network, language, dayOf(now), at],
    );
    const rows = await db.query<{ code: string; item_id: string; network: string }>(
      'SELECT code, item_id, network FROM links WHERE key_hash = $1',
      [hashSecret(key)],
    );
    const link = rows[0];
    if (link !== undefined) {
      return link.item_id === itemId && link.network === network ? { code: link.code } : { refusal: 'conflict' };
    }
    const offered = await db.query('SELECT 1 AS found FROM items WHERE id = $1', [itemId]);
    if (offered.length === 0) break;
  }
  return { refusal: 'unknown_item' };
}

export type LinkTarget = {
  item_id: string;
  network: string;
  kind: ItemKind;
  campaign_id: string | null;
  /** Null where the item's page on the hub is what is shared. */
  url: string | null;
  language: string;
};

/** Where a code leads: to its item, also after it expired, since what was posted stays posted. */
export async function findLinkTarget(db: Queryable, code: string): Promise<LinkTarget | null> {
  const rows = await db.query<LinkTarget>(
    `SELECT l.item_id, l.network, i.kind, i.campaign_id, t.url, t.language
       FROM links l JOIN items i ON i.id = l.item_id
       JOIN LATERAL (
         SELECT url, language FROM item_translations WHERE item_id = i.id
          ORDER BY (language = l.language) IS TRUE DESC, language LIMIT 1
       ) t ON true
      WHERE l.code = $1`,
    [code],
  );
  return rows[0] ?? null;
}

/**
 * Counts one visit a day of each visitor to each link. The visitor is told by address and browser, hashed
 * with the salt of the day, so tomorrow nobody can tell them again. Several hubs agree, because the salt is
 * whichever was written first.
 */
export async function countVisit(
  db: Database,
  { code, address, userAgent }: { code: string; address: string; userAgent: string },
  now: number,
): Promise<void> {
  const day = dayOf(now);
  await db.transaction(async (tx) => {
    const begun = await tx.query(
      'INSERT INTO link_salts (day, salt) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING day',
      [day, createSalt()],
    );
    // The first visit of a day ends the one before.
    if (begun.length > 0) await forgetVisitors(tx, day);
    const salts = await tx.query<{ salt: string }>('SELECT salt FROM link_salts WHERE day = $1', [day]);
    const visitor = disguise([code, address, userAgent].join('\n'), salts[0]?.salt ?? createSalt());
    const counted = await tx.query(
      'INSERT INTO link_visitors (day, visitor) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING day',
      [day, visitor],
    );
    if (counted.length === 0) return;
    await tx.query(
      `INSERT INTO link_visits (code, day, visits) VALUES ($1, $2, 1)
       ON CONFLICT (code, day) DO UPDATE SET visits = link_visits.visits + 1`,
      [code, day],
    );
  });
}

/** Throws away the salts of the days before `day`; what was hashed with them goes along. */
export async function forgetVisitors(db: Queryable, day: string): Promise<void> {
  await db.query('DELETE FROM link_salts WHERE day < $1::date', [day]);
}

/** What was counted at the links of these keys; a key that is not known is left out. */
export async function listVisits(db: Queryable, keys: string[]): Promise<{ key: string; visits: number }[]> {
  const byHash = new Map(keys.map((key) => [hashSecret(key), key]));
  const rows = await db.query<{ key_hash: string; visits: number }>(
    `SELECT l.key_hash, coalesce(sum(v.visits), 0)::int AS visits
       FROM links l LEFT JOIN link_visits v ON v.code = l.code
      WHERE l.key_hash = ANY ($1)
      GROUP BY l.key_hash`,
    [[...byHash.keys()]],
  );
  return rows.flatMap(({ key_hash, visits }) => {
    const key = byHash.get(key_hash);
    return key === undefined ? [] : [{ key, visits }];
  });
}
