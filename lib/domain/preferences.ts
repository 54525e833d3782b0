import { z } from 'zod';
import { networkIdSchema } from './network.ts';
import { queueSchema } from './queue.ts';
import { roleSchema } from './role.ts';

/** The name of a host as the URL parser writes it, with neither port nor path. */
const hostSchema = z.string().regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/);

export const mastodonInstanceSchema = z.object({
  host: hostSchema,
  maxCharacters: z.number().int().positive(),
  charactersPerLink: z.number().int().positive(),
});

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
  /** Shares the address of an item as it is, where the company allows it; absent until said. */
  plainLinks: z.boolean().optional(),
  /** ISO 3166-1 alpha-2, upper case. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null),
  /** Where the Mastodon account is, with the limits that server stated. */
  mastodon: mastodonInstanceSchema.nullable().default(null),
  /** Where links go on Reddit; null for one's own choice there. */
  redditCommunity: z
    .string()
    .regex(/^\w{2,21}$/)
    .nullable()
    .default(null),
  /** How one's own shares are spaced. */
  queue: queueSchema.default({ perDay: 2, fromHour: 9, toHour: 18, days: [1, 2, 3, 4, 5] }),
});
export type Preferences = z.infer<typeof preferencesSchema>;

const { plainLinks, networks, theme, badge, digest, role, country, redditCommunity, queue } = preferencesSchema.shape;

/** What a page changes of them: the instance is checked first (`setInstance`), the others stay as stored, whatever that page read of them and when. */
export const preferencesPatchSchema = z.object({
  networks: networks.unwrap().optional(),
  theme: theme.unwrap().optional(),
  badge: badge.unwrap().optional(),
  digest: digest.unwrap().optional(),
  role: role.unwrap().optional(),
  country: country.unwrap().optional(),
  plainLinks,
  redditCommunity: redditCommunity.unwrap().optional(),
  queue: queue.unwrap().optional(),
});
export type PreferencesPatch = z.infer<typeof preferencesPatchSchema>;
