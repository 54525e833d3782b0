import { z } from 'zod';

/** The networks of this version, in the order offered. A new one is a file in `networks/` and a name here. */
export const networkIds = ['linkedin', 'x', 'bluesky'] as const;
export const networkIdSchema = z.enum(networkIds);
export type NetworkId = z.infer<typeof networkIdSchema>;
