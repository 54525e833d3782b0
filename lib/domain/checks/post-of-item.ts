import type { Campaign } from '../campaign.ts';
import type { Item } from '../item.ts';
import type { CheckedPost } from './checked-post.ts';
import { foldTerm } from './folded-text.ts';

type CheckedItem = Pick<
  Item,
  | 'url'
  | 'title'
  | 'summary'
  | 'tags'
  | 'kind'
  | 'campaignId'
  | 'suggestions'
  | 'imageUrl'
  | 'imageAlt'
  | 'networks'
  | 'embargoUntil'
  | 'expiresAt'
>;

type Writing = {
  text: string;
  network: string;
  campaign: Pick<Campaign, 'title' | 'hashtag'> | null;
  /** The language of the interface. */
  language: string;
  country: string | null;
  now: number;
};

/** An item about to be shared, as checks see it: the composer and the background ask the same question. */
export function postOfItem(
  item: CheckedItem,
  { text, network, campaign, language, country, now }: Writing,
): CheckedPost {
  return {
    text,
    url: item.url,
    network,
    language: writtenLanguage(text, item.suggestions, language),
    readerLanguage: language,
    country,
    kind: item.kind,
    campaignId: item.campaignId,
    proposals: [item.title, ...item.suggestions.map((suggestion) => suggestion.text)],
    picture: item.imageUrl === null ? null : { alt: item.imageAlt },
    networks: item.networks,
    embargoUntil: item.embargoUntil,
    expiresAt: item.expiresAt,
    spellings: campaign?.hashtag ? [campaign.hashtag] : [],
    vocabulary: [item.title, item.summary, ...item.tags, campaign?.title ?? ''],
    now,
  };
}

/**
 * The language a text seems to be in: that of the proposal it still shares half of its words with,
 * else the interface's. A guess is enough: it chooses words, and which advice applies.
 */
export function writtenLanguage(text: string, suggestions: Item['suggestions'], fallback: string): string {
  const words = wordSet(text);
  let best = { language: fallback, share: 0.5 };
  for (const { language, text: proposal } of suggestions) {
    const proposed = wordSet(proposal);
    const common = [...words].filter((word) => proposed.has(word)).length;
    const share = words.size === 0 ? 0 : common / words.size;
    if (share >= best.share && language !== 'und') best = { language, share: share + Number.EPSILON };
  }
  return best.language;
}

function wordSet(text: string): Set<string> {
  return new Set((text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(foldTerm));
}
