import type { ItemKind } from '../../../../lib/domain/item.ts';
import type { Role } from '../../../../lib/domain/role.ts';
import type { Queryable } from '../database.ts';
import { translated } from './translated.ts';

/** An item in the language asked for, or in the one it has. */
export type ItemRow = {
  id: string;
  kind: ItemKind;
  author: string | null;
  pinned: boolean;
  campaign_id: string | null;
  media_sha256: string | null;
  /** The picture's smaller copy; null where the picture itself is small. */
  small_sha256: string | null;
  media_width: number | null;
  media_height: number | null;
  /** Its publication, or the end of its embargo. */
  released_at: Date;
  updated_at: Date;
  embargo_until: Date | null;
  expires_at: Date | null;
  event_starts_at: Date | null;
  event_ends_at: Date | null;
  poll_closes_at: Date | null;
  networks: string[] | null;
  audience_roles: Role[];
  audience_countries: string[];
  audience_languages: string[];
  /** Whether anyone may see it, members or not. */
  is_public: boolean;
  language: string;
  /** Null where the item's page on the hub is what is shared. */
  url: string | null;
  title: string;
  summary: string;
  content_text: string;
  image_alt: string | null;
  tags: string[];
  author_title: string | null;
  event_place: string | null;
  poll_choices: string[] | null;
  job_place: string | null;
  job_contract: string | null;
};

/** Whom a list is for. Members also see what is embargoed or meant for some of them: their browsers tell. */
export type Readers = 'members' | 'anyone';

/** $2 is the instant. */
const offered = 'i.published_at <= $2 AND (i.expires_at IS NULL OR i.expires_at > $2)';
const isPublic = `(i.embargo_until IS NULL OR i.embargo_until <= $2)
  AND cardinality(i.audience_roles || i.audience_countries || i.audience_languages) = 0`;
const releasedAt =
  'CASE WHEN i.embargo_until <= $2 THEN greatest(i.published_at, i.embargo_until) ELSE i.published_at END';

function visibleTo(readers: Readers): string {
  return readers === 'members' ? offered : `${offered} AND ${isPublic}`;
}

const itemColumns = `i.id, i.kind, i.author, i.pinned, i.campaign_id, i.media_sha256, m.small_sha256,
  m.width AS media_width, m.height AS media_height, ${releasedAt} AS released_at, i.updated_at, i.embargo_until,
  i.expires_at, i.event_starts_at, i.event_ends_at, i.poll_closes_at, i.networks, i.audience_roles,
  i.audience_countries, i.audience_languages, (${isPublic}) AS is_public, t.language, t.url, t.title, t.summary,
  t.content_text, t.image_alt, t.tags, t.author_title, t.event_place, t.poll_choices, t.job_place, t.job_contract`;

const itemTables = `items i ${translated('item_translations', 'item_id', 'i')} LEFT JOIN media m ON m.sha256 = i.media_sha256`;

export type ItemFilter = { readers: Readers; language: string; now: number };

/** More than anybody reads, and what one answer can well hold. */
export const itemLimit = 500;

/** What is offered, newest first; of `ids` alone, where they are given. What is dated in the future waits. */
export function listItems(
  db: Queryable,
  { readers, language, now, limit = itemLimit, ids = null }: ItemFilter & { limit?: number; ids?: string[] | null },
): Promise<ItemRow[]> {
  return db.query<ItemRow>(
    `SELECT ${itemColumns} FROM ${itemTables}
      WHERE ${visibleTo(readers)} AND ($3::text[] IS NULL OR i.id = ANY ($3::text[]))
      ORDER BY released_at DESC, i.id DESC LIMIT $4`,
    [language, new Date(now), ids, limit],
  );
}

export async function findItem(
  db: Queryable,
  id: string,
  { readers, language, now }: ItemFilter,
): Promise<ItemRow | null> {
  const rows = await db.query<ItemRow>(
    `SELECT ${itemColumns} FROM ${itemTables} WHERE ${visibleTo(readers)} AND i.id = $3`,
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

/** Suggestions in one language, for these items; an item that has none in it gives those that it has. */
export function listSuggestions(db: Queryable, language: string, itemIds: string[]): Promise<SuggestionRow[]> {
  return db.query<SuggestionRow>(
    `SELECT s.item_id, s.language, s.network, s.tone, s.text FROM suggestions s
      WHERE s.item_id = ANY ($2)
        AND (s.language = $1
          OR NOT EXISTS (SELECT 1 FROM suggestions o WHERE o.item_id = s.item_id AND o.language = $1))
      ORDER BY s.item_id, s.language, s.position`,
    [language, itemIds],
  );
}
