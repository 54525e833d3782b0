import { networkOfAddress } from '../../domain/comment-network.ts';
import type { FeedCard } from '../../domain/first-screen.ts';
import { type NetworkId, networkIds } from '../../domain/network-ids.ts';
import { isWithdrawn } from '../../domain/networks/network-list.ts';
import { type KnownRecipe, recipesFor } from '../../domain/networks/recipe.ts';
import { takesOf } from '../../domain/networks/template.ts';
import { proposeText, suggestionsFor } from '../../domain/propose-text.ts';
import type { Share, ShareState } from '../../domain/share.ts';
import { followedTopic } from '../../domain/topic.ts';
import type { ItemRow, RelaisDb, ShareDraftRow } from '../db.ts';
import type { FeedContext } from './feed-rows.ts';

/** How much a state tells: an opened composer never hides a confirmed share of the same item. */
const strength: Record<ShareState, number> = { dismissed: 0, opened: 1, confirmed: 2, verified: 3 };

/** As many as a card has room for. */
const openingCount = 3;

function stronger(a: ShareState | null | undefined, b: ShareState): ShareState {
  return a != null && strength[a] >= strength[b] ? a : b;
}

function bestStates(shares: Share[]): Pick<FeedCard, 'shared' | 'commented'> {
  const shared: FeedCard['shared'] = {};
  let commented: ShareState | null = null;
  for (const { act, network, state } of shares) {
    if (act === 'comment') commented = stronger(commented, state);
    else if (network !== null) shared[network] = stronger(shared[network], state);
  }
  return { shared, commented };
}

/** The cards of some items, in their order: what is needed around them is read at once. */
export async function readCards(db: RelaisDb, rows: ItemRow[], context: FeedContext): Promise<FeedCard[]> {
  const ids = rows.map((row) => row.id);
  const [sources, shares, pictures, marks, drafts] = await Promise.all([
    db.sources.toArray(),
    db.shares.where('itemId').anyOf(ids).toArray(),
    db.pictures.bulkGet(rows.map((row) => row.imageUrl ?? '')),
    db.marks.bulkGet(ids),
    db.shareDrafts.where('itemId').anyOf(ids).toArray(),
  ]);
  const titles = new Map(sources.map((source) => [source.id, source.title]));
  const draftsOf = Map.groupBy(drafts, ({ itemId }) => itemId);
  const byItem = Map.groupBy(shares, (share) => share.itemId);
  return rows.map((row, i) => ({
    ...describe(row, context),
    ...bestStates(byItem.get(row.id) ?? []),
    sourceTitle: titles.get(row.sourceId) ?? '',
    picture: pictures[i]?.blob ?? null,
    saved: marks[i]?.savedAt != null,
    draftOn: latestDraft(draftsOf.get(row.id) ?? []),
  }));
}

/** Where the last words were written, of the networks that this version knows. */
function latestDraft(drafts: ShareDraftRow[]): NetworkId | null {
  const known = drafts.flatMap(({ network, savedAt }) =>
    networkIds.flatMap((id) => (id === network ? { id, savedAt } : [])),
  );
  return known.sort((a, b) => b.savedAt - a.savedAt)[0]?.id ?? null;
}

/** Where it may go, without what is withdrawn for it, and what its own feed corrected. */
function describeNetworks(row: ItemRow, known: readonly KnownRecipe[]): Pick<FeedCard, 'networks' | 'takes'> {
  const recipes = known.length === 0 ? [] : recipesFor(known, row.sourceId);
  if (recipes.length === 0) return { networks: row.networks };
  const corrected = recipes.flatMap(({ network, template }) =>
    template === null ? [] : [[network, takesOf(template)] as const],
  );
  return {
    networks: recipes.some(({ template }) => template === null)
      ? (row.networks ?? networkIds).filter((id) => !isWithdrawn(id, recipes))
      : row.networks,
    takes: Object.fromEntries(corrected),
  };
}

type Described = Omit<FeedCard, 'sourceTitle' | 'picture' | 'saved' | 'shared' | 'commented' | 'draftOn'>;

function describe(row: ItemRow, { preferences, recipes, language, dealSeed, topics, now }: FeedContext): Described {
  const { id, title, summary, url, readUrl, kind, publishedAt, author, authorTitle, event, poll, job, tags } = row;
  // Those allowed for the item too: a card whose preferred networks are all refused offers these.
  const offered = [...new Set([...preferences.networks, ...(row.networks ?? [])])];
  const deal = { seed: dealSeed, itemId: id };
  const openings = kind === 'engage' ? suggestionsFor(row.suggestions, offered[0] ?? 'linkedin', language, deal) : [];
  return {
    ...{ id, title, summary, url, readUrl, kind, publishedAt, author, authorTitle, event, poll, job, tags },
    pinned: row.pinned === 1,
    unread: row.unread === 1,
    pictureAlt: row.imageAlt ?? '',
    opensAt: row.embargoUntil !== null && row.embargoUntil > now ? row.embargoUntil : null,
    ...describeNetworks(row, recipes),
    followed: followedTopic(tags, topics),
    texts: Object.fromEntries(offered.map((network) => [network, proposeText(row, network, language, deal)])),
    commentOn: kind === 'engage' ? networkOfAddress(url ?? readUrl) : null,
    openings: openings.slice(0, openingCount).map(({ text }) => text),
  };
}
