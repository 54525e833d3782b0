import { z } from 'zod';
import { networkIdSchema } from './network.ts';
import { roleSchema } from './role.ts';

/** At most one notification a day, within the hours (0 to 24, local) and on the days (0 is Sunday) chosen. */
export const digestSchema = z.object({
  fromHour: z.number().int().min(0).max(23),
  toHour: z.number().int().min(1).max(24),
  days: z.array(z.number().int().min(0).max(6)),
});
export type Digest = z.infer<typeof digestSchema>;

export const preferencesSchema = z.object({
  /** Networks on each card, first one as the main button. */
  networks: z.array(networkIdSchema).min(1).default(['linkedin', 'x']),
  theme: z.enum(['auto', 'light', 'dark']).default('auto'),
  /** The number of unread items on the toolbar. */
  badge: z.boolean().default(true),
  /** Null while notifications are off. */
  digest: digestSchema.nullable().default(null),
  /** For the learning path and for items meant for some; both stay in this browser. */
  role: roleSchema.nullable().default(null),
  /** ISO 3166-1 alpha-2, upper case. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null),
});
export type Preferences = z.infer<typeof preferencesSchema>;

const { networks, theme, badge, digest, role, country } = preferencesSchema.shape;

/** What a page changes of them: the others stay as stored, whatever that page read of them and when. */
export const preferencesPatchSchema = z.object({
  networks: networks.unwrap().optional(),
  theme: theme.unwrap().optional(),
  badge: badge.unwrap().optional(),
  digest: digest.unwrap().optional(),
  role: role.unwrap().optional(),
  country: country.unwrap().optional(),
});
export type PreferencesPatch = z.infer<typeof preferencesPatchSchema>;
