import type { SpotPayload } from '../../../lib/contract/group.ts';
import { toInstant } from '../../../lib/contract/instant.ts';
import type { Cursor, SpotRow } from '../db/queries/spots.ts';

export function toSpotPayload(row: SpotRow, memberId: string): SpotPayload {
  return {
    id: row.id,
    group_id: row.group_id,
    author_name: row.author_name,
    is_yours: row.author_id === memberId,
    created_at: toInstant(row.created_at.getTime()),
    url: row.url,
    title: row.title,
    description: row.description,
    image_url: row.image_url,
    site_name: row.site_name,
    author: row.author,
    language: row.language,
    quote: row.quote,
    comment: row.comment,
    tags: row.tags,
  };
}

/** The place after a spot in its stream. */
export function formatCursor(row: SpotRow): string {
  return `${row.created_at.getTime()}.${row.id}`;
}

export function parseCursor(text: string): Cursor | null {
  const match = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text);
  return match?.[1] === undefined || match[2] === undefined ? null : { at: Number(match[1]), id: match[2] };
}
