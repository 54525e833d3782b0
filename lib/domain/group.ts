import { z } from 'zod';

export const groupVisibilitySchema = z.enum(['open', 'request', 'private']);
export type GroupVisibility = z.infer<typeof groupVisibilitySchema>;

/** A group, space, community or channel of an enterprise social network. */
export const groupSchema = z.object({
  /** `<connectionId>|<remoteId>`. */
  id: z.string(),
  connectionId: z.string(),
  remoteId: z.string(),
  name: z.string(),
  description: z.string(),
  visibility: groupVisibilitySchema,
  memberCount: z.number().nullable(),
  url: z.string().nullable(),
});
export type Group = z.infer<typeof groupSchema>;

export function groupId(connectionId: string, remoteId: string): string {
  return `${connectionId}|${remoteId}`;
}
