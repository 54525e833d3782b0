import type { HubClient } from '../adapters/hub/hub-client.ts';
import { RelaisError } from '../domain/errors.ts';
import type { Item } from '../domain/item.ts';
import { leavingAddress, needsShortLink, sharedAddress } from '../domain/links/campaign-tags.ts';
import type { NetworkId } from '../domain/network.ts';
import type { RelaisDb, ShortLinkRow } from '../storage/db.ts';
import { readItemLinks } from '../storage/queries/links.ts';

export type LinkServiceDeps = {
  db: RelaisDb;
  now: () => number;
  newId: () => string;
  hubClient: HubClient;
  isOnline: () => boolean;
  report: (error: unknown, where: string) => void;
};

export type LinkService = ReturnType<typeof createLinkService>;

type LinkedItem = Pick<Item, 'id' | 'sourceId' | 'externalId' | 'url' | 'campaignId' | 'kind' | 'language'>;

/** Who shares does not wait for a hub that is slow: the longer address says the same. */
const patienceMs = 2_000;
const keysAtOnce = 100;
/** Links whose visits are still asked for: the latest. */
const followedLinks = 500;

export function createLinkService(deps: LinkServiceDeps) {
  const { db, now, hubClient } = deps;

  /**
   * Asks the item's hub for a short address where the company wants one and there is none yet. Quiet when
   * that cannot be: the longer address leaves then.
   */
  async function prepareLink({ itemId, network }: { itemId: string; network: NetworkId }): Promise<void> {
    const item = await db.items.get(itemId);
    if (item === undefined) throw new RelaisError('not_found', `no item ${itemId}`);
    await ensureLink(item, network);
  }

  async function ensureLink(item: LinkedItem, network: NetworkId): Promise<void> {
    if (!deps.isOnline() || !needsShortLink(network, await readItemLinks(db, item))) return;
    const source = await db.sources.get(item.sourceId);
    if (source?.connectionId == null) return;
    const [connection, secret] = await Promise.all([
      db.connections.get(source.connectionId),
      db.secrets.get(source.connectionId),
    ]);
    if (connection?.state !== 'active' || secret === undefined) return;
    try {
      const link = await claimLink(item.id, network, connection.id);
      const request = { item_id: item.externalId, network, language: item.language, key: link.key };
      const url = await hubClient.createLink(connection.hubUrl, secret.token, request);
      // The key reads what is counted: it is kept in one place.
      const call = hubClient.calls.createLink(connection.hubUrl, { ...request, key: '…' });
      await db.transaction('rw', db.shortLinks, db.departures, async () => {
        await db.shortLinks.update(link.id, { url });
        await db.departures.add({ at: now(), connectionId: connection.id, purpose: 'short_link', ...call });
      });
    } catch (error) {
      deps.report(error, 'short link');
    }
  }

  /** Its key is kept before it leaves: asked again, the hub answers with the same link. */
  function claimLink(itemId: string, network: NetworkId, connectionId: string): Promise<ShortLinkRow> {
    const id = `${itemId}|${network}`;
    return db.transaction('rw', db.shortLinks, async () => {
      const known = await db.shortLinks.get(id);
      if (known?.connectionId === connectionId) return known;
      const row: ShortLinkRow = {
        ...{ id, connectionId, itemId, network },
        key: deps.newId(),
        url: null,
        createdAt: now(),
        visits: 0,
      };
      await db.shortLinks.put(row);
      return row;
    });
  }

  /**
   * The address that leaves with a post, where it is another than the item's own. An employee who wrote the
   * item's address into the text has chosen it, and what a page `shown` is what leaves, if it may.
   */
  async function sharedUrlOf(
    item: LinkedItem,
    network: NetworkId,
    text: string,
    shown?: string,
  ): Promise<string | null> {
    if (item.url === null || shown === item.url || text.split(/\s+/).includes(item.url)) return null;
    if (shown !== undefined) {
      const { rules, shortUrls } = await readItemLinks(db, item);
      if (shown === shortUrls[network] || shown === sharedAddress(item, network, rules)) return shown;
    }
    await Promise.race([ensureLink(item, network), pause(patienceMs)]);
    const { url } = leavingAddress(item, network, await readItemLinks(db, item));
    return url === item.url ? null : url;
  }

  /** What was counted since at the short addresses of this journal. */
  async function refreshVisits(): Promise<void> {
    if (!deps.isOnline()) return;
    const links = (await db.shortLinks.toArray())
      .filter(({ url }) => url !== null)
      .sort((a, b) => b.createdAt - a.createdAt)
      .slice(0, followedLinks);
    for (const [connectionId, own] of Map.groupBy(links, (link) => link.connectionId)) {
      const [connection, secret] = await Promise.all([db.connections.get(connectionId), db.secrets.get(connectionId)]);
      if (connection?.state !== 'active' || secret === undefined) continue;
      const byKey = new Map(own.map((link) => [link.key, link]));
      const keys = [...byKey.keys()];
      for (let at = 0; at < keys.length; at += keysAtOnce) {
        const batch = keys.slice(at, at + keysAtOnce);
        for (const { key, visits } of await hubClient.linkVisits(connection.hubUrl, secret.token, batch)) {
          const link = byKey.get(key);
          if (link !== undefined && link.visits !== visits) await db.shortLinks.update(link.id, { visits });
        }
      }
    }
  }

  return { prepareLink, sharedUrlOf, refreshVisits };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
