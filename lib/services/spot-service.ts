import { RelaisError } from '../domain/errors.ts';
import type { Delivery, Spot, SpotDraft } from '../domain/spot.ts';
import type { RelaisDb } from '../storage/db.ts';

const draftLifeMs = 24 * 3_600_000;

export type SpotServiceDeps = {
  db: RelaisDb;
  now: () => number;
  newId: () => string;
  openSpotWindow: (draftId: string) => Promise<void>;
  /** Starts sending without being waited for. */
  drain: () => void;
};

export type SendSpotInput = {
  draftId: string;
  title: string;
  comment: string;
  quote: string | null;
  tags: string[];
  groupIds: string[];
};

export type SpotService = ReturnType<typeof createSpotService>;

export function createSpotService(deps: SpotServiceDeps) {
  const { db, now } = deps;

  /** Keeps what was captured and opens the spot window on it. Forgotten drafts are dropped after a day. */
  async function openDraft(draft: SpotDraft): Promise<{ draftId: string }> {
    await db.transaction('rw', db.drafts, async () => {
      await db.drafts
        .where('createdAt')
        .below(now() - draftLifeMs)
        .delete();
      await db.drafts.put(draft);
    });
    await deps.openSpotWindow(draft.id);
    return { draftId: draft.id };
  }

  /**
   * Writes the spot and one outbox row per group in one transaction, then lets them leave. The spot
   * takes the draft's id, so that pressing twice, in one window or two, is one spot.
   *
   * @throws RelaisError `not_found` (the draft is gone, or a group is), `page_not_spottable`.
   */
  async function sendSpot(input: SendSpotInput): Promise<{ spotId: string }> {
    const tables = [db.drafts, db.spots, db.deliveries, db.groups, db.groupUses];
    await db.transaction('rw', tables, async () => {
      if ((await db.spots.get(input.draftId)) !== undefined) return;
      const draft = await db.drafts.get(input.draftId);
      if (draft === undefined) throw new RelaisError('not_found', `no draft ${input.draftId}`);
      if (draft.page === null) throw new RelaisError('page_not_spottable', `draft ${input.draftId} has no page`);
      const groupIds = [...new Set(input.groupIds)];
      const groups = (await db.groups.bulkGet(groupIds)).filter((group) => group !== undefined);
      if (groups.length !== groupIds.length) throw new RelaisError('not_found', 'a chosen group is no longer there');
      const createdAt = now();
      const spot: Spot = {
        id: draft.id,
        page: { ...draft.page, title: input.title.trim() || draft.page.title },
        quote: input.quote,
        comment: input.comment.trim(),
        tags: [...new Set(input.tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))],
        itemId: draft.itemId,
        createdAt,
      };
      const deliveries: Delivery[] = groups.map((group) => ({
        id: deps.newId(),
        spotId: spot.id,
        connectionId: group.connectionId,
        groupId: group.id,
        groupName: group.name,
        state: 'queued',
        createdAt,
        attempts: 0,
        nextAttemptAt: createdAt,
        settledAt: null,
        failure: null,
      }));
      await db.spots.add(spot);
      await db.deliveries.bulkAdd(deliveries);
      await db.drafts.delete(draft.id);
      for (const group of groups) {
        const use = await db.groupUses.get(group.id);
        await db.groupUses.put({ groupId: group.id, lastUsedAt: createdAt, useCount: (use?.useCount ?? 0) + 1 });
      }
    });
    deps.drain();
    return { spotId: input.draftId };
  }

  /** Takes a spot back everywhere: what never left is dropped, what may have left is removed on the other side. */
  async function undoSpot(spotId: string): Promise<void> {
    await db.transaction('rw', db.deliveries, async () => {
      for (const delivery of await db.deliveries.where('spotId').equals(spotId).toArray()) {
        const change = undo(delivery, now());
        if (change !== null) await db.deliveries.update(delivery.id, change);
      }
    });
    deps.drain();
  }

  /** Lets a refused or waiting delivery leave again, now. */
  async function retryDelivery(deliveryId: string): Promise<void> {
    await db.transaction('rw', db.deliveries, async () => {
      const delivery = await db.deliveries.get(deliveryId);
      if (delivery?.state === 'parked') {
        await db.deliveries.update(deliveryId, {
          state: 'queued',
          failure: null,
          settledAt: null,
          nextAttemptAt: now(),
        });
      } else if (delivery?.state === 'queued' || delivery?.state === 'undoing') {
        await db.deliveries.update(deliveryId, { nextAttemptAt: now() });
      }
    });
    deps.drain();
  }

  /** Gives one delivery up; others of the same spot go on. */
  async function discardDelivery(deliveryId: string): Promise<void> {
    await db.transaction('rw', db.deliveries, async () => {
      const delivery = await db.deliveries.get(deliveryId);
      if (delivery?.state !== 'parked' && delivery?.state !== 'queued') return;
      const change = undo(delivery, now());
      if (change !== null) await db.deliveries.update(deliveryId, change);
    });
    deps.drain();
  }

  return { openDraft, sendSpot, undoSpot, retryDelivery, discardDelivery };
}

/** A refusal is certain: nothing was posted. Any other begun attempt may have arrived. */
function undo(delivery: Delivery, now: number): Partial<Delivery> | null {
  switch (delivery.state) {
    case 'queued':
      return delivery.attempts === 0
        ? { state: 'undone', settledAt: now, failure: null }
        : { state: 'undoing', nextAttemptAt: now };
    case 'delivered':
      return { state: 'undoing', nextAttemptAt: now, failure: null };
    case 'parked':
      return { state: 'undone', settledAt: now };
    case 'undoing':
    case 'undone':
      return null;
  }
}
