import { createHash } from 'node:crypto';
import type { FeedPosition } from '../db/queries/feed-changes.ts';
import type { Language } from '../http/language.ts';

/** Raised when an item is written otherwise than before, so that browsers ask for the whole feed once. */
const form = 1;

/**
 * What a browser's copy of the feed depends on besides what the database holds: in another language, or
 * under another address of the hub, nothing of it stays as it was.
 */
export type FeedEdition = { language: Language; publicUrl: string };

/** A position as browsers hold it, without knowing what is in it. */
export function writeCursor({ epoch, version, at }: FeedPosition, edition: FeedEdition): string {
  return Buffer.from([epoch, version, at, editionMark(edition)].join(' ')).toString('base64url');
}

/** The position behind a cursor, or null when it was not written for this edition. */
export function readCursor(cursor: string, edition: FeedEdition): FeedPosition | null {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, epoch, version, at, mark] = /^([0-9a-f-]{36}) (\d{1,15}) (\d{1,15}) ([\w-]+)$/.exec(text) ?? [];
  if (epoch === undefined || mark !== editionMark(edition)) return null;
  return { epoch, version: Number(version), at: Number(at) };
}

function editionMark({ language, publicUrl }: FeedEdition): string {
  return createHash('sha256').update(`${form} ${language} ${publicUrl}`).digest('base64url').slice(0, 12);
}
