import { networkOfAddress } from '../../lib/domain/comment-network.ts';
import type { FeedCard } from '../../lib/domain/first-screen.ts';
import type { SearchEntry } from '../../lib/storage/queries/search.ts';

/** The card of something found, from what is in memory; the whole one replaces it a moment later. */
export function draftCard(entry: SearchEntry): FeedCard {
  const { id, url, readUrl, kind, publishedAt, opensAt, followed, sourceTitle } = entry;
  return {
    ...{ id, url, readUrl, kind, publishedAt, opensAt, followed, sourceTitle },
    title: entry.heading,
    summary: '',
    pinned: false,
    unread: false,
    picture: null,
    pictureAlt: '',
    author: null,
    authorTitle: null,
    event: null,
    poll: null,
    job: null,
    tags: [],
    networks: null,
    saved: false,
    shared: {},
    commented: null,
    commentOn: kind === 'engage' ? networkOfAddress(url ?? readUrl) : null,
    openings: [],
    texts: {},
  };
}
