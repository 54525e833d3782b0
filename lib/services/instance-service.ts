import type { HttpClient } from '../adapters/http/client.ts';
import { readInstance } from '../adapters/networks/read-instance.ts';
import { codeOf, RelaisError } from '../domain/errors.ts';
import { readInstanceHost } from '../domain/networks/instance-host.ts';
import type { MastodonInstance } from '../domain/networks/network-definition.ts';
import { readPreferences, writePreferences } from '../storage/settings.ts';

export type InstanceServiceDeps = {
  http: HttpClient;
  hasHostAccess: (url: string) => Promise<boolean>;
  isOnline: () => boolean;
};

export type InstanceService = ReturnType<typeof createInstanceService>;

/** Where the employee's Mastodon account is. */
export function createInstanceService({ http, hasHostAccess, isOnline }: InstanceServiceDeps) {
  /**
   * Keeps the instance once it answered; null forgets it.
   *
   * @throws RelaisError `not_mastodon` (also for what is no host), `host_access_needed` (it answers, and
   *   lets no other site read it), or why nobody answered. What was kept before stays.
   */
  async function setInstance({ address }: { address: string | null }): Promise<{ instance: MastodonInstance | null }> {
    const instance = address === null ? null : await check(address);
    await writePreferences({ ...(await readPreferences()), mastodon: instance });
    return { instance };
  }

  async function check(address: string) {
    const host = readInstanceHost(address);
    if (host === null) throw new RelaisError('not_mastodon', `“${address}” names no public host`);
    const origin = `https://${host}`;
    try {
      return await readInstance(http, host);
    } catch (error) {
      // A refused cross-origin read and a dead host look the same.
      if (codeOf(error) !== 'network_unreachable' || !isOnline() || (await hasHostAccess(origin))) throw error;
      if (!(await http.isAnswering(origin))) throw error;
      throw new RelaisError('host_access_needed', `no access to ${origin}`, { cause: error, origin });
    }
  }

  return { setInstance };
}
