import { type ItemLinks, isCompanyHost, type SharedItem } from '../../domain/links/campaign-tags.ts';
import { parseWebAddress } from '../../domain/links/parse-address.ts';
import type { LinkRulesRow, RelaisDb } from '../db.ts';
import { readPreferences } from '../settings.ts';

type LinkedItem = Pick<SharedItem, 'url'> & { id: string; sourceId: string };

/**
 * What decides which address of an item leaves (`leavingAddress`): the rules of its own source, else those
 * of a hub this employee joined on whose company's hosts the item lies. A hub shortens its own items only.
 */
export async function readItemLinks(db: RelaisDb, item: LinkedItem): Promise<ItemLinks> {
  const [row, { plainLinks: wantsPlain = false }] = await Promise.all([readLinkRules(db, item), readPreferences()]);
  if (row === null) return { rules: null, wantsPlain, shortUrls: {} };
  if (!row.isShort || row.sourceId !== item.sourceId) {
    return { rules: { ...row, isShort: false }, wantsPlain, shortUrls: {} };
  }
  const links = await db.shortLinks.where('itemId').equals(item.id).toArray();
  const shortUrls = Object.fromEntries(links.flatMap(({ network, url }) => (url === null ? [] : [[network, url]])));
  return { rules: row, wantsPlain, shortUrls };
}

async function readLinkRules(db: RelaisDb, { sourceId, url }: LinkedItem): Promise<LinkRulesRow | null> {
  const own = await db.linkRules.get(sourceId);
  if (own !== undefined) return own;
  const host = parseWebAddress(url ?? '')?.hostname;
  if (host === undefined) return null;
  const hubs = await db.sources.filter(({ kind }) => kind === 'hub').primaryKeys();
  const rows = await db.linkRules.bulkGet(hubs);
  return rows.find((row) => row !== undefined && isCompanyHost(host, row.hosts)) ?? null;
}

/** What the sources of this browser let an employee choose about addresses; null where none says anything. */
export async function readLinkChoice(db: RelaisDb): Promise<{ isRemovable: boolean } | null> {
  const rows = await db.linkRules.toArray();
  return rows.length === 0 ? null : { isRemovable: rows.some(({ isRemovable }) => isRemovable) };
}

/** Whether something may be counted at a short address of this journal. */
export async function hasShortLinks(db: RelaisDb): Promise<boolean> {
  return (await db.shortLinks.limit(1).count()) > 0;
}
