import type { Preferences } from './preferences.ts';

/** Apart from the schema: the popup needs these before first paint, and the schema library is larger than the popup. */
export const defaultPreferences: Preferences = {
  networks: ['linkedin', 'x'],
  theme: 'auto',
  badge: true,
  digest: null,
  role: null,
  country: null,
};
