import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Account } from '../domain/account.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { StoredCheck } from '../domain/checks/check.ts';
import type { Connection, Participation } from '../domain/connection.ts';
import type { DirectPost } from '../domain/direct-post.ts';
import type { Group } from '../domain/group.ts';
import type { Acknowledgement, Guideline } from '../domain/guideline.ts';
import type { Item } from '../domain/item.ts';
import type { Leaderboard, LeaderboardPeriod } from '../domain/leaderboard.ts';
import type { LinkRules } from '../domain/links/campaign-tags.ts';
import type { NetworkId } from '../domain/network.ts';
import type { StoredRecipe } from '../domain/networks/recipe.ts';
import type { Plan } from '../domain/plan.ts';
import type { Share } from '../domain/share.ts';
import type { ItemMark, Shelf } from '../domain/shelf.ts';
import type { Source } from '../domain/source.ts';
import type { Delivery, Spot, SpotDraft } from '../domain/spot.ts';
import type { Topic } from '../domain/topic.ts';
import { upgradeToVersion2 } from './migrations/002-shelves.ts';

/** An item as stored. `unread` and `pinned` are 0 or 1 because IndexedDB cannot index booleans. */
export type ItemRow = Omit<Item, 'unread' | 'pinned'> & {
  unread: 0 | 1;
  pinned: 0 | 1;
  /** Kept by the background (`shelfOf`), so that a list is one walk of an index whatever is put away. */
  shelf: Shelf;
  /** When time alone may change the shelf; null when it cannot. */
  shelfUntil: number | null;
};

/**
 * A picture fetched once by the background and shown from here; `url` is the item's `imageUrl`. A null
 * `blob` remembers that there was none to be had.
 */
export type PictureRow = {
  url: string;
  blob: Blob | null;
  /** The site could not be read: a permission may be what lacks. */
  isUnreadable?: boolean;
  storedAt: number;
};

/**
 * Never in `storage.local`, which an injected script can read; never in a query, a log or an export. The
 * key is a connection's, an account's, or a sign-in's that waits for its code.
 */
export type SecretRow = { connectionId: string; token: string };

/** A version of a guideline that was shown here, kept so that the next one can be compared with it. */
export type GuidelineVersionRow = {
  guidelineId: string;
  version: string;
  title: string;
  body: string;
  storedAt: number;
};

/** How far this employee is with a card; local, like the journal. */
export type LearningRow = {
  guidelineId: string;
  version: string;
  readAt: number;
  /** The self-check: when it was last answered, and whether rightly. */
  answeredAt: number | null;
  wasRight: boolean;
};

export type GroupRow = Group & { position: number };
/** When this employee last spotted into the group, kept apart because a refresh rewrites `groups`. */
export type GroupUseRow = { groupId: string; lastUsedAt: number; useCount: number };

/**
 * A post that is being written, for one network; the network may be one that this version does not know.
 * `aside` are own words that a proposal took the place of.
 */
export type ShareDraftRow = { itemId: string; network: string; text: string; aside: string | null; savedAt: number };

/** The outbox of the leaderboard: the event exactly as it will leave. */
export type ParticipationEventRow = {
  id: string;
  connectionId: string;
  body: string;
  createdAt: number;
  attempts: number;
  nextAttemptAt: number;
};

export type LeaderboardRow = {
  connectionId: string;
  period: LeaderboardPeriod;
  leaderboard: Leaderboard;
  fetchedAt: number;
};

/** How the addresses of a source's items leave. */
export type LinkRulesRow = LinkRules & { sourceId: string };

/** A short address of a hub for an item on a network, and what was counted at it. */
export type ShortLinkRow = {
  /** `<itemId>|<network>`. */
  id: string;
  connectionId: string;
  itemId: string;
  network: NetworkId;
  /** Made here, and all that can read the visits; stored before it is sent, so that a repeat finds the same link. */
  key: string;
  /** Null until the hub answered. */
  url: string | null;
  createdAt: number;
  visits: number;
};

/** How many colleagues share an item today, as its hub says: in steps, and from a threshold on only. */
export type CrowdRow = {
  itemId: string;
  sourceId: string;
  sharers: number;
  /** When the hub said so: it holds for that day. */
  at: number;
  /** When a quieter time was proposed for it, once; null before. */
  hintedAt: number | null;
};

