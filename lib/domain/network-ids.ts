/** The networks of this version, in the order offered. A new one is a file in `networks/` and a name here. */
export const networkIds = [
  'linkedin',
  'x',
  'bluesky',
  'mastodon',
  'threads',
  'facebook',
  'xing',
  'reddit',
  'whatsapp',
  'telegram',
  'teams',
  'viva_engage',
  'email',
  'system',
  'copy',
] as const;
export type NetworkId = (typeof networkIds)[number];
