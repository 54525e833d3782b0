import type { HubClient } from '../adapters/hub/hub-client.ts';
import { displayNameSchema } from '../contract/hub.ts';
import { type ParticipationEventPayload, participationEventPayload } from '../contract/participation.ts';
import { toLocalDay } from '../domain/calendar.ts';
import type { Connection } from '../domain/connection.ts';
import { codeOf, RelaisError } from '../domain/errors.ts';
import type { LeaderboardPeriod } from '../domain/leaderboard.ts';
import { isPublication } from '../domain/networks/network-list.ts';
import { isRetriable, retryDelayMs } from '../domain/retry.ts';
import type { Share } from '../domain/share.ts';
import { isPublished } from '../domain/share-state.ts';
import type { Delivery } from '../domain/spot.ts';
import type { ParticipationEventRow, RelaisDb } from '../storage/db.ts';

/**
 * What a participant lets reach a hub's leaderboard: published shares of that hub's own items and
 * spots into its groups, from the moment of joining. Nothing is recorded for sending before that.
 */
export type ParticipationServiceDeps = {
  db: RelaisDb;
  now: () => number;
  random: () => number;
  newId: () => string;
  hubClient: HubClient;
  withLock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  scheduleDrain: (at: number) => Promise<void>;
};

export type ParticipationService = ReturnType<typeof createParticipationService>;

const batchSize = 100;

