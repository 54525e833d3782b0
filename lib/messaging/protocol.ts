import { z } from 'zod';
import { directNetworkIdSchema } from '../domain/account.ts';
import { visibilitySchema } from '../domain/direct-post.ts';
import { errorCodes } from '../domain/errors.ts';
import { leaderboardPeriods } from '../domain/leaderboard.ts';
import { networkIdSchema } from '../domain/network.ts';
import { planModeSchema } from '../domain/plan.ts';
import { mastodonInstanceSchema, preferencesPatchSchema } from '../domain/preferences.ts';
import { decisionSchema } from '../domain/share.ts';
import { topicStanceSchema } from '../domain/topic.ts';

/**
 * The whole surface between pages and the background: one entry per command. Pages are the only
 * senders; there is no content script. Every value is JSON-safe. Failures come back as coded errors.
 */
const empty = z.object({});
const done = z.object({});
const signedIn = z.object({ accountId: z.string(), handle: z.string() });
const publishOutcome = z.object({
  shareId: z.string(),
  /** `refused` is parked with its text; `waiting` goes on by itself. */
  outcome: z.enum(['published', 'waiting', 'refused']),
  postUrl: z.string().nullable(),
  failure: z.enum(errorCodes).nullable(),
});

export const protocol = {
  /** Asks the hub what an invitation link is worth, before anything is created. */
  previewInvitation: {
    input: z.object({ invitationUrl: z.string().max(2048) }),
    output: z.object({ companyName: z.string(), hubUrl: z.string(), expiresAt: z.number() }),
  },
  /** Redeems an invitation: stores the connection, adds the hub's feed, reads feed and groups. */
  connectHub: {
    input: z.object({ invitationUrl: z.string().max(2048), displayName: z.string().max(60) }),
    output: z.object({ connectionId: z.string(), companyName: z.string() }),
  },
  /** Revokes the token on the hub and forgets it here; the journal stays. */
  disconnectHub: { input: z.object({ connectionId: z.string() }), output: done },
  /** What an address offers: a feed itself, a hub, or the feeds a page announces. */
  findSources: {
    input: z.object({ address: z.string().max(2048) }),
    output: z.object({
      candidates: z.array(z.object({ kind: z.enum(['hub', 'feed']), url: z.string(), title: z.string() })),
    }),
  },
  addSource: { input: z.object({ url: z.string().max(2048) }), output: z.object({ sourceId: z.string() }) },
  removeSource: { input: z.object({ sourceId: z.string() }), output: done },
  /** What an OPML document lists, without reading any of it: the page adds each by `addSource`. */
  importOpml: {
    input: z.object({ opml: z.string().max(2_000_000) }),
    output: z.object({
      feeds: z.array(z.object({ title: z.string(), url: z.string(), known: z.boolean() })),
      refused: z.array(z.object({ title: z.string(), address: z.string() })),
      leftOff: z.number(),
    }),
  },
  exportOpml: { input: empty, output: z.object({ opml: z.string() }) },
  /** Polls one source, or all, now. Failures are written on the sources, not thrown. */
  refreshSources: { input: z.object({ sourceId: z.string().nullable() }), output: done },
  markItemsSeen: { input: z.object({ itemIds: z.array(z.string()).max(1000) }), output: done },
  markAllSeen: { input: empty, output: done },
  /** What an employee decides of one item; what is absent stays as it is. */
  setItemMark: {
    input: z.object({
      itemId: z.string(),
      saved: z.boolean().optional(),
      hidden: z.boolean().optional(),
      snoozedUntil: z.number().nullable().optional(),
    }),
    output: done,
  },
  /** Follows or mutes a topic, or forgets it (null). */
  setTopic: {
    input: z.object({ label: z.string().max(200), stance: topicStanceSchema.nullable() }),
    output: done,
  },
  /** The items of today, picked at the first asking of the day, in order. */
  pickToday: { input: empty, output: z.object({ itemIds: z.array(z.string()) }) },
  /** Writes the share as `opened`, then opens the network's composer. */
  startShare: {
    input: z.object({
      itemId: z.string(),
      network: networkIdSchema,
      text: z.string().max(20_000),
      /** The address that the page showed, or put on the clipboard; absent for the one that is due. */
      address: z.string().max(2048).optional(),
      /** The employee read the warnings of the checks and shares all the same. */
      warningsSeen: z.boolean().optional(),
    }),
    output: z.object({ shareId: z.string() }),
  },
  /** Opens the composer of a share once more. */
  reopenShare: { input: z.object({ shareId: z.string() }), output: done },
  /** Checks where the Mastodon account is, and keeps it with that server's limits; null forgets it. */
  setInstance: {
    input: z.object({ address: z.string().max(500).nullable() }),
    output: z.object({ instance: mastodonInstanceSchema.nullable() }),
  },
  /** Keeps what is being written for one network; the network may be one that this version does not know. */
  saveDraft: {
    input: z.object({
      itemId: z.string(),
      network: z.string().max(40),
      text: z.string().max(20_000),
      /** Own words that a proposal took the place of. */
      aside: z.string().max(20_000).nullable(),
    }),
    output: done,
  },
  discardDraft: { input: z.object({ itemId: z.string(), network: z.string().max(40) }), output: done },
  /** Opens the composer in a window of its own, which stays while networks open one after the other. */
  openComposer: {
    input: z.object({
      itemId: z.string(),
      networks: z.array(networkIdSchema).max(20),
      /** With the first network ready to be opened, the texts being written. */
      startsRound: z.boolean().optional(),
    }),
    output: done,
  },
  /** Signs in to Bluesky by an app password, which is not kept. `server` null is Bluesky's own. */
  signInBluesky: {
    input: z.object({
      handle: z.string().max(300),
      appPassword: z.string().max(100),
      server: z.string().max(300).nullable(),
    }),
    output: signedIn,
  },
  /** Registers with an instance and opens its page, where the person agrees and is shown a code. */
  startMastodonSignIn: {
    input: z.object({ server: z.string().max(300) }),
    output: z.object({ server: z.string() }),
  },
  /** `server` is the origin that the start answered. */
  finishMastodonSignIn: {
    input: z.object({ server: z.string().max(300), code: z.string().max(500) }),
    output: signedIn,
  },
  /** Makes a network's sign-in worthless there and forgets it here; shares stay, in the journal and online. */
  disconnectAccount: { input: z.object({ accountId: z.string() }), output: done },
  /** Publishes by the person's own account. Answers once the network did, or once it is known that it must wait. */
  publishPost: {
    input: z.object({
      itemId: z.string(),
      accountId: z.string(),
      /** The account's. */
      network: directNetworkIdSchema,
      text: z.string().max(20_000),
      language: z.string().max(10).optional(),
      withPicture: z.boolean(),
      pictureAlt: z.string().max(1500),
      visibility: visibilitySchema,
      warningsSeen: z.boolean().optional(),
    }),
    output: publishOutcome,
  },
  /** Sends again what waits or was refused, under the key it has: no second post. */
  retryPost: {
    input: z.object({ shareId: z.string(), withoutPicture: z.boolean().optional() }),
    output: publishOutcome,
  },
  /** Lets go of a post that is not on its way; `isOnline` when its person saw it there. */
  discardPost: { input: z.object({ shareId: z.string(), isOnline: z.boolean() }), output: done },
  /** Takes down what Relais published; the share is then `dismissed`, with `removedAt`. */
  deletePost: { input: z.object({ shareId: z.string() }), output: done },
  /**
   * Puts a share off, its words kept with it. One for each item and network: a second one takes the place of
   * the first. `at` null is the next free slot of the person's queue; `accountId` is who posts, null to remind.
   */
  planShare: {
    input: z.object({
      /** Made by the page, so that the way back needs no answer. */
      planId: z.string().max(100),
      itemId: z.string(),
      network: networkIdSchema,
      text: z.string().max(20_000),
      at: z.number().nullable(),
      mode: planModeSchema,
      accountId: z.string().nullable(),
    }),
    output: z.object({ planId: z.string(), at: z.number() }),
  },
  /** Another time for a plan; null is the next free slot. */
  movePlan: {
    input: z.object({ planId: z.string(), at: z.number().nullable() }),
    output: z.object({ at: z.number() }),
  },
  /** Cancels a plan, or takes that back. */
  cancelPlan: { input: z.object({ planId: z.string(), isCancelled: z.boolean() }), output: done },
  /** Opens the composer in its window, with the plan's words. */
  openPlan: { input: z.object({ planId: z.string() }), output: done },
  /** The proposal of a quieter time was answered, and is not made again for this item. */
  dismissCrowdHint: { input: z.object({ itemId: z.string() }), output: done },
  /** Writes a comment as an `opened` share, then opens the company's post in a tab. */
  startComment: {
    input: z.object({ itemId: z.string(), text: z.string().max(20_000) }),
    output: z.object({ shareId: z.string() }),
  },
  /** The employee's word on an opened share, from the question or from the journal. */
  decideShare: {
    input: z.object({ shareId: z.string(), state: decisionSchema }),
    output: done,
  },
  /** Has the item's hub make a short address for a network, where the company wants one; quiet when it cannot. */
  prepareLink: { input: z.object({ itemId: z.string(), network: networkIdSchema }), output: done },
  /** Asks the hubs what was counted at the short addresses of this journal. */
  refreshVisits: { input: empty, output: done },
  /** Every act as a file of one's own. */
  exportJournal: {
    input: z.object({ format: z.enum(['json', 'csv']) }),
    output: z.object({ content: z.string(), count: z.number() }),
  },
  /** Reads a journal's file; writes what is new in it only when `apply` is set. */
  importJournal: {
    input: z.object({ content: z.string().max(30_000_000), apply: z.boolean() }),
    output: z.object({
      added: z.number(),
      known: z.number(),
      refused: z.number(),
      refusals: z.array(z.object({ row: z.number(), field: z.string() })),
    }),
  },
  /** Forgets one act in this browser; `takeBack` also takes it back where it went. */
  eraseEntry: {
    input: z.object({ table: z.enum(['share', 'spot']), id: z.string(), takeBack: z.boolean() }),
    output: done,
  },
  /** Captures the active tab and opens the spot window. Works after a click on Relais only (`activeTab`). */
  spotActiveTab: { input: empty, output: z.object({ draftId: z.string() }) },
  /** Opens the spot window on an item's page, from what the feed said of it. */
  spotItem: { input: z.object({ itemId: z.string() }), output: z.object({ draftId: z.string() }) },
  /** Writes the spot and one outbox row per group, then sends. Answers once written, not once sent. */
  sendSpot: {
    input: z.object({
      draftId: z.string(),
      title: z.string().max(300),
      comment: z.string().max(5000),
      quote: z.string().max(5000).nullable(),
      tags: z.array(z.string().max(50)).max(20),
      groupIds: z.array(z.string()).min(1).max(50),
    }),
    output: z.object({ spotId: z.string() }),
  },
  undoSpot: { input: z.object({ spotId: z.string() }), output: done },
  retryDelivery: { input: z.object({ deliveryId: z.string() }), output: done },
  discardDelivery: { input: z.object({ deliveryId: z.string() }), output: done },
  refreshGroups: { input: empty, output: done },
  acknowledgeCharter: { input: z.object({ guidelineId: z.string(), version: z.string() }), output: done },
  /** The card was read to its end, in this version, which is kept to show what the next one changes. */
  noteGuidelineRead: { input: z.object({ guidelineId: z.string(), version: z.string() }), output: done },
  /** The answer to a card's self-check, by the index of the choice; it counts as read as well. */
  answerQuestion: {
    input: z.object({ guidelineId: z.string(), version: z.string(), choice: z.number().int().nonnegative() }),
    output: done,
  },
  /** The newcomer's gestures are not shown again in this browser. */
  dismissFirstWeek: { input: empty, output: done },
  /** The requests that would leave on joining and on the next act, word for word. Sends nothing. */
  previewParticipation: {
    input: z.object({ connectionId: z.string(), displayName: z.string().max(60) }),
    output: z.object({
      requests: z.array(z.object({ method: z.string(), url: z.string(), body: z.string() })),
    }),
  },
  joinLeaderboard: {
    input: z.object({ connectionId: z.string(), displayName: z.string().max(60) }),
    output: done,
  },
  /** Removes every row on the hub; stays `leaving`, and is retried, until the hub confirmed. */
  leaveLeaderboard: { input: z.object({ connectionId: z.string() }), output: done },
  refreshLeaderboard: {
    input: z.object({ connectionId: z.string(), period: z.enum(leaderboardPeriods) }),
    output: done,
  },
  setPreferences: { input: preferencesPatchSchema, output: done },
  /** Everything stored about this person, without secrets, as one JSON document. */
  exportData: { input: empty, output: z.object({ json: z.string() }) },
  /** Empties the database and the settings of this browser, after revoking the tokens. */
  eraseData: { input: empty, output: done },
  /** Proves that the background answers; the boot id changes each time it starts. */
  ping: { input: empty, output: z.object({ bootId: z.string() }) },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type Protocol = typeof protocol;
export type MessageName = keyof Protocol;
export type MessageInput<N extends MessageName> = z.infer<Protocol[N]['input']>;
export type MessageOutput<N extends MessageName> = z.infer<Protocol[N]['output']>;
