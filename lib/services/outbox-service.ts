import type { HubClient } from '../adapters/hub/hub-client.ts';
import type { SpotRequest } from '../contract/group.ts';
import { codeOf, type ErrorCode, type RelaisError } from '../domain/errors.ts';
import { isRetriable, retryDelayMs } from '../domain/retry.ts';
import type { Delivery, Spot } from '../domain/spot.ts';
import type { RelaisDb } from '../storage/db.ts';

/**
 * Sends what waits in `deliveries`: one request per spot and group.
 *
 *   claim (attempts + 1) ──► send with the row's id as idempotency key ──► settle
 *
 * The worker may die between any two steps. Before the claim nothing left. After it the row is still
 * `queued`, so the next drain sends it again, and the hub answers a repeated key with its first
 * answer: one post. A row that fails for now steps aside until `nextAttemptAt`; one refused for good
 * is parked and shown. One drain runs at a time, whatever starts it, through a lock all contexts share.
 */
export type OutboxServiceDeps = {
  db: RelaisDb;
  now: () => number;
  random: () => number;
  hubClient: HubClient;
  withLock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /** Wakes the background for the next attempt, even if it died meanwhile. */
  scheduleDrain: (at: number) => Promise<void>;
  onDelivered: (delivery: Delivery) => Promise<void>;
  onUndone: (delivery: Delivery) => Promise<void>;
};

export type OutboxService = ReturnType<typeof createOutboxService>;

const batchSize = 50;

export function createOutboxService(deps: OutboxServiceDeps) {
  const { db, now, hubClient } = deps;

  async function dueDeliveries(): Promise<Delivery[]> {
    const due = await Promise.all(
      (['queued', 'undoing'] as const).map((state) =>
        db.deliveries
          .where('[state+nextAttemptAt]')
          .between([state, Number.NEGATIVE_INFINITY], [state, now()], true, true)
          .limit(batchSize)
          .toArray(),
      ),
    );
    return due.flat().sort((a, b) => a.createdAt - b.createdAt);
  }

  async function nextAttemptAt(): Promise<number | null> {
    const next = await Promise.all(
      (['queued', 'undoing'] as const).map((state) =>
        db.deliveries
          .where('[state+nextAttemptAt]')
          .between([state, Number.NEGATIVE_INFINITY], [state, Number.POSITIVE_INFINITY])
          .first(),
      ),
    );
    const times = next.flatMap((delivery) => (delivery === undefined ? [] : [delivery.nextAttemptAt]));
    return times.length === 0 ? null : Math.min(...times);
  }

  /** Counts the attempt before anything leaves, unless the employee took the row back in the meantime. */
  function claim(delivery: Delivery): Promise<boolean> {
    return db.transaction('rw', db.deliveries, async () => {
      const current = await db.deliveries.get(delivery.id);
      if (current?.state !== delivery.state) return false;
      await db.deliveries.update(delivery.id, { attempts: current.attempts + 1 });
      return true;
    });
  }

  async function send(delivery: Delivery): Promise<void> {
    const [connection, secret, spot] = await Promise.all([
      db.connections.get(delivery.connectionId),
      db.secrets.get(delivery.connectionId),
      db.spots.get(delivery.spotId),
    ]);
    if (connection?.state !== 'active' || secret === undefined) return putAside(delivery, 'not_signed_in');
    if (spot === undefined || !(await claim(delivery))) return;
    try {
      if (delivery.state === 'undoing') {
        await hubClient.deleteSpot(connection.hubUrl, secret.token, delivery.id);
        const call = hubClient.calls.deleteSpot(connection.hubUrl, delivery.id);
        await settle(delivery, 'undone', { purpose: 'undo_spot', ...call });
        await deps.onUndone(delivery);
      } else {
        const remoteGroupId = delivery.groupId.slice(delivery.connectionId.length + 1);
        const request = toRequest(spot);
        await hubClient.postSpot(connection.hubUrl, secret.token, remoteGroupId, delivery.id, request);
        const call = hubClient.calls.postSpot(connection.hubUrl, remoteGroupId, request);
        await settle(delivery, 'delivered', { purpose: 'spot', ...call });
        await deps.onDelivered(delivery);
      }
    } catch (error) {
      await fail(delivery, error);
    }
  }

  type Departure = { purpose: 'spot' | 'undo_spot'; method: string; url: string; body: string };

  /** An undo that came while the post was under way wins: the row stays `undoing` and is sent as such. */
  async function settle(delivery: Delivery, state: 'delivered' | 'undone', departure: Departure): Promise<void> {
    await db.transaction('rw', db.deliveries, db.departures, async () => {
      await db.departures.add({ at: now(), connectionId: delivery.connectionId, ...departure });
      const current = await db.deliveries.get(delivery.id);
      if (current?.state !== delivery.state) return;
      await db.deliveries.update(delivery.id, { state, settledAt: now(), failure: null });
    });
  }

  async function fail(delivery: Delivery, error: unknown): Promise<void> {
    const code = codeOf(error);
    if (code === 'not_signed_in') {
      await db.connections.update(delivery.connectionId, { state: 'revoked' });
      return putAside(delivery, code);
    }
    const isGone = code === 'not_found' || code === 'gone';
    if (delivery.state === 'undoing' && isGone) {
      await db.deliveries.update(delivery.id, { state: 'undone', settledAt: now(), failure: null });
      await deps.onUndone(delivery);
    } else if (isRetriable(code)) {
      await putAside(delivery, code, (error as RelaisError).retryAfterMs);
    } else {
      // Refused, an undo leaves the spot where it is: sending it again would not be what was asked.
      const state = delivery.state === 'undoing' ? 'delivered' : 'parked';
      await changeIfStill(delivery, { state, settledAt: now(), failure: { code, at: now() } });
    }
  }

  async function putAside(delivery: Delivery, code: ErrorCode, retryAfterMs?: number): Promise<void> {
    const delayMs = retryDelayMs(delivery.attempts + 1, deps.random(), retryAfterMs);
    await changeIfStill(delivery, { nextAttemptAt: now() + delayMs, failure: { code, at: now() } });
  }

  async function changeIfStill(delivery: Delivery, change: Partial<Delivery>): Promise<void> {
    await db.transaction('rw', db.deliveries, async () => {
      const current = await db.deliveries.get(delivery.id);
      if (current?.state === delivery.state) await db.deliveries.update(delivery.id, change);
    });
  }

  /** Sends everything that is due, then sets the alarm for what is not. */
  function drain(): Promise<void> {
    return deps.withLock('relais-outbox', async () => {
      for (let due = await dueDeliveries(); due.length > 0; due = await dueDeliveries()) {
        for (const delivery of due) await send(delivery);
      }
      const next = await nextAttemptAt();
      if (next !== null) await deps.scheduleDrain(next);
    });
  }

  /**
   * After a reconnection, on coming back online or when someone asks for news: nothing waits for its
   * back-off any longer, except where the other side asked to be left alone.
   */
  async function hurry(): Promise<void> {
    await db.deliveries
      .where('state')
      .anyOf('queued', 'undoing')
      .filter((delivery) => delivery.failure?.code !== 'rate_limited')
      .modify({ nextAttemptAt: now() });
    await drain();
  }

  return { drain, hurry };
}

function toRequest(spot: Spot): SpotRequest {
  return {
    url: spot.page.url,
    title: spot.page.title,
    description: spot.page.description,
    image_url: spot.page.imageUrl,
    site_name: spot.page.siteName,
    author: spot.page.author,
    language: spot.page.language,
    quote: spot.quote,
    comment: spot.comment,
    tags: spot.tags,
  };
}