export function createParticipationService(deps: ParticipationServiceDeps) {
  const { db, now, hubClient } = deps;

  async function account(connectionId: string): Promise<Connection & { token: string }> {
    const [connection, secret] = await Promise.all([db.connections.get(connectionId), db.secrets.get(connectionId)]);
    if (connection === undefined) throw new RelaisError('not_found', `no connection ${connectionId}`);
    if (connection.state !== 'active' || secret === undefined) {
      throw new RelaisError('not_signed_in', `connection ${connectionId} is revoked`);
    }
    return { ...connection, token: secret.token };
  }

  function parseName(displayName: string): string {
    const parsed = displayNameSchema.safeParse(displayName);
    if (!parsed.success) throw new RelaisError('rejected', 'a display name has 1 to 60 characters');
    return parsed.data;
  }

  /** Exactly what joining sends, and what the next share and spot would; sends nothing. */
  async function previewParticipation(input: { connectionId: string; displayName: string }) {
    const connection = await db.connections.get(input.connectionId);
    if (connection === undefined) throw new RelaisError('not_found', `no connection ${input.connectionId}`);
    const item = await db.items.filter((row) => row.sourceId === sourceIdOf(connection)).first();
    const day = toLocalDay(now());
    const events: ParticipationEventPayload[] = [
      {
        id: deps.newId(),
        kind: 'share',
        network: 'linkedin',
        state: 'confirmed',
        item_id: item?.externalId ?? null,
        day,
      },
      { id: deps.newId(), kind: 'spot', network: null, state: 'done', item_id: null, day },
    ];
    return {
      requests: [
        hubClient.calls.joinParticipation(connection.hubUrl, parseName(input.displayName)),
        hubClient.calls.sendParticipationEvents(connection.hubUrl, events),
      ],
    };
  }

  async function joinLeaderboard(input: { connectionId: string; displayName: string }): Promise<void> {
    const displayName = parseName(input.displayName);
    const { hubUrl, token } = await account(input.connectionId);
    await db.participations.put({ connectionId: input.connectionId, displayName, since: now(), state: 'joining' });
    try {
      await hubClient.joinParticipation(hubUrl, token, displayName);
    } catch (error) {
      await db.participations.delete(input.connectionId);
      throw error;
    }
    await db.participations.update(input.connectionId, { state: 'on' });
    const call = hubClient.calls.joinParticipation(hubUrl, displayName);
    await db.departures.add({ at: now(), connectionId: input.connectionId, purpose: 'participation', ...call });
  }

  /** Stops at once here; the hub's rows go now or, when it cannot be reached, at a later drain. */
  async function leaveLeaderboard(connectionId: string): Promise<void> {
    await db.transaction('rw', db.participations, db.participationEvents, db.leaderboards, async () => {
      await db.participationEvents.where('connectionId').equals(connectionId).delete();
      await db.leaderboards.where('[connectionId+period]').between([connectionId], [connectionId, []]).delete();
      await db.participations.update(connectionId, { state: 'leaving' });
    });
    await drain();
  }

  async function record(connectionId: string, event: ParticipationEventPayload): Promise<void> {
    const participation = await db.participations.get(connectionId);
    if (participation?.state !== 'on') return;
    const row: ParticipationEventRow = {
      id: event.id,
      connectionId,
      body: JSON.stringify(event),
      createdAt: now(),
      attempts: 0,
      nextAttemptAt: now(),
    };
    await db.participationEvents.put(row);
    await drain();
  }

  /** A correction is sent only for what was sent as published: a dismissed share says nothing by itself. */
  async function shareDecided(share: Share): Promise<void> {
    const source = share.sourceId === null ? undefined : await db.sources.get(share.sourceId);
    if (source?.connectionId == null) return;
    // A message to someone is no publication: the board has nothing to do with it.
    if (share.network !== null && !isPublication(share.network)) return;
    const participation = await db.participations.get(source.connectionId);
    if (participation === undefined || share.openedAt < participation.since) return;
    if (!isPublished(share.state) && !(await wasSent(share.id))) {
      await db.participationEvents.delete(share.id);
      return;
    }
    const item = share.itemId === null ? undefined : await db.items.get(share.itemId);
    await record(source.connectionId, {
      id: share.id,
      kind: 'share',
      network: share.network,
      state: share.state,
      item_id: item?.externalId ?? null,
      day: toLocalDay(share.openedAt),
    });
  }

  async function wasSent(eventId: string): Promise<boolean> {
    const sent = await db.departures
      .filter((row) => row.purpose === 'participation' && row.body.includes(eventId))
      .first();
    return sent !== undefined;
  }

  /** One event per spot and hub, whatever the number of its groups: the first delivery stands for it. */
  async function spotDelivered(delivery: Delivery): Promise<void> {
    const participation = await db.participations.get(delivery.connectionId);
    if (participation === undefined || delivery.createdAt < participation.since) return;
    const siblings = await db.deliveries.where('spotId').equals(delivery.spotId).toArray();
    const others = siblings.filter((d) => d.connectionId === delivery.connectionId && d.id !== delivery.id);
    if (others.some((other) => other.state === 'delivered')) return;
    await record(delivery.connectionId, spotEvent(delivery, 'done'));
  }

  async function spotUndone(delivery: Delivery): Promise<void> {
    if (await wasSent(delivery.id)) await record(delivery.connectionId, spotEvent(delivery, 'undone'));
    else await db.participationEvents.delete(delivery.id);
  }

  function spotEvent(delivery: Delivery, state: 'done' | 'undone'): ParticipationEventPayload {
    return { id: delivery.id, kind: 'spot', network: null, state, item_id: null, day: toLocalDay(delivery.createdAt) };
  }

  async function drainLeaving(): Promise<void> {
    for (const { connectionId } of await db.participations.filter((p) => p.state === 'leaving').toArray()) {
      try {
        await leaveNow(connectionId);
      } catch (error) {
        await deps.scheduleDrain(now() + retryDelayMs(1, deps.random(), (error as RelaisError).retryAfterMs));
      }
    }
  }

  async function leaveNow(connectionId: string): Promise<void> {
    const { hubUrl, token } = await account(connectionId);
    await hubClient.leaveParticipation(hubUrl, token);
    const call = hubClient.calls.leaveParticipation(hubUrl);
    await db.transaction('rw', db.participations, db.departures, async () => {
      await db.departures.add({ at: now(), connectionId, purpose: 'participation', ...call });
      await db.participations.delete(connectionId);
    });
  }

  async function drainEvents(connectionId: string, rows: ParticipationEventRow[]): Promise<void> {
    const { hubUrl, token } = await account(connectionId);
    const events = rows.map((row) => participationEventPayload.parse(JSON.parse(row.body)));
    await hubClient.sendParticipationEvents(hubUrl, token, events);
    const call = hubClient.calls.sendParticipationEvents(hubUrl, events);
    await db.transaction('rw', db.participationEvents, db.departures, async () => {
      await db.departures.add({ at: now(), connectionId, purpose: 'participation', ...call });
      for (const row of rows) {
        // A correction written while the batch was under way has another body, and waits for the next.
        const current = await db.participationEvents.get(row.id);
        if (current?.body === row.body) await db.participationEvents.delete(row.id);
      }
    });
  }

  async function putEventsAside(rows: ParticipationEventRow[], error: unknown): Promise<void> {
    const code = codeOf(error);
    if (!isRetriable(code) && code !== 'not_signed_in') {
      // The hub refused the counts for good (participation ended there): they are dropped, not the journal.
      await db.participationEvents.bulkDelete(rows.map((row) => row.id));
      return;
    }
    const delayMs = retryDelayMs((rows[0]?.attempts ?? 0) + 1, deps.random(), (error as RelaisError).retryAfterMs);
    await db.participationEvents.bulkUpdate(
      rows.map((row) => ({ key: row.id, changes: { attempts: row.attempts + 1, nextAttemptAt: now() + delayMs } })),
    );
    await deps.scheduleDrain(now() + delayMs);
  }

  /** Sends withdrawals, then due events in batches. Failures wait for the next alarm; nothing is thrown. */
  function drain(): Promise<void> {
    return deps.withLock('relais-participation', async () => {
      await drainLeaving();
      for (const { connectionId } of await db.participations.filter((p) => p.state === 'on').toArray()) {
        const due = await db.participationEvents
          .where('connectionId')
          .equals(connectionId)
          .filter((row) => row.nextAttemptAt <= now())
          .limit(batchSize)
          .toArray();
        if (due.length === 0) continue;
        await drainEvents(connectionId, due).catch((error) => putEventsAside(due, error));
      }
    });
  }

  async function refreshLeaderboard(input: { connectionId: string; period: LeaderboardPeriod }): Promise<void> {
    const { hubUrl, token } = await account(input.connectionId);
    const leaderboard = await hubClient.leaderboard(hubUrl, token, input.period);
    await db.leaderboards.put({ ...input, leaderboard, fetchedAt: now() });
  }

  return {
    previewParticipation,
    joinLeaderboard,
    leaveLeaderboard,
    shareDecided,
    spotDelivered,
    spotUndone,
    refreshLeaderboard,
    drain,
  };
}

/** A connection's own feed has the connection's id, so that one leads to the other without a look-up. */
export function sourceIdOf(connection: { id: string }): string {
  return connection.id;
}
