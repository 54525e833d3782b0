import type { SpotRequest } from '../../contract/group.ts';
import type { RedeemInvitationRequest } from '../../contract/hub.ts';
import type { CreateLinkRequest } from '../../contract/link.ts';
import type { ParticipationEventPayload } from '../../contract/participation.ts';
import type { LeaderboardPeriod } from '../../domain/leaderboard.ts';

/**
 * A call to a hub as it leaves, word for word. The sender sends it and the privacy panel shows it,
 * so neither can drift from the other. `body` is '' where nothing but the address leaves.
 */
export type HubCall = { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; url: string; body: string };

export function describeCall(hubUrl: string): HubCall {
  return call('GET', hubUrl, '/api/v1/hub');
}

export function previewInvitationCall(hubUrl: string, secret: string): HubCall {
  return call('POST', hubUrl, '/api/v1/invitations/preview', { secret });
}

export function redeemInvitationCall(
  hubUrl: string,
  invitation: { secret: string; displayName: string; deviceName: string },
): HubCall {
  const body: RedeemInvitationRequest = {
    secret: invitation.secret,
    display_name: invitation.displayName,
    device_name: invitation.deviceName,
  };
  return call('POST', hubUrl, '/api/v1/invitations/redeem', body);
}

export function groupsCall(hubUrl: string): HubCall {
  return call('GET', hubUrl, '/api/v1/groups');
}

export function spotCall(hubUrl: string, remoteGroupId: string, spot: SpotRequest): HubCall {
  return call('POST', hubUrl, `/api/v1/groups/${encodeURIComponent(remoteGroupId)}/spots`, spot);
}

export function deleteSpotCall(hubUrl: string, id: string): HubCall {
  return call('DELETE', hubUrl, `/api/v1/spots/${encodeURIComponent(id)}`);
}

export function participationCall(hubUrl: string, displayName: string): HubCall {
  return call('PUT', hubUrl, '/api/v1/participation', { display_name: displayName });
}

export function leaveParticipationCall(hubUrl: string): HubCall {
  return call('DELETE', hubUrl, '/api/v1/participation');
}

export function participationEventsCall(hubUrl: string, events: ParticipationEventPayload[]): HubCall {
  return call('POST', hubUrl, '/api/v1/participation/events', { events });
}

export function leaderboardCall(hubUrl: string, period: LeaderboardPeriod): HubCall {
  return call('GET', hubUrl, `/api/v1/leaderboard?period=${period}`);
}

export function createLinkCall(hubUrl: string, link: CreateLinkRequest): HubCall {
  return call('POST', hubUrl, '/api/v1/links', link);
}

export function linkVisitsCall(hubUrl: string, keys: string[]): HubCall {
  return call('POST', hubUrl, '/api/v1/links/visits', { keys });
}

export function signOutCall(hubUrl: string): HubCall {
  return call('DELETE', hubUrl, '/api/v1/me/device');
}

function call(method: HubCall['method'], hubUrl: string, path: string, body?: unknown): HubCall {
  return { method, url: hubUrl.replace(/\/+$/, '') + path, body: body === undefined ? '' : JSON.stringify(body) };
}
