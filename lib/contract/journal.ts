import { z } from 'zod';
import { networkIdSchema } from '../domain/network.ts';
import { type Share, shareStates } from '../domain/share.ts';
import { type Delivery, deliveryStates, type Spot } from '../domain/spot.ts';
import { fromInstant, instantPayload, toInstant } from './instant.ts';

/**
 * The journal as a file of one's own: one entry for each act, the same in JSON and in the columns of a
 * table. It is read back row by row, since it may have been through a spreadsheet and other hands.
 */
export const journalVersion = 1;
export const entryLimit = 20_000;
/** About what twenty thousand acts with long texts take. */
export const journalCharacterLimit = 30_000_000;

const id = z.string().min(1).max(100);
const reference = z.string().max(5000).nullable();
const address = z.url({ protocol: /^https?$/ }).max(2048);
const words = z.string().max(20_000);

const sharedFields = {
  id,
  at: instantPayload,
  url: address,
  title: z.string().max(2000),
  text: words,
  item_id: reference,
};

export const shareEntryPayload = z.object({
  ...sharedFields,
  kind: z.enum(['share', 'comment']),
  network: networkIdSchema.nullable(),
  state: z.enum(shareStates),
  /** The address that left, when it was another than `url`. */
  shared_url: address.nullable(),
  post_url: address.nullable(),
  asked_at: instantPayload.nullable(),
  decided_at: instantPayload.nullable(),
  removed_at: instantPayload.nullable(),
  source_id: reference,
  campaign_id: reference,
});

const deliveryPayload = z.object({
  id,
  connection_id: z.string().max(100),
  group_id: z.string().max(500),
  group_name: z.string().max(500),
  state: z.enum(deliveryStates),
  settled_at: instantPayload.nullable(),
});

export const spotEntryPayload = z.object({
  ...sharedFields,
  kind: z.literal('spot'),
  quote: z.string().max(20_000).nullable(),
  tags: z.array(z.string().max(200)).max(50),
  description: z.string().max(5000),
  image_url: address.nullable(),
  site_name: z.string().max(500).nullable(),
  author: z.string().max(500).nullable(),
  language: z.string().max(35).nullable(),
  deliveries: z.array(deliveryPayload).max(50),
});

export const journalEntryPayload = z.discriminatedUnion('kind', [shareEntryPayload, spotEntryPayload]);
export type JournalEntryPayload = z.infer<typeof journalEntryPayload>;
type ShareEntryPayload = z.infer<typeof shareEntryPayload>;
type SpotEntryPayload = z.infer<typeof spotEntryPayload>;

/** The file itself; its entries are read one by one. */
export const journalFilePayload = z.object({
  relais_journal: z.literal(journalVersion),
  exported_at: instantPayload,
  entries: z.array(z.unknown()),
});

export function fromShare(share: Share): ShareEntryPayload {
  return {
    id: share.id,
    kind: share.act === 'comment' ? 'comment' : 'share',
    at: toInstant(share.openedAt),
    network: share.network,
    state: share.state,
    title: share.title,
    url: share.url,
    shared_url: share.sharedUrl ?? null,
    post_url: share.postUrl ?? null,
    text: share.text,
    asked_at: instantOrNull(share.askedAt),
    decided_at: instantOrNull(share.decidedAt),
    removed_at: instantOrNull(share.removedAt ?? null),
    item_id: share.itemId,
    source_id: share.sourceId,
    campaign_id: share.campaignId,
  };
}

export function toShare(entry: ShareEntryPayload): Share {
  return {
    id: entry.id,
    act: entry.kind === 'comment' ? 'comment' : 'post',
    network: entry.network,
    url: entry.url,
    sharedUrl: entry.shared_url,
    title: entry.title,
    text: entry.text,
    itemId: entry.item_id,
    sourceId: entry.source_id,
    campaignId: entry.campaign_id,
    state: entry.state,
    openedAt: fromInstant(entry.at),
    askedAt: epochOrNull(entry.asked_at),
    decidedAt: epochOrNull(entry.decided_at),
    postUrl: entry.post_url,
    removedAt: epochOrNull(entry.removed_at),
  };
}

export function fromSpot(spot: Spot, deliveries: Delivery[]): SpotEntryPayload {
  return {
    id: spot.id,
    kind: 'spot',
    at: toInstant(spot.createdAt),
    title: spot.page.title,
    url: spot.page.url,
    text: spot.comment,
    quote: spot.quote,
    tags: spot.tags,
    item_id: spot.itemId,
    description: spot.page.description,
    image_url: spot.page.imageUrl,
    site_name: spot.page.siteName,
    author: spot.page.author,
    language: spot.page.language,
    deliveries: deliveries.map((delivery) => ({
      id: delivery.id,
      connection_id: delivery.connectionId,
      group_id: delivery.groupId,
      group_name: delivery.groupName,
      state: delivery.state,
      settled_at: instantOrNull(delivery.settledAt),
    })),
  };
}

/**
 * What was on its way in another browser must not leave from this one: it comes in as refused, to be sent
 * again, or not, by hand.
 */
export function toSpot(entry: SpotEntryPayload): { spot: Spot; deliveries: Delivery[] } {
  const createdAt = fromInstant(entry.at);
  const { url, title, description, image_url, site_name, author, language } = entry;
  const spot: Spot = {
    id: entry.id,
    page: { url, title, description, imageUrl: image_url, siteName: site_name, author, language },
    quote: entry.quote,
    comment: entry.text,
    tags: entry.tags,
    itemId: entry.item_id,
    createdAt,
  };
  const deliveries = entry.deliveries.map((delivery): Delivery => {
    const isSettled = delivery.state !== 'queued' && delivery.state !== 'undoing';
    return {
      id: delivery.id,
      spotId: entry.id,
      connectionId: delivery.connection_id,
      groupId: delivery.group_id,
      groupName: delivery.group_name,
      state: isSettled ? delivery.state : 'parked',
      createdAt,
      attempts: 1,
      nextAttemptAt: createdAt,
      settledAt: epochOrNull(delivery.settled_at) ?? createdAt,
      failure: null,
    };
  });
  return { spot, deliveries };
}

function instantOrNull(at: number | null): string | null {
  return at === null ? null : toInstant(at);
}

function epochOrNull(instant: string | null): number | null {
  return instant === null ? null : fromInstant(instant);
}
