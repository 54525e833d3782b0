import type { Campaign } from '../../domain/campaign.ts';
import type { Check } from '../../domain/checks/check.ts';
import type { ItemRow, RelaisDb } from '../db.ts';
import { readPreferences } from '../settings.ts';

/**
 * The checks an item's post must pass: those of its own source and those of the hubs this employee
 * joined, whose words bind everywhere. A feed that someone merely follows says nothing about others'
 * items, and a campaign's id means something within its source only.
 */
export async function readChecksFor(db: RelaisDb, sourceId: string): Promise<Check[]> {
  const [rows, hubs] = await Promise.all([
    db.checks.toArray(),
    db.sources.filter(({ kind }) => kind === 'hub').primaryKeys(),
  ]);
  return rows
    .filter((row) => row.sourceId === sourceId || (hubs.includes(row.sourceId) && row.scope?.campaign === undefined))
    .sort((a, b) => a.position - b.position);
}

export type PostContext = { item: ItemRow; checks: Check[]; campaign: Campaign | null; country: string | null };

/** What is asked of a post about an item, and what it is asked with; undefined when the item left the feed. */
export async function readPostContext(db: RelaisDb, itemId: string): Promise<PostContext | undefined> {
  const item = await db.items.get(itemId);
  if (item === undefined) return undefined;
  const [checks, campaign, { country }] = await Promise.all([
    readChecksFor(db, item.sourceId),
    item.campaignId === null ? undefined : db.campaigns.get([item.sourceId, item.campaignId]),
    readPreferences(),
  ]);
  return { item, checks, campaign: campaign ?? null, country };
}
