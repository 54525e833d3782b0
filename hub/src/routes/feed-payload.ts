import type { FeedPayload } from '../../../lib/contract/feed.ts';
import { toInstant } from '../../../lib/contract/instant.ts';
import type { Queryable } from '../db/database.ts';
import {
  type ItemRow,
  listCampaigns,
  listGuidelines,
  listItems,
  listSuggestions,
  type SuggestionRow,
} from '../db/queries/items.ts';
import { readSettings } from '../db/queries/settings.ts';
import type { Language } from '../http/language.ts';

/** `everything` is what members get; the public part has neither suggestions nor guidelines. */
export async function buildFeed(
  db: Queryable,
  { publicUrl, language, now, everything }: { publicUrl: string; language: Language; now: number; everything: boolean },
): Promise<FeedPayload> {
  const [settings, items, campaigns, suggestions, guidelines] = await Promise.all([
    readSettings(db),
    listItems(db, language, now),
    listCampaigns(db, language),
    everything ? listSuggestions(db, language) : [],
    everything ? listGuidelines(db, language) : null,
  ]);
  const suggested = Map.groupBy(suggestions, (suggestion) => suggestion.item_id);
  const path = everything ? '/api/v1/feed' : '/feed.json';
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: settings.companyName,
    home_page_url: `${publicUrl}/`,
    feed_url: `${publicUrl}${path}?lang=${language}`,
    language,
    _relais: {
      version: 1,
      company_name: settings.companyName,
      campaigns: campaigns.map((campaign) => ({
        id: campaign.id,
        title: campaign.title,
        hashtag: campaign.hashtag,
        starts_at: campaign.starts_at?.toISOString() ?? null,
        ends_at: campaign.ends_at?.toISOString() ?? null,
        goal: campaign.goal,
        progress: campaign.progress,
      })),
      ...(guidelines !== null && {
        guidelines: guidelines.map((guideline) => ({
          id: guideline.id,
          kind: guideline.kind,
          title: guideline.title,
          body_markdown: guideline.body_markdown,
          version: guideline.version,
          updated_at: guideline.updated_at.toISOString(),
        })),
      }),
    },
    items: items.map((item) => feedItem(item, publicUrl, everything ? (suggested.get(item.id) ?? []) : null)),
  };
}

function feedItem(item: ItemRow, publicUrl: string, suggestions: SuggestionRow[] | null): FeedPayload['items'][number] {
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    summary: item.summary,
    content_text: item.content_text,
    ...(item.media_sha256 !== null && { image: `${publicUrl}/media/${item.media_sha256}.webp` }),
    date_published: toInstant(item.published_at.getTime()),
    date_modified: toInstant(item.updated_at.getTime()),
    ...(item.author !== null && { authors: [{ name: item.author }] }),
    tags: item.tags,
    language: item.language,
    _relais: {
      kind: item.kind,
      pinned: item.pinned,
      ...(item.campaign_id !== null && { campaign: item.campaign_id }),
      reader_url: `${publicUrl}/items/${item.id}?lang=${item.language}`,
      ...(item.image_alt !== null && { image_alt: item.image_alt }),
      ...(suggestions !== null && {
        suggestions: suggestions.map(({ network, language, tone, text }) => ({ network, language, tone, text })),
      }),
    },
  };
}
