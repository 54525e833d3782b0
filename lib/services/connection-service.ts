import type { HubClient } from '../adapters/hub/hub-client.ts';
import { parseInvitationUrl } from '../adapters/hub/invitation.ts';
import { displayNameSchema } from '../contract/hub.ts';
import { fromInstant } from '../contract/instant.ts';
import type { Connection } from '../domain/connection.ts';
import { RelaisError } from '../domain/errors.ts';
import type { Source } from '../domain/source.ts';
import { forgetSourceNotes } from '../storage/background-notes.ts';
import type { RelaisDb } from '../storage/db.ts';
import { forgetSourceCheck } from '../storage/settings.ts';
import { sourceIdOf } from './participation-service.ts';

export type ConnectionServiceDeps = {
  db: RelaisDb;
  now: () => number;
  newId: () => string;
  hubClient: HubClient;
  /** How this browser is named in the hub's list of devices. */
  deviceName: string;
  /** The language items are asked in. */
  language: string;
  refreshSource: (sourceId: string) => Promise<void>;
  onConnected: () => void;
};

export type ConnectionService = ReturnType<typeof createConnectionService>;

export function createConnectionService(deps: ConnectionServiceDeps) {
  const { db, now, hubClient } = deps;

  async function previewInvitation(input: { invitationUrl: string }) {
    const { hubUrl, secret } = parseInvitationUrl(input.invitationUrl);
    const preview = await hubClient.previewInvitation(hubUrl, secret);
    return { companyName: preview.company_name, hubUrl, expiresAt: fromInstant(preview.expires_at) };
  }

  /**
   * Redeems an invitation, keeps the token apart from the connection, then reads feed and groups. A
   * revoked connection to the same hub is renewed in place: what waits in its outbox goes on.
   *
   * @throws RelaisError `invitation_*`, `already_connected`, `rejected` (the name), or the network's.
   */
  async function connectHub(input: { invitationUrl: string; displayName: string }) {
    const { hubUrl, secret } = parseInvitationUrl(input.invitationUrl);
    const displayName = displayNameSchema.safeParse(input.displayName);
    if (!displayName.success) throw new RelaisError('rejected', 'a display name has 1 to 60 characters');
    const known = await db.connections.where('hubUrl').equals(hubUrl).first();
    if (known?.state === 'active') throw new RelaisError('already_connected', `already connected to ${hubUrl}`);
    const redeemed = await hubClient.redeemInvitation(hubUrl, {
      secret,
      displayName: displayName.data,
      deviceName: deps.deviceName,
    });
    const connection: Connection = {
      id: known?.id ?? deps.newId(),
      kind: 'hub',
      hubUrl,
      companyName: redeemed.companyName,
      memberName: redeemed.memberName,
      connectedAt: now(),
      state: 'active',
    };
    await db.transaction('rw', db.connections, db.secrets, db.sources, db.departures, async () => {
      await db.connections.put(connection);
      await db.secrets.put({ connectionId: connection.id, token: redeemed.token });
      const feedUrl = new URL(redeemed.feedUrl);
      feedUrl.searchParams.set('lang', deps.language);
      const source: Source = {
        id: sourceIdOf(connection),
        kind: 'hub',
        url: feedUrl.href,
        title: redeemed.companyName,
        siteUrl: hubUrl,
        connectionId: connection.id,
        addedAt: now(),
        etag: null,
        lastModified: null,
        changedAt: null,
        nextPollAt: 0,
        cursor: null,
        endedAt: null,
        failure: null,
      };
      await db.sources.put(source);
      // The secret of the invitation is spent by this very request; it is not kept, here or elsewhere.
      await db.departures.add({
        at: now(),
        connectionId: connection.id,
        purpose: 'connect',
        ...hubClient.calls.redeemInvitation(hubUrl, {
          secret: '…',
          displayName: displayName.data,
          deviceName: deps.deviceName,
        }),
      });
    });
    await Promise.allSettled([deps.refreshSource(sourceIdOf(connection)), refreshGroupsOf(connection)]);
    deps.onConnected();
    return { connectionId: connection.id, companyName: connection.companyName };
  }

  async function refreshGroupsOf(connection: Connection): Promise<void> {
    const secret = await db.secrets.get(connection.id);
    if (connection.state !== 'active' || secret === undefined) return;
    const groups = await hubClient.groups(connection.hubUrl, secret.token, connection.id);
    await db.transaction('rw', db.groups, async () => {
      await db.groups.where('connectionId').equals(connection.id).delete();
      await db.groups.bulkPut(groups.map((group, position) => ({ ...group, position })));
    });
  }

  /** Reads the groups of every connection again; one hub failing does not hide the others. */
  async function refreshGroups(): Promise<void> {
    const connections = await db.connections.toArray();
    const outcomes = await Promise.allSettled(connections.map(refreshGroupsOf));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined && outcomes.length === 1) throw failed.reason;
  }

  /** Forgets a hub here and revokes its token there; shares and spots stay in the journal. */
  async function disconnectHub(connectionId: string): Promise<void> {
    const [connection, secret] = await Promise.all([db.connections.get(connectionId), db.secrets.get(connectionId)]);
    if (connection === undefined) return;
    if (secret !== undefined && connection.state === 'active') {
      // Offline, neither can be told to the hub; forgetting it here is what was asked.
      if ((await db.participations.get(connectionId)) !== undefined) {
        await hubClient.leaveParticipation(connection.hubUrl, secret.token).catch(() => undefined);
      }
      await hubClient.signOut(connection.hubUrl, secret.token).catch(() => undefined);
    }
    const tables = [
      db.connections,
      db.secrets,
      db.sources,
      db.items,
      db.campaigns,
      db.guidelines,
      db.checks,
      db.recipes,
      db.linkRules,
      db.crowds,
      db.shortLinks,
      db.groups,
      db.deliveries,
      db.participations,
      db.participationEvents,
      db.leaderboards,
    ];
    await db.transaction('rw', tables, async () => {
      await db.connections.delete(connectionId);
      await db.secrets.delete(connectionId);
      await db.sources.delete(sourceIdOf(connection));
      await db.linkRules.delete(sourceIdOf(connection));
      await db.crowds.where('sourceId').equals(sourceIdOf(connection)).delete();
      for (const table of [db.items, db.campaigns, db.guidelines, db.checks, db.recipes]) {
        await table.filter((row: { sourceId: string }) => row.sourceId === sourceIdOf(connection)).delete();
      }
      // What was counted at a short address stays in the journal; one that the hub never gave is forgotten.
      await db.shortLinks
        .where('connectionId')
        .equals(connectionId)
        .filter(({ url }) => url === null)
        .delete();
      for (const table of [db.groups, db.participationEvents]) {
        await table.where('connectionId').equals(connectionId).delete();
      }
      await db.participations.delete(connectionId);
      await db.leaderboards.where('[connectionId+period]').between([connectionId], [connectionId, []]).delete();
      await db.deliveries
        .where('connectionId')
        .equals(connectionId)
        .filter((delivery) => delivery.state === 'queued' || delivery.state === 'undoing')
        .modify({ state: 'parked', settledAt: now(), failure: { code: 'not_signed_in', at: now() } });
    });
    await Promise.all([forgetSourceCheck(sourceIdOf(connection)), forgetSourceNotes(sourceIdOf(connection))]);
  }

  return { previewInvitation, connectHub, refreshGroups, disconnectHub };
}