/** A request with personal content that left this browser, word for word, for the privacy panel. */
export type DepartureRow = {
  id?: number;
  at: number;
  connectionId: string;
  purpose:
    | 'connect'
    | 'spot'
    | 'undo_spot'
    | 'participation'
    | 'disconnect'
    | 'sign_in'
    | 'post'
    | 'delete_post'
    | 'short_link';
  method: string;
  url: string;
  body: string;
};

/**
 * The database of one browser. The background is its only writer; pages read it live through
 * `storage/queries`. A released version is never edited: the next one goes below it.
 */
export class RelaisDb extends Dexie {
  sources!: EntityTable<Source, 'id'>;
  items!: EntityTable<ItemRow, 'id'>;
  pictures!: EntityTable<PictureRow, 'url'>;
  campaigns!: Table<Campaign, [string, string]>;
  guidelines!: EntityTable<Guideline, 'id'>;
  acknowledgements!: EntityTable<Acknowledgement, 'guidelineId'>;
  connections!: EntityTable<Connection, 'id'>;
  secrets!: EntityTable<SecretRow, 'connectionId'>;
  groups!: EntityTable<GroupRow, 'id'>;
  groupUses!: EntityTable<GroupUseRow, 'groupId'>;
  shares!: EntityTable<Share, 'id'>;
  drafts!: EntityTable<SpotDraft, 'id'>;
  spots!: EntityTable<Spot, 'id'>;
  deliveries!: EntityTable<Delivery, 'id'>;
  participations!: EntityTable<Participation, 'connectionId'>;
  participationEvents!: EntityTable<ParticipationEventRow, 'id'>;
  leaderboards!: Table<LeaderboardRow, [string, string]>;
  departures!: EntityTable<DepartureRow, 'id'>;
  topics!: EntityTable<Topic, 'key'>;
  marks!: EntityTable<ItemMark, 'itemId'>;
  guidelineVersions!: Table<GuidelineVersionRow, [string, string]>;
  learning!: EntityTable<LearningRow, 'guidelineId'>;
  checks!: Table<StoredCheck, [string, string]>;
  recipes!: Table<StoredRecipe, [string, string]>;
  linkRules!: EntityTable<LinkRulesRow, 'sourceId'>;
  shortLinks!: EntityTable<ShortLinkRow, 'id'>;
  shareDrafts!: Table<ShareDraftRow, [string, string]>;
  accounts!: EntityTable<Account, 'id'>;
  directPosts!: EntityTable<DirectPost, 'id'>;
  plans!: EntityTable<Plan, 'id'>;
  crowds!: EntityTable<CrowdRow, 'itemId'>;

  constructor(name = 'relais') {
    super(name);
    this.version(1).stores({
      sources: 'id, url',
      items: 'id, sourceId, [pinned+orderAt], unread',
      pictures: 'url, storedAt',
      campaigns: '[sourceId+id]',
      guidelines: 'id, sourceId',
      acknowledgements: 'guidelineId',
      connections: 'id, hubUrl',
      secrets: 'connectionId',
      groups: 'id, connectionId',
      groupUses: 'groupId',
      shares: 'id, openedAt, itemId, state',
      drafts: 'id, createdAt',
      spots: 'id, createdAt, page.url',
      deliveries: 'id, spotId, state, [state+nextAttemptAt], connectionId',
      participations: 'connectionId',
      participationEvents: 'id, connectionId',
      leaderboards: '[connectionId+period]',
      departures: '++id, at',
    });
    this.version(2)
      .stores({
        items: 'id, sourceId, [shelf+pinned+orderAt], [shelf+unread], shelfUntil',
        topics: 'key',
        marks: 'itemId, savedAt',
        guidelineVersions: '[guidelineId+version]',
        learning: 'guidelineId',
        checks: '[sourceId+id]',
        accounts: 'id, network',
        directPosts: 'id, [state+nextAttemptAt], itemId, accountId',
        recipes: '[sourceId+network]',
        plans: 'id, state, itemId',
        crowds: 'itemId, sourceId',
        linkRules: 'sourceId',
        shortLinks: 'id, url, itemId, connectionId',
        shareDrafts: '[itemId+network], itemId, savedAt',
      })
      .upgrade(upgradeToVersion2);
    // A newer Relais in another context wants to upgrade: let go, or it waits for ever.
    this.on('versionchange', () => this.close());
  }
}
