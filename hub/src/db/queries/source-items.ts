import type { ParsedItem } from '../../../../lib/domain/item.ts';
import type { Queryable } from '../database.ts';

export type StoredEntry = { external_id: string; source_digest: string | null; picture_url: string | null };

export function listStoredEntries(db: Queryable, sourceId: string): Promise<StoredEntry[]> {
  return db.query<StoredEntry>(
    'SELECT external_id, source_digest, picture_url FROM items WHERE source_id = $1 AND external_id IS NOT NULL',
    [sourceId],
  );
}

/** The ids of the source's items that somebody deleted here. */
export async function listRemovedEntries(db: Queryable, sourceId: string): Promise<string[]> {
  const rows = await db.query<{ item_id: string }>('SELECT item_id FROM item_removals WHERE source_id = $1', [
    sourceId,
  ]);
  return rows.map(({ item_id }) => item_id);
}

export type SourceEntry = {
  id: string;
  sourceId: string;
  digest: string;
  item: ParsedItem;
  language: string;
  /** For an entry without a date, or dated in the future: when it was first seen. */
  seenAt: number;
  now: number;
  isNew: boolean;
};

/** Writes an entry of a source as an item, new or edited. */
export async function upsertEntry(db: Queryable, entry: SourceEntry): Promise<void> {
  const { id, sourceId, digest, item, seenAt, now } = entry;
  const isDated = item.publishedAt !== null && item.publishedAt <= now;
  const instant = (at: number | null | undefined) => (at == null ? null : new Date(at));
  await db.query(
    `INSERT INTO items (id, kind, author, pinned, campaign_id, published_at, updated_at, embargo_until, expires_at,
                        event_starts_at, event_ends_at, poll_closes_at, networks, audience_roles, audience_countries,
                        audience_languages, source_id, external_id, source_digest, picture_url)
     VALUES ($1, $2, $3, $4, (SELECT c.id FROM campaigns c WHERE c.id = $5), $6, $7, $8, $9, $10, $11, $12, $13, $14,
             $15, $16, $17, $18, $19, $20)
     ON CONFLICT (id) DO UPDATE SET
       kind = excluded.kind, author = excluded.author, pinned = excluded.pinned, campaign_id = excluded.campaign_id,
       published_at = CASE WHEN $21 THEN excluded.published_at ELSE items.published_at END,
       updated_at = excluded.updated_at, embargo_until = excluded.embargo_until, expires_at = excluded.expires_at,
       event_starts_at = excluded.event_starts_at, event_ends_at = excluded.event_ends_at,
       poll_closes_at = excluded.poll_closes_at, networks = excluded.networks,
       audience_roles = excluded.audience_roles, audience_countries = excluded.audience_countries,
       audience_languages = excluded.audience_languages, source_digest = excluded.source_digest,
       picture_url = excluded.picture_url,
       -- The picture of before stays until the new one is here.
       media_sha256 = CASE WHEN excluded.picture_url IS NULL THEN NULL ELSE items.media_sha256 END`,
    [
      id,
      item.kind,
      item.author,
      item.pinned,
      item.campaignId,
      new Date(isDated ? (item.publishedAt ?? seenAt) : seenAt),
      new Date(now),
      instant(item.embargoUntil),
      instant(item.expiresAt),
      instant(item.event?.startsAt),
      instant(item.event?.endsAt),
      instant(item.poll?.closesAt),
      item.networks,
      item.audience?.roles ?? [],
      item.audience?.countries ?? [],
      item.audience?.languages ?? [],
      sourceId,
      item.externalId,
      digest,
      item.imageUrl,
      isDated,
    ],
  );
  await replaceWords(db, entry);
}

async function replaceWords(db: Queryable, { id, item, language, isNew }: SourceEntry): Promise<void> {
  if (!isNew) {
    await db.query('DELETE FROM item_translations WHERE item_id = $1 AND language <> $2', [id, language]);
    await db.query('DELETE FROM suggestions WHERE item_id = $1', [id]);
  }
  await db.query(
    `INSERT INTO item_translations (item_id, language, url, title, summary, content_text, image_alt, tags, author_title,
                                    event_place, poll_choices, job_place, job_contract)
     VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (item_id, language) DO UPDATE SET
       url = excluded.url, title = excluded.title, summary = excluded.summary, content_text = excluded.content_text,
       image_alt = excluded.image_alt, tags = excluded.tags, author_title = excluded.author_title,
       event_place = excluded.event_place, poll_choices = excluded.poll_choices, job_place = excluded.job_place,
       job_contract = excluded.job_contract`,
    [
      id,
      language,
      item.url,
      item.title,
      item.summary,
      item.imageAlt,
      item.tags,
      item.authorTitle,
      item.event?.place ?? null,
      item.poll?.choices ?? null,
      item.job?.place ?? null,
      item.job?.contract ?? null,
    ],
  );
  for (const [position, suggestion] of item.suggestions.entries()) {
    await db.query(
      'INSERT INTO suggestions (item_id, position, language, network, tone, text) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, position, suggestion.language, suggestion.network, suggestion.tone, suggestion.text],
    );
  }
}
