import { z } from 'zod';
import { leaderboardPeriods } from '../domain/leaderboard.ts';
import { networkIds } from '../domain/network-ids.ts';
import { displayNameSchema } from './hub.ts';
import { instantPayload } from './instant.ts';

/** Body and answer of `PUT /api/v1/participation`. */
export const participationPayload = z.object({ display_name: displayNameSchema });
export type ParticipationPayload = z.infer<typeof participationPayload>;

/**
 * One act of a participant. No text, no address, no time of day. The id is made in the browser;
 * sending it again with another state corrects the earlier one.
 */
export const participationEventPayload = z.object({
  id: z.uuid(),
  kind: z.enum(['share', 'spot']),
  network: z.enum(networkIds).nullable(),
  state: z.enum(['opened', 'confirmed', 'dismissed', 'verified', 'done', 'undone']),
  /** The publisher's id of the hub's own item; null for anything else. */
  item_id: z.string().max(300).nullable(),
  day: z.iso.date(),
});
export type ParticipationEventPayload = z.infer<typeof participationEventPayload>;

export const participationEventsRequest = z.object({ events: z.array(participationEventPayload).min(1).max(100) });
export const participationEventsPayload = z.object({ accepted: z.number().int().nonnegative() });

export const leaderboardPayload = z.object({
  period: z.enum(leaderboardPeriods),
  from: instantPayload,
  to: instantPayload,
  participant_count: z.number().int().nonnegative(),
  rows: z
    .array(
      z.object({
        rank: z.number().int().positive(),
        display_name: z.string(),
        team: z.string().nullable(),
        shares: z.number().int().nonnegative(),
        spots: z.number().int().nonnegative(),
        points: z.number().int().nonnegative(),
        is_you: z.boolean(),
      }),
    )
    .max(500),
});
export type LeaderboardPayload = z.infer<typeof leaderboardPayload>;
