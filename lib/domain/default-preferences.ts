import type { Preferences } from './preferences.ts';

/** Apart from the schema: the popup needs these before first paint, and the schema library is larger than the popup. */
export const defaultPreferences: Preferences = {
  networks: ['linkedin', 'x'],
  theme: 'auto',
  badge: true,
  digest: null,
  role: null,
  country: null,
  mastodon: null,
  redditCommunity: null,
  queue: { perDay: 2, fromHour: 9, toHour: 18, days: [1, 2, 3, 4, 5] },
};
