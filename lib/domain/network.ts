import { z } from 'zod';
import { networkIds } from './network-ids.ts';

export const networkIdSchema = z.enum(networkIds);
export type NetworkId = z.infer<typeof networkIdSchema>;
