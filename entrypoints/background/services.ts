import { findSources } from '../../lib/adapters/feeds/discover.ts';
import { fetchDocument } from '../../lib/adapters/feeds/fetch-source.ts';
import { readOpml, writeOpml } from '../../lib/adapters/feeds/opml.ts';
import { parseFeed } from '../../lib/adapters/feeds/parse-feed.ts';
import { createHttpClient } from '../../lib/adapters/http/client.ts';
import { createHubClient } from '../../lib/adapters/hub/hub-client.ts';
import { createConnectionService } from '../../lib/services/connection-service.ts';
import { createDailyPickService } from '../../lib/services/daily-pick-service.ts';
import { createDataService } from '../../lib/services/data-service.ts';
import { createDigestService, type DigestContent } from '../../lib/services/digest-service.ts';
import { createFirstScreenService } from '../../lib/services/first-screen-service.ts';
import { createLearningService } from '../../lib/services/learning-service.ts';
import { createOpmlService } from '../../lib/services/opml-service.ts';
import { createOutboxService } from '../../lib/services/outbox-service.ts';
import { createParticipationService } from '../../lib/services/participation-service.ts';
import { createPictureService } from '../../lib/services/picture-service.ts';
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
  hasHostAccess: (url: string) => Promise<boolean>;
  forgetPermissions: () => Promise<void>;
  canNotify: () => Promise<boolean>;
  isFeedOpen: () => Promise<boolean>;
  showDigest: (content: DigestContent) => Promise<void>;
  openComposerWindow: (url: string, size: { width: number; height: number }) => Promise<number | null>;
  openTab: (url: string) => Promise<number | null>;
  openAskWindow: (shareId: string) => Promise<void>;
  openSpotWindow: (draftId: string) => Promise<void>;
  showUnreadCount: (count: number) => Promise<void>;
  shrinkPicture: (bytes: Uint8Array) => Promise<Blob | null>;
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
    onUndone: participation.spotUndone,
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
  const shares = createShareService({ ...platform, onDecided: participation.shareDecided });
  const spots = createSpotService({ ...platform, drain: () => inBackground(outbox.drain(), 'outbox') });
  const data = createDataService({ ...platform, disconnectHub: connections.disconnectHub });
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
    spots,
    data,
    digest,
    learning,
    firstScreen,
  };
}
