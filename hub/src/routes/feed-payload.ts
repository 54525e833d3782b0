import type { FeedGuidelinePayload, FeedItemRelaisPayload, FeedPayload } from '../../../lib/contract/feed.ts';
import type { CampaignRow } from '../db/queries/campaigns.ts';
import type { CheckRow, GuidelineRow } from '../db/queries/guidelines.ts';
import type { ItemRow, SuggestionRow } from '../db/queries/items.ts';

type Campaigns = NonNullable<FeedPayload['_relais']['campaigns']>;

export function feedCampaign(campaign: CampaignRow): Campaigns[number] {
  return {
    id: campaign.id,
    title: campaign.title,
    hashtag: campaign.hashtag,
    starts_at: campaign.starts_at?.toISOString() ?? null,
    ends_at: campaign.ends_at?.toISOString() ?? null,
    goal: campaign.goal,
    progress: campaign.progress,
  };
}

export function feedGuideline(guideline: GuidelineRow): FeedGuidelinePayload {
  return {
    id: guideline.id,
    kind: guideline.kind,
    title: guideline.title,
    body_markdown: guideline.body_markdown,
    version: guideline.version,
    updated_at: guideline.updated_at.toISOString(),
    good_example: guideline.good_example,
    bad_example: guideline.bad_example,
    roles: guideline.roles,
    question: guideline.question,
  };
}

export function feedCheck({ id, level, rule, scope, examples, help }: CheckRow) {
  return {
    id,
    level,
    ...(help !== null && { help }),
    ...(rule !== null && { rule }),
    ...(scope !== null && { scope }),
    ...(examples !== null && { examples }),
  };
}

/** `suggestions` null leaves them out: the public part of the feed has none. */
export function feedItem(
  item: ItemRow,
  publicUrl: string,
  suggestions: SuggestionRow[] | null,
): FeedPayload['items'][number] {
  const page = `${publicUrl}/items/${item.id}?lang=${item.language}`;
  const picture = item.small_sha256 ?? item.media_sha256;
  return {
    id: item.id,
    url: item.url ?? page,
    title: item.title,
    summary: item.summary,
    content_text: item.content_text,
    ...(picture !== null && { image: `${publicUrl}/media/${picture}.webp` }),
    date_published: item.released_at.toISOString(),
    date_modified: item.updated_at.toISOString(),
    ...(item.author !== null && { authors: [{ name: item.author }] }),
    tags: item.tags,
    language: item.language,
    _relais: {
      kind: item.kind,
      pinned: item.pinned,
      ...(item.campaign_id !== null && { campaign: item.campaign_id }),
      // The page is public: it is there when the item is.
      ...(item.is_public && { reader_url: page }),
      ...(item.image_alt !== null && { image_alt: item.image_alt }),
      ...detailsOf(item),
      ...conditionsOf(item),
      ...(suggestions !== null && {
        suggestions: suggestions.map(({ network, language, tone, text }) => ({ network, language, tone, text })),
      }),
    },
  };
}

/** What only some kinds have. */
function detailsOf(item: ItemRow): FeedItemRelaisPayload {
  const isJob = item.job_place !== null || item.job_contract !== null;
  return {
    ...(item.author_title !== null && { author_title: item.author_title }),
    ...(item.event_starts_at !== null && {
      event: {
        starts_at: item.event_starts_at.toISOString(),
        ends_at: item.event_ends_at?.toISOString() ?? null,
        place: item.event_place,
      },
    }),
    ...(item.poll_choices !== null && {
      poll: { choices: item.poll_choices, closes_at: item.poll_closes_at?.toISOString() ?? null },
    }),
    ...(isJob && { job: { place: item.job_place, contract: item.job_contract } }),
  };
}

/** When, where and by whom it may be shared. */
function conditionsOf(item: ItemRow): FeedItemRelaisPayload {
  const { audience_roles: roles, audience_countries: countries, audience_languages: languages } = item;
  const isForSome = roles.length + countries.length + languages.length > 0;
  return {
    ...(item.embargo_until !== null && { embargo_until: item.embargo_until.toISOString() }),
    ...(item.expires_at !== null && { expires_at: item.expires_at.toISOString() }),
    ...(item.networks !== null && { networks: item.networks }),
    ...(isForSome && { audience: { roles, countries, languages } }),
  };
}
