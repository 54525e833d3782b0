import type { FeedCard } from '../../domain/first-screen.ts';
import type { ItemLinks } from '../../domain/links/campaign-tags.ts';
import { type NetworkId, networkIds } from '../../domain/network-ids.ts';
import type { OwnPlaces } from '../../domain/networks/network-definition.ts';
import { networkList, type OfferedNetwork } from '../../domain/networks/network-list.ts';
import { recipesFor } from '../../domain/networks/recipe.ts';
import type { Share } from '../../domain/share.ts';
import { readDealSeed } from '../background-notes.ts';
import type { RelaisDb, ShareDraftRow } from '../db.ts';
import { readPreferences } from '../settings.ts';
import { readCards } from './cards.ts';
import { type PostContext, readPostContext } from './checks.ts';
import { readFeedContext } from './feed-rows.ts';
import { readItemLinks } from './links.ts';
import { readRecipes } from './recipes.ts';

export type ComposerContext = PostContext & {
  /** What deals suggestions to this browser. */
  dealSeed: string;
  /** The networks a post may go to here and now, the employee's own first. */
  offered: OfferedNetwork[];
  /** Where own accounts are, for networks that have no place of their own. */
  places: OwnPlaces;
  /** Own posts, the latest first: for what one repeats, and for the hashtags and names one uses. */
  past: Pick<Share, 'network' | 'text' | 'openedAt'>[];
  /** What decides which address leaves. */
  links: ItemLinks;
};

/** Further back, no reader remembers. */
const pastCount = 200;

/** What the composer asks about an item besides its card; undefined when the item left the feed. */
export async function readComposerContext(db: RelaisDb, itemId: string): Promise<ComposerContext | undefined> {
  const [post, recipes, dealSeed, preferences, shares] = await Promise.all([
    readPostContext(db, itemId),
    readRecipes(db),
    readDealSeed(),
    readPreferences(),
    db.shares.orderBy('openedAt').reverse().limit(pastCount).toArray(),
  ]);
  if (post === undefined) return undefined;
  const offered = networkList(preferences, recipesFor(recipes, post.item.sourceId));
  const links = await readItemLinks(db, post.item);
  const past = shares.filter(
    ({ act, state, text, itemId: of }) => act === 'post' && state !== 'dismissed' && text !== '' && of !== itemId,
  );
  return { ...post, dealSeed, offered, places: preferences, past, links };
}

export type StoredDraft = Pick<ShareDraftRow, 'text' | 'aside'> & { network: NetworkId };

/** What was begun for an item. A draft for a network that this version does not know stays where it is. */
export async function readShareDrafts(db: RelaisDb, itemId: string): Promise<StoredDraft[]> {
  const rows = await db.shareDrafts.where('itemId').equals(itemId).toArray();
  return rows.flatMap(({ network, text, aside }) =>
    networkIds.flatMap((id) => (id === network ? { network: id, text, aside } : [])),
  );
}

/** One item as its card shows it, wherever it stands; undefined when it left the feed. */
export async function readComposedCard(
  db: RelaisDb,
  itemId: string,
  now: number,
  language: string,
): Promise<FeedCard | undefined> {
  const row = await db.items.get(itemId);
  if (row === undefined) return undefined;
  return (await readCards(db, [row], await readFeedContext(db, now, language)))[0];
}
