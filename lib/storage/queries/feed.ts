import type { Campaign } from '../../domain/campaign.ts';
import type { FeedCard, FeedScreen } from '../../domain/first-screen.ts';
import { networkList, offerNetwork } from '../../domain/networks/network-list.ts';
import { recipesFor } from '../../domain/networks/recipe.ts';
import { networks } from '../../domain/networks/table.ts';
import { shownNetworks } from '../../domain/shown-networks.ts';
import type { ItemRow, RelaisDb } from '../db.ts';
import { readSourceChecks } from '../settings.ts';
import { readCards } from './cards.ts';
import {
  countFeed,
  type FeedContext,
  readFeedContext,
  readFeedRows,
  readSavedRows,
  readSoonRows,
} from './feed-rows.ts';
import { countDuePlans } from './plans.ts';

async function currentCampaign(db: RelaisDb, now: number): Promise<Campaign | null> {
  const campaigns = await db.campaigns.toArray();
  const running = campaigns.filter((c) => (c.startsAt ?? 0) <= now && now < (c.endsAt ?? Number.POSITIVE_INFINITY));
  running.sort((a, b) => (a.endsAt ?? Number.POSITIVE_INFINITY) - (b.endsAt ?? Number.POSITIVE_INFINITY));
  return running[0] ?? null;
}

async function isCharterPending(db: RelaisDb): Promise<boolean> {
  const charters = await db.guidelines.filter((guideline) => guideline.kind === 'charter').toArray();
  const known = await db.acknowledgements.bulkGet(charters.map((charter) => charter.id));
  return charters.some((charter, i) => known[i]?.version !== charter.version);
}

export type FeedScreenOptions = { limit: number; now: number; language: string };

/** What the feed tab shows: the newest `limit` cards and what stands around them. Read-only, live-query safe. */
export async function readFeedScreen(db: RelaisDb, options: FeedScreenOptions): Promise<FeedScreen> {
  const context = await readFeedContext(db, options.now, options.language);
  const [rows, counts, saved, soon, sources, connections, campaign, charterPending, dueCount, checks] =
    await Promise.all([
      readFeedRows(db, { limit: options.limit }, context),
      countFeed(db, context),
      readSavedRows(db, context),
      readSoonRows(db, context),
      db.sources.toArray(),
      db.connections.toArray(),
      currentCampaign(db, options.now),
      isCharterPending(db),
      countDuePlans(db),
      readSourceChecks(),
    ]);
  const cards = await readCards(db, rows, context);
  const checkTimes = sources.map((source) => checks[source.id] ?? source.changedAt);
  return {
    companyName: connections[0]?.companyName ?? (sources.length === 1 ? (sources[0]?.title ?? null) : null),
    sourceCount: sources.length,
    failing: sources.flatMap((source) =>
      source.failure === null ? [] : [{ sourceId: source.id, sourceTitle: source.title, code: source.failure.code }],
    ),
    checkedAt: checkTimes.every((at) => at !== null) && checkTimes.length > 0 ? Math.min(...checkTimes) : null,
    itemCount: counts.items,
    unreadCount: counts.unread,
    savedCount: saved.length,
    soonCount: soon.length,
    campaign,
    charterPending,
    dueCount,
    preferences: context.preferences,
    ...describeFaces(cards, context),
    cards,
  };
}

/** The networks of the cards, and what is painted of them before anything else is loaded. */
function describeFaces(
  cards: FeedCard[],
  { preferences, recipes }: FeedContext,
): Pick<FeedScreen, 'networks' | 'takes' | 'marks'> {
  const binding = recipesFor(recipes, null);
  const list = networkList(preferences, binding);
  const chosen = list.filter(({ isPreferred }) => isPreferred);
  // Everything that was chosen may be withdrawn: a card still needs a button.
  const offered = (chosen.length > 0 ? chosen : list.slice(0, 1)).map(({ id }) => id);
  // What a restricted card falls back to, and where a post to comment on is.
  const shown = cards.flatMap((card) => [...shownNetworks(card.networks, offered), ...[card.commentOn ?? []].flat()]);
  const faces = [...new Set([...offered, ...shown])];
  return {
    networks: offered,
    takes: Object.fromEntries(faces.map((id) => [id, offerNetwork(id, preferences, binding).takes])),
    marks: Object.fromEntries(faces.map((id) => [id, networks[id].mark])),
  };
}

/** One item with what the composer needs; undefined when it left the feed. */
export async function readItem(db: RelaisDb, itemId: string): Promise<ItemRow | undefined> {
  return db.items.get(itemId);
}
