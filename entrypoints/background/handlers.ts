import type { NetworkId } from '../../lib/domain/network-ids.ts';
import type { Handlers } from '../../lib/messaging/handle.ts';
import { asStorageError } from '../../lib/storage/errors.ts';
import { readPreferences, writePreferences } from '../../lib/storage/settings.ts';
import type { Services } from './services.ts';

type Gestures = {
  spotActiveTab: () => Promise<{ draftId: string }>;
  spotItem: (itemId: string) => Promise<{ draftId: string }>;
  openComposer: (itemId: string, networks: NetworkId[], options: { startsRound: boolean }) => Promise<void>;
};

/** One handler per message of the protocol: each names the use case that answers, nothing more. */
export function createHandlers(services: Services, gestures: Gestures, bootId: string): Handlers {
  const {
    connections,
    learning,
    sources,
    opml,
    shelves,
    dailyPick,
    shares,
    accounts,
    directPosts,
    instances,
    plans,
    drafts,
    links,
    journal,
    spots,
    outbox,
    participation,
    data,
    firstScreen,
  } = services;
  return withStorageErrors({
    previewInvitation: (input) => connections.previewInvitation(input),
    connectHub: (input) => connections.connectHub(input),
    disconnectHub: ({ connectionId }) => done(connections.disconnectHub(connectionId)),
    findSources: ({ address }) => sources.findSourcesAt(address),
    addSource: ({ url }) => sources.addSource(url),
    removeSource: ({ sourceId }) => done(sources.removeSource(sourceId)),
    importOpml: (input) => opml.importOpml(input),
    exportOpml: () => opml.exportOpml(),
    refreshSources: async ({ sourceId }) => {
      await (sourceId === null ? sources.refreshAll() : sources.refreshSource(sourceId));
      await firstScreen.refresh();
      // Someone who asks for news is online and there: what waits need not wait for its alarm.
      void outbox.hurry();
      return {};
    },
    markItemsSeen: ({ itemIds }) => done(sources.markItemsSeen(itemIds)),
    markAllSeen: () => done(sources.markAllSeen()),
    setItemMark: (input) => done(shelves.setItemMark(input)),
    setTopic: (input) => done(shelves.setTopic(input)),
    pickToday: () => dailyPick.pickToday(),
    startShare: async (input) => {
      const started = await shares.startShare(input);
      await drafts.discardDraft(input);
      await plans.noteShared(input);
      return started;
    },
    reopenShare: (input) => done(shares.reopenShare(input)),
    setInstance: async (input) => {
      const kept = await instances.setInstance(input);
      await firstScreen.refresh();
      return kept;
    },
    saveDraft: (input) => done(drafts.saveDraft(input)),
    discardDraft: (input) => done(drafts.discardDraft(input)),
    signInBluesky: (input) => accounts.signInBluesky(input),
    startMastodonSignIn: (input) => accounts.startMastodonSignIn(input),
    finishMastodonSignIn: (input) => accounts.finishMastodonSignIn(input),
    disconnectAccount: ({ accountId }) => done(accounts.disconnectAccount(accountId)),
    publishPost: async (input) => {
      const published = await directPosts.publishPost(input);
      // What waits keeps its own text; what was refused is still being written.
      if (published.outcome !== 'refused') {
        await drafts.discardDraft({ itemId: input.itemId, network: input.network });
        await plans.noteShared(input);
      }
      return published;
    },
    retryPost: (input) => directPosts.retryPost(input),
    discardPost: (input) => done(directPosts.discardPost(input)),
    deletePost: ({ shareId }) => done(directPosts.deletePost(shareId)),
    openComposer: ({ itemId, networks, startsRound }) =>
      done(gestures.openComposer(itemId, networks, { startsRound: startsRound ?? false })),
    planShare: async (input) => {
      const planned = await plans.planShare(input);
      // The words are kept with the plan.
      await drafts.discardDraft(input);
      return planned;
    },
    movePlan: (input) => plans.movePlan(input),
    cancelPlan: async (input) => {
      await plans.cancelPlan(input);
      await drafts.planDecided(input.planId);
      return {};
    },
    openPlan: (input) => done(plans.openPlan(input)),
    dismissCrowdHint: (input) => done(plans.dismissCrowdHint(input)),
    startComment: (input) => shares.startComment(input),
    decideShare: async (input) => {
      await shares.decideShare(input);
      await drafts.shareDecided(input.shareId);
      return {};
    },
    prepareLink: (input) => done(links.prepareLink(input)),
    refreshVisits: () => done(links.refreshVisits()),
    exportJournal: (input) => journal.exportJournal(input),
    importJournal: (input) => journal.importJournal(input),
    eraseEntry: (input) => done(journal.eraseEntry(input)),
    spotActiveTab: () => gestures.spotActiveTab(),
    spotItem: ({ itemId }) => gestures.spotItem(itemId),
    sendSpot: (input) => spots.sendSpot(input),
    undoSpot: ({ spotId }) => done(spots.undoSpot(spotId)),
    retryDelivery: ({ deliveryId }) => done(spots.retryDelivery(deliveryId)),
    discardDelivery: ({ deliveryId }) => done(spots.discardDelivery(deliveryId)),
    refreshGroups: () => done(connections.refreshGroups()),
    acknowledgeCharter: (input) => done(sources.acknowledgeCharter(input)),
    noteGuidelineRead: (input) => done(learning.noteGuidelineRead(input)),
    answerQuestion: (input) => done(learning.answerQuestion(input)),
    dismissFirstWeek: () => done(learning.dismissFirstWeek()),
    previewParticipation: (input) => participation.previewParticipation(input),
    joinLeaderboard: (input) => done(participation.joinLeaderboard(input)),
    leaveLeaderboard: ({ connectionId }) => done(participation.leaveLeaderboard(connectionId)),
    refreshLeaderboard: (input) => done(participation.refreshLeaderboard(input)),
    setPreferences: async (patch) => {
      await writePreferences({ ...(await readPreferences()), ...patch });
      await shelves.wakeUp();
      await firstScreen.refresh();
      return {};
    },
    exportData: () => data.exportData(),
    eraseData: async () => {
      await data.eraseData();
      await firstScreen.refresh();
      return {};
    },
    ping: async () => ({ bootId }),
  });
}

/** The answer of a command that has nothing to tell but that it is done. */
async function done(work: Promise<void>): Promise<Record<string, never>> {
  await work;
  return {};
}

/** Every handler may meet a full disk or a newer database; both reach the page under their own code. */
function withStorageErrors(handlers: Handlers): Handlers {
  const wrapped = Object.entries(handlers).map(([name, handler]) => [
    name,
    async (input: never) => {
      try {
        return await (handler as (input: never) => Promise<unknown>)(input);
      } catch (error) {
        throw asStorageError(error);
      }
    },
  ]);
  return Object.fromEntries(wrapped) as Handlers;
}
