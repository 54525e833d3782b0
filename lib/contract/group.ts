import { z } from 'zod';
import { type Group, groupId } from '../domain/group.ts';
import { instantPayload } from './instant.ts';

export const groupPayload = z.object({
  id: z.string().min(1).max(100),
  name: z.string().max(200),
  description: z.string().max(2000),
  visibility: z.enum(['open', 'request', 'private']),
  member_count: z.number().int().nonnegative().nullable(),
  /** The page of the group for people; null where it has none (private groups). */
  url: z.url().nullable(),
});
export type GroupPayload = z.infer<typeof groupPayload>;
export const groupsPayload = z.object({ groups: z.array(groupPayload).max(5000) });

export function toGroup(payload: GroupPayload, connectionId: string): Group {
  return {
    id: groupId(connectionId, payload.id),
    connectionId,
    remoteId: payload.id,
    name: payload.name,
    description: payload.description,
    visibility: payload.visibility,
    memberCount: payload.member_count,
    url: payload.url,
  };
}

/** Body of `POST /api/v1/groups/{id}/spots`, sent with `Idempotency-Key: <uuid>`, which becomes the spot's id. */
export const spotRequest = z.object({
  url: z.url().max(2048),
  title: z.string().trim().min(1).max(300),
  description: z.string().max(2000),
  image_url: z.url().max(2048).nullable(),
  site_name: z.string().max(200).nullable(),
  author: z.string().max(200).nullable(),
  language: z.string().max(35).nullable(),
  quote: z.string().max(5000).nullable(),
  comment: z.string().max(5000),
  tags: z.array(z.string().trim().min(1).max(50)).max(20),
});
export type SpotRequest = z.infer<typeof spotRequest>;

export const spotPayload = spotRequest.extend({
  id: z.uuid(),
  group_id: z.string(),
  author_name: z.string(),
  is_yours: z.boolean(),
  created_at: instantPayload,
});
export type SpotPayload = z.infer<typeof spotPayload>;

/** A group's stream, newest first; `next` is the cursor of the following page. */
export const streamPayload = z.object({ spots: z.array(spotPayload), next: z.string().nullable() });
export type StreamPayload = z.infer<typeof streamPayload>;
