import type { Account } from '../../lib/domain/account.ts';
import type { Connection, Participation } from '../../lib/domain/connection.ts';
import type { DirectPost } from '../../lib/domain/direct-post.ts';
import { groupId } from '../../lib/domain/group.ts';
import type { Guideline } from '../../lib/domain/guideline.ts';
import type { Share } from '../../lib/domain/share.ts';
import type { Source } from '../../lib/domain/source.ts';
import type { Delivery, Page, Spot, SpotDraft } from '../../lib/domain/spot.ts';
import type { GroupRow, ItemRow } from '../../lib/storage/db.ts';

/** Stored rows that are whole and plausible; a test gives only what it is about. */
export function aConnection(values: Partial<Connection> = {}): Connection {
  return {
    id: 'lumen',
    kind: 'hub',
    hubUrl: 'https://hub.maison-lumen.example',
    companyName: 'Maison Lumen',
    memberName: 'Camille Renard',
    connectedAt: Date.UTC(2026, 9, 1, 8),
    state: 'active',
    ...values,
  };
}

export function aParticipation(values: Partial<Participation> = {}): Participation {
  return {
    connectionId: 'lumen',
    displayName: 'Camille R.',
    since: Date.UTC(2026, 9, 2, 8),
    state: 'on',
    ...values,
  };
}

export function aSource(values: Partial<Source> = {}): Source {
  return {
    id: 'newsroom',
    kind: 'feed',
    url: 'https://blog.maison-lumen.example/feed.xml',
    title: 'Engineering blog',
    siteUrl: 'https://blog.maison-lumen.example/',
    connectionId: null,
    addedAt: Date.UTC(2026, 9, 1, 9),
    etag: null,
    lastModified: null,
    changedAt: Date.UTC(2026, 10, 21, 9),
    nextPollAt: Date.UTC(2026, 10, 22, 9),
    cursor: null,
    endedAt: null,
    failure: null,
    ...values,
  };
}

export function aGroup(values: Partial<GroupRow> = {}): GroupRow {
  const connectionId = values.connectionId ?? 'lumen';
  const remoteId = values.remoteId ?? 'watch';
  return {
    id: groupId(connectionId, remoteId),
    connectionId,
    remoteId,
    name: 'Lighting watch',
    description: 'What moves in public lighting',
    visibility: 'open',
    memberCount: 214,
    url: null,
    position: 0,
    ...values,
  };
}

export function aPage(values: Partial<Page> = {}): Page {
  return {
    url: 'https://lighting-review.example/dark-sky',
    title: 'Dark-sky friendly lighting explained',
    description: 'What the new draft asks of street lamps.',
    imageUrl: null,
    siteName: 'Lighting Review',
    author: null,
    language: 'en',
    ...values,
  };
}

export function aDraft(values: Partial<SpotDraft> = {}): SpotDraft {
  return {
    id: 'draft-1',
    page: aPage(),
    refusal: null,
    warnings: [],
    quote: null,
    itemId: null,
    createdAt: Date.UTC(2026, 10, 22, 12),
    ...values,
  };
}

export function aSpot(values: Partial<Spot> = {}): Spot {
  return {
    id: 'spot-1',
    page: aPage(),
    quote: null,
    comment: '',
    tags: [],
    itemId: null,
    createdAt: Date.UTC(2026, 10, 22, 12),
    ...values,
  };
}

export function aDelivery(values: Partial<Delivery> = {}): Delivery {
  return {
    id: 'delivery-1',
    spotId: 'spot-1',
    connectionId: 'lumen',
    groupId: 'lumen|watch',
    groupName: 'Lighting watch',
    state: 'queued',
    createdAt: Date.UTC(2026, 10, 22, 12),
    attempts: 0,
    nextAttemptAt: 0,
    settledAt: null,
    failure: null,
    ...values,
  };
}

export function aShare(values: Partial<Share> = {}): Share {
  return {
    id: 'share-1',
    act: 'post',
    network: 'linkedin',
    url: 'https://maison-lumen.example/roubaix',
    title: 'Our Roubaix workshop now runs on recovered heat',
    text: 'Proud of the Roubaix team.',
    itemId: null,
    sourceId: null,
    campaignId: null,
    state: 'opened',
    openedAt: Date.UTC(2026, 10, 22, 10),
    askedAt: null,
    decidedAt: null,
    postUrl: null,
    removedAt: null,
    ...values,
  };
}

export function anAccount(values: Partial<Account> = {}): Account {
  return {
    id: 'bluesky|https://bsky.social|did:plc:camille',
    network: 'bluesky',
    server: 'https://bsky.social',
    handle: 'camille.bsky.social',
    remoteId: 'did:plc:camille',
    maxCharacters: null,
    connectedAt: Date.UTC(2026, 10, 22, 10),
    state: 'active',
    ...values,
  };
}

export function aDirectPost(values: Partial<DirectPost> = {}): DirectPost {
  return {
    id: 'post-1',
    accountId: 'bluesky|https://bsky.social|did:plc:camille',
    network: 'bluesky',
    state: 'queued',
    key: '3lkq2abcdefgh',
    itemId: 'newsroom|heat',
    sourceId: 'newsroom',
    campaignId: null,
    url: 'https://maison-lumen.example/heat',
    title: 'Our Roubaix workshop now runs on recovered heat',
    description: '',
    text: 'Proud of the Roubaix team.',
    imageUrl: null,
    imageAlt: '',
    language: 'en',
    visibility: 'public',
    createdAt: Date.UTC(2026, 10, 22, 10),
    triedAt: null,
    attempts: 0,
    nextAttemptAt: 0,
    failure: null,
    remoteId: null,
    postUrl: null,
    ...values,
  };
}

export function anItem(values: Partial<ItemRow> = {}): ItemRow {
  const id = values.id ?? 'newsroom|heat';
  return {
    id,
    sourceId: 'newsroom',
    externalId: id.split('|').at(-1) ?? id,
    url: `https://maison-lumen.example/${encodeURIComponent(id)}`,
    readUrl: null,
    title: 'Our Roubaix workshop now runs on recovered heat',
    summary: 'It heats itself with what it used to throw away.',
    author: null,
    authorTitle: null,
    imageUrl: null,
    imageAlt: null,
    kind: 'article',
    language: 'en',
    tags: [],
    publishedAt: Date.UTC(2026, 10, 22, 10),
    orderAt: Date.UTC(2026, 10, 22, 10),
    receivedAt: Date.UTC(2026, 10, 22, 11),
    pinned: 0,
    campaignId: null,
    suggestions: [],
    event: null,
    poll: null,
    job: null,
    embargoUntil: null,
    expiresAt: null,
    networks: null,
    audience: null,
    shelf: 'feed',
    shelfUntil: null,
    unread: 1,
    ...values,
  };
}

export function aGuideline(values: Partial<Guideline> = {}): Guideline {
  return {
    id: 'newsroom|charter',
    sourceId: 'newsroom',
    externalId: 'charter',
    kind: 'charter',
    title: 'Ambassador charter',
    body: 'Say that you **work here**.',
    version: '2026-2',
    position: 0,
    updatedAt: null,
    goodExample: null,
    badExample: null,
    roles: [],
    question: null,
    ...values,
  };
}
