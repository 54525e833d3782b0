import { z } from 'zod';
import { errorCodes } from './errors.ts';

export const sourceFailureSchema = z.object({
  code: z.enum(errorCodes),
  at: z.number(),
  /** Consecutive failures, for the back-off. */
  count: z.number(),
});
export type SourceFailure = z.infer<typeof sourceFailureSchema>;

/** Where items come from: a hub (through its connection), or an RSS, Atom or JSON feed. */
export const sourceSchema = z.object({
  id: z.string(),
  kind: z.enum(['hub', 'feed']),
  /** The address that is polled. */
  url: z.string(),
  title: z.string(),
  siteUrl: z.string().nullable(),
  /** The connection whose token reads it; null for a public feed. */
  connectionId: z.string().nullable(),
  addedAt: z.number(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** Last time new content arrived; an unchanged answer does not touch the row. */
  changedAt: z.number().nullable(),
  nextPollAt: z.number(),
  /** A hub's place in its feed: what changed since is asked for. Null asks for everything. */
  cursor: z.string().nullable(),
  /** The publisher said that this feed is gone for good (410): it is asked no more. */
  endedAt: z.number().nullable(),
  failure: sourceFailureSchema.nullable(),
});
export type Source = z.infer<typeof sourceSchema>;
