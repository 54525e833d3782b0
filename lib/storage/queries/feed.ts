import type { Campaign } from '../../domain/campaign.ts';
import type { FeedCard, FeedScreen } from '../../domain/first-screen.ts';
import type { Preferences } from '../../domain/preferences.ts';
import { proposeText } from '../../domain/propose-text.ts';
import type { Share, ShareState } from '../../domain/share.ts';
import type { ItemRow, RelaisDb } from '../db.ts';
import { readPreferences, readSourceChecks } from '../settings.ts';

/** How much a state tells: an opened composer never hides a confirmed share of the same item. */
const strength: Record<ShareState, number> = { dismissed: 0, opened: 1, confirmed: 2, verified: 3 };

function bestStates(shares: Share[]): FeedCard['shared'] {
  const best: FeedCard['shared'] = {};
  for (const { network, state } of shares) {
    if (network === null) continue;
    const known = best[network];
    if (known === undefined || strength[state] > strength[known]) best[network] = state;
  }
  return best;
}

/** Pinned first, then newest first, through the compound index: no sort, whatever the size of the table. */
function newestItems(db: RelaisDb, limit: number): Promise<ItemRow[]> {
  return db.items.where('[shelf+pinned+orderAt]').between(['feed'], ['feed', []]).reverse().limit(limit).toArray();
}

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
  const [rows, sources, connections, unreadCount, itemCount, campaign, charterPending, preferences, checks] =
    await Promise.all([
      newestItems(db, options.limit),
      db.sources.toArray(),
      db.connections.toArray(),
      db.items.where('[shelf+unread]').equals(['feed', 1]).count(),
      db.items.where('[shelf+unread]').between(['feed'], ['feed', []]).count(),
      currentCampaign(db, options.now),
      isCharterPending(db),
      readPreferences(),
      readSourceChecks(),
    ]);
  const titles = new Map(sources.map((source) => [source.id, source.title]));
  const shares = await db.shares
    .where('itemId')
    .anyOf(rows.map((row) => row.id))
    .toArray();
  const pictureUrls = rows.map((row) => row.imageUrl ?? '');
  const pictures = await db.pictures.bulkGet(pictureUrls);
  const checkTimes = sources.map((source) => checks[source.id] ?? source.changedAt);
  return {
    companyName: connections[0]?.companyName ?? (sources.length === 1 ? (sources[0]?.title ?? null) : null),
    sourceCount: sources.length,
    failing: sources.flatMap((source) =>
      source.failure === null ? [] : [{ sourceId: source.id, sourceTitle: source.title, code: source.failure.code }],
    ),
    checkedAt: checkTimes.every((at) => at !== null) && checkTimes.length > 0 ? Math.min(...checkTimes) : null,
    itemCount,
    unreadCount,
    campaign,
    charterPending,
    preferences,
    cards: rows.map((row, i) =>
      toCard(row, {
        sourceTitle: titles.get(row.sourceId) ?? '',
        picture: pictures[i]?.blob ?? null,
        shares: shares.filter((share) => share.itemId === row.id),
        preferences,
        language: options.language,
      }),
    ),
  };
}

type CardParts = {
  sourceTitle: string;
  picture: Blob | null;
  shares: Share[];
  preferences: Preferences;
  language: string;
};

function toCard(row: ItemRow, parts: CardParts): FeedCard {
  const texts: FeedCard['texts'] = {};
  for (const network of parts.preferences.networks) texts[network] = proposeText(row, network, parts.language);
  return {
    id: row.id,
    title: row.title,
    summary: row.summary,
    url: row.url,
    readUrl: row.readUrl,
    sourceTitle: parts.sourceTitle,
    kind: row.kind,
    publishedAt: row.publishedAt,
    pinned: row.pinned === 1,
    unread: row.unread === 1,
    picture: parts.picture,
    pictureAlt: row.imageAlt ?? '',
    shared: bestStates(parts.shares),
    texts,
  };
}

/** One item with what the composer needs; undefined when it left the feed. */
export async function readItem(db: RelaisDb, itemId: string): Promise<ItemRow | undefined> {
  return db.items.get(itemId);
}
