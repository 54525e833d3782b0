import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInvitation, startHub } from '../../hub/src/start.ts';

export type TestHub = Awaited<ReturnType<typeof startTestHub>>;

/** A real hub with the sample company on a free port of 127.0.0.1, in a folder of its own. */
export async function startTestHub() {
  const dataFolder = await mkdtemp(join(tmpdir(), 'relais-hub-'));
  const config = { host: '127.0.0.1', port: 0, dataFolder, databaseUrl: null, publicUrl: null };
  const hub = await startHub({ config, log: () => undefined });
  return {
    ...hub,
    /** A fresh invitation link. */
    invite: async () => `${hub.url}/join#${await createInvitation(hub.db, Date.now())}`,
    close: async () => {
      await hub.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
