import type { z } from 'zod';
import { groupsPayload, type SpotRequest, spotPayload, toGroup } from '../../contract/group.ts';
import {
  type HubPayload,
  hubPayload,
  type InvitationPreviewPayload,
  invitationPreviewPayload,
  redeemInvitationPayload,
} from '../../contract/hub.ts';
import { fromInstant } from '../../contract/instant.ts';
import { type CreateLinkRequest, linkPayload, linkVisitsPayload } from '../../contract/link.ts';
import {
  leaderboardPayload,
  type ParticipationEventPayload,
  participationEventsPayload,
} from '../../contract/participation.ts';
import type { Group } from '../../domain/group.ts';
import type { Leaderboard, LeaderboardPeriod } from '../../domain/leaderboard.ts';
import type { HttpClient } from '../http/client.ts';
import {
  createLinkCall,
  deleteSpotCall,
  describeCall,
  groupsCall,
  type HubCall,
  leaderboardCall,
  leaveParticipationCall,
  linkVisitsCall,
  participationCall,
  participationEventsCall,
  previewInvitationCall,
  redeemInvitationCall,
  signOutCall,
  spotCall,
} from './calls.ts';

export type HubClient = ReturnType<typeof createHubClient>;

/** A hub's interface (`docs/protocol.md`). Every function throws a `RelaisError`, the hub's own code first. */
export function createHubClient({ http }: { http: HttpClient }) {
  function sendForJson<Schema extends z.ZodType>(call: HubCall, schema: Schema, token?: string) {
    return http.sendForJson({ ...call, ...(token !== undefined && { token }), ...hubOptions }, schema);
  }

  function sendForNothing(call: HubCall, token: string): Promise<void> {
    return http.sendForNothing({ ...call, token, ...hubOptions });
  }

  return {
    /** The same calls as data, for whoever shows or records what leaves. */
    calls: {
      postSpot: spotCall,
      deleteSpot: deleteSpotCall,
      joinParticipation: participationCall,
      leaveParticipation: leaveParticipationCall,
      sendParticipationEvents: participationEventsCall,
      redeemInvitation: redeemInvitationCall,
      createLink: createLinkCall,
      signOut: signOutCall,
    },

    describe(hubUrl: string): Promise<HubPayload> {
      return sendForJson(describeCall(hubUrl), hubPayload);
    },

    previewInvitation(hubUrl: string, secret: string): Promise<InvitationPreviewPayload> {
      return sendForJson(previewInvitationCall(hubUrl, secret), invitationPreviewPayload);
    },

    async redeemInvitation(
      hubUrl: string,
      invitation: { secret: string; displayName: string; deviceName: string },
    ): Promise<{ token: string; memberName: string; companyName: string; feedUrl: string }> {
      const answer = await sendForJson(redeemInvitationCall(hubUrl, invitation), redeemInvitationPayload);
      return {
        token: answer.token,
        memberName: answer.member.display_name,
        companyName: answer.company_name,
        feedUrl: answer.feed_url,
      };
    },

    async groups(hubUrl: string, token: string, connectionId: string): Promise<Group[]> {
      const answer = await sendForJson(groupsCall(hubUrl), groupsPayload, token);
      return answer.groups.map((group) => toGroup(group, connectionId));
    },

    /** Repeating it with the same key is safe: the hub answers with its first answer. */
    async postSpot(
      hubUrl: string,
      token: string,
      remoteGroupId: string,
      idempotencyKey: string,
      spot: SpotRequest,
    ): Promise<void> {
      const call = spotCall(hubUrl, remoteGroupId, spot);
      const headers = { 'idempotency-key': idempotencyKey };
      await http.sendForJson({ ...call, token, headers, ...hubOptions }, spotPayload.pick({ id: true }));
    },

    deleteSpot(hubUrl: string, token: string, id: string): Promise<void> {
      return sendForNothing(deleteSpotCall(hubUrl, id), token);
    },

    joinParticipation(hubUrl: string, token: string, displayName: string): Promise<void> {
      return sendForNothing(participationCall(hubUrl, displayName), token);
    },

    leaveParticipation(hubUrl: string, token: string): Promise<void> {
      return sendForNothing(leaveParticipationCall(hubUrl), token);
    },

    /** How many the hub accepted; at most 100 leave in one call. */
    async sendParticipationEvents(hubUrl: string, token: string, events: ParticipationEventPayload[]): Promise<number> {
      const answer = await sendForJson(participationEventsCall(hubUrl, events), participationEventsPayload, token);
      return answer.accepted;
    },

    async leaderboard(hubUrl: string, token: string, period: LeaderboardPeriod): Promise<Leaderboard> {
      const answer = await sendForJson(leaderboardCall(hubUrl, period), leaderboardPayload, token);
      return {
        period: answer.period,
        from: fromInstant(answer.from),
        to: fromInstant(answer.to),
        participantCount: answer.participant_count,
        rows: answer.rows.map((row) => ({
          rank: row.rank,
          displayName: row.display_name,
          team: row.team,
          shares: row.shares,
          spots: row.spots,
          points: row.points,
          isYou: row.is_you,
        })),
      };
    },

    /** The short address of an item; the same key gets the same one. */
    async createLink(hubUrl: string, token: string, link: CreateLinkRequest): Promise<string> {
      return (await sendForJson(createLinkCall(hubUrl, link), linkPayload, token)).url;
    },

    /** What was counted at the links of at most 100 keys. */
    async linkVisits(hubUrl: string, token: string, keys: string[]): Promise<{ key: string; visits: number }[]> {
      return (await sendForJson(linkVisitsCall(hubUrl, keys), linkVisitsPayload, token)).links;
    },

    signOut(hubUrl: string, token: string): Promise<void> {
      return sendForNothing(signOutCall(hubUrl), token);
    },
  };
}

/** Answers of a hub are of the moment: an HTTP cache between the two has nothing to add. */
const hubOptions = { cache: 'no-store', speaksRelais: true } as const;
