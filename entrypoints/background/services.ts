import { findSources } from '../../lib/adapters/feeds/discover.ts';
import { fetchDocument } from '../../lib/adapters/feeds/fetch-source.ts';
import { readOpml, writeOpml } from '../../lib/adapters/feeds/opml.ts';
import { parseFeed } from '../../lib/adapters/feeds/parse-feed.ts';
import { createHttpClient } from '../../lib/adapters/http/client.ts';
import { createHubClient } from '../../lib/adapters/hub/hub-client.ts';
import { createBlueskyClient } from '../../lib/adapters/networks/bluesky/bluesky-client.ts';
import { createMastodonClient } from '../../lib/adapters/networks/mastodon/mastodon-client.ts';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { createAccountService } from '../../lib/services/account-service.ts';
import { createConnectionService } from '../../lib/services/connection-service.ts';
import { createDailyPickService } from '../../lib/services/daily-pick-service.ts';
import { createDataService } from '../../lib/services/data-service.ts';
import { createDigestService, type DigestContent } from '../../lib/services/digest-service.ts';
import { createDirectPostService } from '../../lib/services/direct-post-service.ts';
import { createDraftService } from '../../lib/services/draft-service.ts';
import { createFirstScreenService } from '../../lib/services/first-screen-service.ts';
import { createInstanceService } from '../../lib/services/instance-service.ts';
import { createItemFinder } from '../../lib/services/item-finder.ts';
import { createJournalService } from '../../lib/services/journal-service.ts';
import { createLearningService } from '../../lib/services/learning-service.ts';
import { createLinkService } from '../../lib/services/link-service.ts';
import { createOpmlService } from '../../lib/services/opml-service.ts';
import { createOutboxService } from '../../lib/services/outbox-service.ts';
import { createParticipationService } from '../../lib/services/participation-service.ts';
import { createPictureService } from '../../lib/services/picture-service.ts';
import { createPlanService, type Reminder } from '../../lib/services/plan-service.ts';
import { createShareService } from '../../lib/services/share-service.ts';
import { createShelfService } from '../../lib/services/shelf-service.ts';
import { createSourceService } from '../../lib/services/source-service.ts';
import { createSpotService } from '../../lib/services/spot-service.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';

/** What the browser lends to the use cases; tests lend something else. */
export type Platform = {
  db: RelaisDb;
  fetch: typeof globalThis.fetch;
  now: () => number;
  random: () => number;
  newId: () => string;
  language: string;
  deviceName: string;
  isOnline: () => boolean;
  withLock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  scheduleDrain: (at: number) => Promise<void>;
  schedulePoll: (at: number) => Promise<void>;
  scheduleShelves: (at: number | null) => Promise<void>;
  schedulePlans: (at: number | null) => Promise<void>;
  hasHostAccess: (url: string) => Promise<boolean>;
  forgetPermissions: () => Promise<void>;
  canNotify: () => Promise<boolean>;
  isFeedOpen: () => Promise<boolean>;
  showDigest: (content: DigestContent) => Promise<void>;
  showReminder: (reminder: Reminder) => Promise<void>;
  openPlanComposer: (itemId: string, network: NetworkId) => Promise<void>;
  openFeed: () => Promise<void>;
  openComposerWindow: (url: string, size: { width: number; height: number }) => Promise<number | null>;
  openHandoverWindow: (shareId: string, size: { width: number; height: number }) => Promise<number | null>;
  openTab: (url: string) => Promise<number | null>;
  openAskWindow: (shareId: string) => Promise<void>;
  openSpotWindow: (draftId: string) => Promise<void>;
  showUnreadCount: (count: number, isDue: boolean) => Promise<void>;
  shrinkPicture: (bytes: Uint8Array) => Promise<Blob | null>;
  fitPicture: (bytes: Uint8Array) => Promise<Blob | null>;
  randomBytes: (length: number) => Uint8Array;
  wait: (ms: number) => Promise<void>;
  report: (error: unknown, where: string) => void;
};

export type Services = ReturnType<typeof createServices>;

/** Puts the use cases together; whoever needs another's help is handed a function, never the service. */
export function createServices(platform: Platform) {
  const { report } = platform;
  const http = createHttpClient({ fetch: platform.fetch });
  const hubClient = createHubClient({ http });
  const inBackground = (work: Promise<unknown>, where: string) => {
    work.catch((error) => report(error, where));
  };

  const pictures = createPictureService({ ...platform, http });
  const shelves = createShelfService(platform);
  const dailyPick = createDailyPickService(platform);
  const participation = createParticipationService({ ...platform, hubClient });
  const outbox = createOutboxService({
    ...platform,
    hubClient,
    onDelivered: participation.spotDelivered,
    onUndone: async (delivery) => {
      await participation.spotUndone(delivery);
      await journal.finishErasing(delivery.spotId);
    },
  });
  const sources = createSourceService({
    ...platform,
    http,
    fetchDocument,
    parseFeed,
    findSources,
    describeHub: hubClient.describe,
    onChanged: () => {
      inBackground(pictures.fetchMissing(), 'pictures');
      inBackground(shelves.reshelve(), 'shelves');
    },
  });
  const opml = createOpmlService({ ...platform, readOpml, writeOpml });
  const connections = createConnectionService({
    ...platform,
    hubClient,
    refreshSource: sources.refreshSource,
    onConnected: () => inBackground(outbox.hurry(), 'outbox'),
  });
  const links = createLinkService({ ...platform, hubClient });
  const shares = createShareService({
    ...platform,
    sharedUrlOf: links.sharedUrlOf,
    onDecided: participation.shareDecided,
  });
  const instances = createInstanceService({ ...platform, http });
  const bluesky = createBlueskyClient({ ...platform, http });
  const mastodon = createMastodonClient({ ...platform, http });
  const accounts = createAccountService({ ...platform, bluesky, mastodon, isAnswering: http.isAnswering });
  const directPosts = createDirectPostService({
    ...platform,
    http,
    clients: { bluesky, mastodon },
    admitPost: shares.admitPost,
    sharedUrlOf: links.sharedUrlOf,
    onDecided: participation.shareDecided,
  });
  const plans = createPlanService({ ...platform, publishPost: directPosts.publishPost });
  const drafts = createDraftService(platform);
  const finder = createItemFinder(platform);
  const spots = createSpotService({ ...platform, drain: () => inBackground(outbox.drain(), 'outbox') });
  const journal = createJournalService({ ...platform, undoSpot: spots.undoSpot, deletePost: directPosts.deletePost });
  const data = createDataService({
    ...platform,
    disconnectHub: connections.disconnectHub,
    disconnectAccounts: accounts.disconnectAll,
  });
  const digest = createDigestService(platform);
  const learning = createLearningService(platform);
  const firstScreen = createFirstScreenService(platform);
  return {
    pictures,
    shelves,
    dailyPick,
    participation,
    outbox,
    sources,
    opml,
    connections,
    shares,
    accounts,
    directPosts,
    instances,
    plans,
    drafts,
    finder,
    spots,
    links,
    journal,
    data,
    digest,
    learning,
    firstScreen,
  };
}
