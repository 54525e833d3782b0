import { defaultPreferences } from '../../lib/domain/default-preferences.ts';
import type { FeedCard, FeedScreen } from '../../lib/domain/first-screen.ts';

/** A card and a screen as the background would have made them; a test gives only what it is about. */
export function aCard(values: Partial<FeedCard> = {}): FeedCard {
  return {
    id: 'newsroom|heat',
    title: 'Our Roubaix workshop now runs on recovered heat',
    summary: '',
    url: 'https://maison-lumen.example/heat',
    readUrl: null,
    sourceTitle: 'Newsroom',
    kind: 'article',
    publishedAt: Date.now() - 2 * 3_600_000,
    pinned: false,
    unread: true,
    picture: null,
    pictureAlt: '',
    author: null,
    authorTitle: null,
    event: null,
    poll: null,
    job: null,
    tags: [],
    opensAt: null,
    networks: null,
    saved: false,
    followed: null,
    shared: {},
    commented: null,
    commentOn: null,
    openings: [],
    texts: { linkedin: 'Proud of the Roubaix team.', x: 'Proud of the Roubaix team.' },
    ...values,
  };
}

export function aScreen(values: Partial<FeedScreen> = {}): FeedScreen {
  const cards = values.cards ?? [aCard()];
  return {
    companyName: 'Maison Lumen',
    sourceCount: 1,
    failing: [],
    checkedAt: Date.now() - 2 * 60_000,
    itemCount: cards.length,
    unreadCount: cards.filter((card) => card.unread).length,
    savedCount: 0,
    soonCount: 0,
    campaign: null,
    charterPending: false,
    dueCount: 0,
    preferences: defaultPreferences,
    networks: values.preferences?.networks ?? defaultPreferences.networks,
    takes: { linkedin: 'link', x: 'text', bluesky: 'text_with_link' },
    marks: { linkedin: 'M0 0', x: 'M0 0' },
    cards,
    ...values,
  };
}
