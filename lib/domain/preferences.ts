import { z } from 'zod';
import { networkIdSchema } from './network.ts';

export const preferencesSchema = z.object({
  /** Networks on each card, first one as the main button. */
  networks: z.array(networkIdSchema).min(1).default(['linkedin', 'x']),
  theme: z.enum(['auto', 'light', 'dark']).default('auto'),
});
export type Preferences = z.infer<typeof preferencesSchema>;
