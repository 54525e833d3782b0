import type { ItemKind } from '../../../../lib/domain/item.ts';
import type { Queryable } from '../database.ts';

/** An item in the language asked for, or in the one it has. */
export type ItemRow = {
  id: string;
  kind: ItemKind;
  author: string | null;
  pinned: boolean;
  campaign_id: string | null;
  media_sha256: string | null;
  published_at: Date;
  updated_at: Date;
  language: string;
  url: string;
  title: string;
  summary: string;
  content_text: string;
  image_alt: string | null;
  tags: string[];
};

const itemColumns = `i.id, i.kind, i.author, i.pinned, i.campaign_id, i.media_sha256, i.published_at, i.updated_at,
  t.language, t.url, t.title, t.summary, t.content_text, t.image_alt, t.tags`;

/** One translation of each row of `owner`: the wanted language first. $1 is the language. */
function translated(table: string, column: string, owner: string): string {
  return `JOIN LATERAL (
    SELECT * FROM ${table} WHERE ${column} = ${owner}.id ORDER BY (language = $1) DESC, language LIMIT 1
  ) t ON true`;
}

/** What is published, newest first. What is dated in the future waits. */
export function listItems(db: Queryable, language: string, now: number, limit = 500): Promise<ItemRow[]> {
  return db.query<ItemRow>(
    `SELECT ${itemColumns} FROM items i ${translated('item_translations', 'item_id', 'i')}
      WHERE i.published_at <= $2 ORDER BY i.published_at DESC, i.id DESC LIMIT $3`,
    [language, new Date(now), limit],
  );
}

export async function findItem(db: Queryable, id: string, language: string, now: number): Promise<ItemRow | null> {
  const rows = await db.query<ItemRow>(
    `SELECT ${itemColumns} FROM items i ${translated('item_translations', 'item_id', 'i')}
      WHERE i.published_at <= $2 AND i.id = $3`,
    [language, new Date(now), id],
  );
  return rows[0] ?? null;
}

export type SuggestionRow = {
  item_id: string;
  language: string;
  network: string | null;
  tone: string | null;
  text: string;
};

/** Suggestions in one language; an item that has none in it gives those that it has. */
export function listSuggestions(db: Queryable, language: string): Promise<SuggestionRow[]> {
  return db.query<SuggestionRow>(
    `SELECT s.item_id, s.language, s.network, s.tone, s.text FROM suggestions s
      WHERE s.language = $1
         OR NOT EXISTS (SELECT 1 FROM suggestions o WHERE o.item_id = s.item_id AND o.language = $1)
      ORDER BY s.item_id, s.language, s.position`,
    [language],
  );
}

export type CampaignRow = {
  id: string;
  title: string;
  hashtag: string | null;
  starts_at: Date | null;
  ends_at: Date | null;
  goal: number | null;
  progress: number;
};

/**
 * Campaigns with the shares that participants published of their items: one for each member, item
 * and network, within the campaign's dates.
 */
export function listCampaigns(db: Queryable, language: string): Promise<CampaignRow[]> {
  return db.query<CampaignRow>(
    `SELECT c.id, t.title, t.hashtag, c.starts_at, c.ends_at, c.goal,
            (SELECT count(DISTINCT (e.member_id, e.item_id, e.network))::int
               FROM participation_events e JOIN items i ON i.id = e.item_id
              WHERE i.campaign_id = c.id AND e.kind = 'share' AND e.state IN ('confirmed', 'verified')
                AND (c.starts_at IS NULL OR e.day >= (c.starts_at AT TIME ZONE 'UTC')::date)
                AND (c.ends_at IS NULL OR e.day <= (c.ends_at AT TIME ZONE 'UTC')::date)) AS progress
       FROM campaigns c ${translated('campaign_translations', 'campaign_id', 'c')}
      ORDER BY c.ends_at DESC NULLS FIRST, c.id`,
    [language],
  );
}

export type GuidelineRow = {
  id: string;
  kind: 'charter' | 'card';
  title: string;
  body_markdown: string;
  version: string;
  updated_at: Date;
};

export function listGuidelines(db: Queryable, language: string): Promise<GuidelineRow[]> {
  return db.query<GuidelineRow>(
    `SELECT g.id, g.kind, t.title, t.body_markdown, g.version, g.updated_at
       FROM guidelines g ${translated('guideline_translations', 'guideline_id', 'g')}
      ORDER BY g.position, g.id`,
    [language],
  );
}
