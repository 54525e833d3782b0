import type { NetworkId } from '../network.ts';
import { bluesky } from './bluesky.ts';
import { linkedin } from './linkedin.ts';
import type { NetworkDefinition } from './network-definition.ts';
import { x } from './x.ts';

/** Every network of this version. The type refuses a name of `networkIds` without its definition. */
export const networks: Record<NetworkId, NetworkDefinition> = { linkedin, x, bluesky };
