import type { FeedPayload } from '../../../lib/contract/feed.ts';
import type { Database, Queryable } from '../db/database.ts';
import { listCampaigns } from '../db/queries/campaigns.ts';
import { type FeedPosition, listChangedIds, readFeedPosition } from '../db/queries/feed-changes.ts';
import { listChecks, listGuidelines } from '../db/queries/guidelines.ts';
import { itemLimit, listItems, listSuggestions, type Readers } from '../db/queries/items.ts';
import { findLinkRules } from '../db/queries/links.ts';
import { listRecipes } from '../db/queries/recipes.ts';
import { readSettings } from '../db/queries/settings.ts';
import { countSharersToday } from '../db/queries/sharers.ts';
import { refuse } from '../http/errors.ts';
import type { Language } from '../http/language.ts';
import { readCursor, writeCursor } from './feed-cursor.ts';
import { feedCampaign, feedCheck, feedGuideline, feedItem } from './feed-payload.ts';

export type FeedRequest = {
  publicUrl: string;
  language: Language;
  now: number;
  /** Members get everything; the public part has neither suggestions, nor guidelines, nor checks. */
  readers: Readers;
  /** A cursor: only the items that changed since are listed. */
  since?: string | undefined;
};

/**
 * The feed, from one snapshot of the database: what it says and where its cursor stands are the same moment.
 * @throws `gone` when the cursor cannot be followed; the reader then asks for the whole feed.
 */
export function buildFeed(db: Database, request: FeedRequest): Promise<FeedPayload> {
  const { publicUrl, language, now, readers, since } = request;
  return db.snapshot(async (tx) => {
    const settings = await readSettings(tx);
    const position = await readFeedPosition(tx, now);
    const changed = since === undefined ? null : await changesSince(tx, since, position, request);
    const items = await listItems(tx, { readers, language, now, ids: changed });
    const isForMembers = readers === 'members';
    const suggestions = isForMembers
      ? await listSuggestions(
          tx,
          language,
          items.map(({ id }) => id),
        )
      : null;
    const suggested = suggestions && Map.groupBy(suggestions, (suggestion) => suggestion.item_id);
    const listed = new Set(items.map(({ id }) => id));
    const linkRules = isForMembers ? await findLinkRules(tx) : null;
    return {
      version: 'https://jsonfeed.org/version/1.1',
      title: settings.companyName,
      home_page_url: `${publicUrl}/`,
      feed_url: `${publicUrl}${isForMembers ? '/api/v1/feed' : '/feed.json'}?lang=${language}`,
      language,
      _relais: {
        version: 1,
        company_name: settings.companyName,
        campaigns: (await listCampaigns(tx, language)).map(feedCampaign),
        ...(isForMembers && {
          guidelines: (await listGuidelines(tx, language)).map(feedGuideline),
          checks: (await listChecks(tx, language)).map(feedCheck),
          recipes: await listRecipes(tx),
          ...(linkRules !== null && { link_rules: linkRules }),
          sharers_today: await countSharersToday(tx, now),
          cursor: writeCursor(position, { language, publicUrl }),
        }),
        ...(changed !== null && { removed: changed.filter((id) => !listed.has(id)) }),
      },
      items: items.map((item) => feedItem(item, publicUrl, suggested && (suggested.get(item.id) ?? []))),
    };
  });
}

async function changesSince(
  tx: Queryable,
  cursor: string,
  position: FeedPosition & { forgottenVersion: number },
  { language, publicUrl, now }: FeedRequest,
): Promise<string[]> {
  const since = readCursor(cursor, { language, publicUrl });
  // One ahead of the feed comes from a history that a restored backup undid.
  const isKnown = since !== null && since.epoch === position.epoch && since.version <= position.version;
  if (!isKnown || since.version < position.forgottenVersion) {
    throw refuse('gone', 'This cursor cannot be followed; ask for the whole feed.');
  }
  const changed = await listChangedIds(tx, since, { now, limit: itemLimit + 1 });
  if (changed.length > itemLimit) throw refuse('gone', 'Too much changed since; ask for the whole feed.');
  return changed;
}
