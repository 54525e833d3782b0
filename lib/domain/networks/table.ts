import type { NetworkId } from '../network-ids.ts';
import { bluesky } from './bluesky.ts';
import { copy } from './copy.ts';
import { email } from './email.ts';
import { facebook } from './facebook.ts';
import { linkedin } from './linkedin.ts';
import { mastodon } from './mastodon.ts';
import type { NetworkDefinition } from './network-definition.ts';
import { reddit } from './reddit.ts';
import { system } from './system.ts';
import { teams } from './teams.ts';
import { telegram } from './telegram.ts';
import { threads } from './threads.ts';
import { vivaEngage } from './viva-engage.ts';
import { whatsapp } from './whatsapp.ts';
import { x } from './x.ts';
import { xing } from './xing.ts';

/** Every network of this version. The type refuses a name of `networkIds` without its definition. */
export const networks: Record<NetworkId, NetworkDefinition> = {
  linkedin,
  x,
  bluesky,
  mastodon,
  threads,
  facebook,
  xing,
  reddit,
  whatsapp,
  telegram,
  teams,
  viva_engage: vivaEngage,
  email,
  system,
  copy,
};
