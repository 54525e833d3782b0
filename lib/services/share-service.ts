import { RelaisError } from '../domain/errors.ts';
import { isPrivateAddress } from '../domain/links/private-address.ts';
import type { NetworkId } from '../domain/network.ts';
import { networks } from '../domain/networks/table.ts';
import { canDecideShare, type Share } from '../domain/share.ts';
import type { RelaisDb } from '../storage/db.ts';
import { readComposerWindows, writeComposerWindows } from '../storage/settings.ts';

export type ShareServiceDeps = {
  db: RelaisDb;
  now: () => number;
  newId: () => string;
  openComposerWindow: (url: string, size: { width: number; height: number }) => Promise<number | null>;
  openAskWindow: (shareId: string) => Promise<void>;
  /** Told after a share changed state, so that participants' counts follow. */
  onDecided: (share: Share) => Promise<void>;
};

export type ShareService = ReturnType<typeof createShareService>;

export function createShareService(deps: ShareServiceDeps) {
  const { db, now } = deps;

  /**
   * Writes the share as `opened`, then opens the composer: a worker that dies between the two leaves
   * a share to be answered in the journal, never an untold one.
   *
   * @throws RelaisError `not_found` (the item left the feed), `invalid_address` (it has no address),
   *   `address_internal` (its address is not public).
   */
  async function startShare(input: { itemId: string; network: NetworkId; text: string }): Promise<{ shareId: string }> {
    const item = await db.items.get(input.itemId);
    if (item === undefined) throw new RelaisError('not_found', `no item ${input.itemId}`);
    if (item.url === null) throw new RelaisError('invalid_address', `item ${input.itemId} has no address`);
    if (isPrivateAddress(item.url)) throw new RelaisError('address_internal', `${item.url} is not public`);
    const share: Share = {
      id: deps.newId(),
      network: input.network,
      url: item.url,
      title: item.title,
      text: input.text,
      itemId: item.id,
      sourceId: item.sourceId,
      campaignId: item.campaignId,
      state: 'opened',
      openedAt: now(),
      askedAt: null,
      decidedAt: null,
    };
    await db.transaction('rw', db.shares, db.items, async () => {
      await db.shares.add(share);
      await db.items.update(item.id, { unread: 0 });
    });
    const network = networks[input.network];
    const windowId = await deps.openComposerWindow(
      network.composerUrl({ text: share.text, url: share.url }),
      network.window,
    );
    if (windowId !== null) await writeComposerWindows({ ...(await readComposerWindows()), [windowId]: share.id });
    return { shareId: share.id };
  }

  /** Asks once, when the composer's window closes. Any other window is none of our business. */
  async function windowClosed(windowId: number): Promise<void> {
    const { [windowId]: shareId, ...others } = await readComposerWindows();
    if (shareId === undefined) return;
    await writeComposerWindows(others);
    const asked = await db.transaction('rw', db.shares, async () => {
      const share = await db.shares.get(shareId);
      if (share?.state !== 'opened' || share.askedAt !== null) return false;
      await db.shares.update(shareId, { askedAt: now() });
      return true;
    });
    if (asked) await deps.openAskWindow(shareId);
  }

  /** @throws RelaisError `not_found`. Saying the same thing twice changes nothing. */
  async function decideShare(input: { shareId: string; state: 'confirmed' | 'dismissed' }): Promise<void> {
    const decided = await db.transaction('rw', db.shares, async () => {
      const share = await db.shares.get(input.shareId);
      if (share === undefined) throw new RelaisError('not_found', `no share ${input.shareId}`);
      if (!canDecideShare(share.state, input.state)) return null;
      const next: Share = { ...share, state: input.state, decidedAt: now(), askedAt: share.askedAt ?? now() };
      await db.shares.put(next);
      return next;
    });
    if (decided !== null) await deps.onDecided(decided);
  }

  return { startShare, windowClosed, decideShare };
}
