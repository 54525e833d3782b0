import { evaluateChecks, strongestLevel } from '../domain/checks/evaluate.ts';
import { postOfItem } from '../domain/checks/post-of-item.ts';
import { networkOfAddress } from '../domain/comment-network.ts';
import { RelaisError } from '../domain/errors.ts';
import type { Item } from '../domain/item.ts';
import { parseWebAddress } from '../domain/links/parse-address.ts';
import { isPrivateAddress } from '../domain/links/private-address.ts';
import type { NetworkId } from '../domain/network.ts';
import { composerAddress, isWithdrawn } from '../domain/networks/network-list.ts';
import { recipesFor } from '../domain/networks/recipe.ts';
import { networks } from '../domain/networks/table.ts';
import { canDecideShare, type Decision, type Share } from '../domain/share.ts';
import type { RelaisDb } from '../storage/db.ts';
import { readPostContext } from '../storage/queries/checks.ts';
import { readRecipes } from '../storage/queries/recipes.ts';
import {
  readCommentTabs,
  readComposerWindows,
  readPreferences,
  writeCommentTabs,
  writeComposerWindows,
} from '../storage/settings.ts';

export type ShareServiceDeps = {
  db: RelaisDb;
  now: () => number;
  newId: () => string;
  /** The language of the interface. */
  language: string;
  openComposerWindow: (url: string, size: { width: number; height: number }) => Promise<number | null>;
  /** The small window of Relais for what no web page takes: a mail, the system's share sheet. */
  openHandoverWindow: (shareId: string, size: { width: number; height: number }) => Promise<number | null>;
  openTab: (url: string) => Promise<number | null>;
  /** The address that leaves with a post, when it is another than the item's own. */
  sharedUrlOf: (item: Item, network: NetworkId, text: string, shown?: string) => Promise<string | null>;
  openAskWindow: (shareId: string) => Promise<void>;
  /** Told after a share changed state, so that participants' counts follow. */
  onDecided: (share: Share) => Promise<void>;
};

type ShareInput = {
  itemId: string;
  network: NetworkId;
  text: string;
  address?: string | undefined;
  warningsSeen?: boolean | undefined;
};

/** The composer's own page, a window of Relais, or nothing to open. */
type Way = { address: string } | 'handover' | null;

export type ShareService = ReturnType<typeof createShareService>;

export function createShareService(deps: ShareServiceDeps) {
  const { db, now } = deps;

  /** @throws RelaisError `not_found`, `under_embargo`. */
  async function readOpenItem(itemId: string): Promise<Item> {
    const row = await db.items.get(itemId);
    if (row === undefined) throw new RelaisError('not_found', `no item ${itemId}`);
    if (row.embargoUntil !== null && row.embargoUntil > now()) {
      throw new RelaisError('under_embargo', `item ${itemId} opens at ${row.embargoUntil}`);
    }
    return { ...row, pinned: row.pinned === 1, unread: row.unread === 1 };
  }

  /**
   * The page asked the same of the text while it was written; a page may be old or wrong, and one click
   * from a card asks here only.
   */
  async function passChecks({ itemId, network, text, warningsSeen }: ShareInput): Promise<void> {
    const context = await readPostContext(db, itemId);
    if (context === undefined) return;
    const { item, checks, campaign, country } = context;
    const writing = { text, network, campaign, language: deps.language, country, now: now() };
    const findings = evaluateChecks(checks, postOfItem(item, writing));
    const level = strongestLevel(findings);
    const ids = findings.filter((finding) => finding.level === level).map(({ checkId }) => checkId);
    if (level === 'block') throw new RelaisError('check_blocked', `held back by ${ids.join(', ')}`);
    if (level === 'warning' && !warningsSeen)
      throw new RelaisError('check_warned', `to be read again: ${ids.join(', ')}`);
  }

  /** Written before anything opens: a worker that dies between the two leaves a share to be answered in the journal. */
  async function writeOpened(
    item: Item,
    told: Pick<Share, 'act' | 'network' | 'url' | 'sharedUrl' | 'text'>,
  ): Promise<Share> {
    const share: Share = {
      ...told,
      id: deps.newId(),
      title: item.title,
      itemId: item.id,
      sourceId: item.sourceId,
      campaignId: item.campaignId,
      state: 'opened',
      openedAt: now(),
      askedAt: null,
      decidedAt: null,
      postUrl: null,
      removedAt: null,
    };
    await db.transaction('rw', db.shares, db.items, async () => {
      await db.shares.add(share);
      await db.items.update(item.id, { unread: 0 });
    });
    return share;
  }

  /**
   * The item of a post that may leave: it is there, open, public, and its text passes the checks.
   *
   * @throws RelaisError as `startShare` does.
   */
  async function admitPost(input: ShareInput): Promise<Item & { url: string }> {
    const item = await readOpenItem(input.itemId);
    const { url } = item;
    if (url === null) throw new RelaisError('invalid_address', `item ${input.itemId} has no address`);
    if (isPrivateAddress(url)) throw new RelaisError('address_internal', `${url} is not public`);
    await passChecks(input);
    return { ...item, url };
  }

  /**
   * Writes the share as `opened`, then opens the composer.
   *
   * @throws RelaisError `not_found` (the item left the feed), `under_embargo` (it is not open yet),
   *   `invalid_address` (it has no address), `address_internal` (its address is not public),
   *   `network_withdrawn`, `instance_needed` (before anything is written), `check_blocked`, `check_warned`
   *   (until `warningsSeen`), `composer_blocked` (the share is kept, and can be opened again).
   */
  async function startShare(input: ShareInput): Promise<{ shareId: string }> {
    const item = await readOpenItem(input.itemId);
    if (item.url === null) throw new RelaisError('invalid_address', `item ${input.itemId} has no address`);
    const plain = { network: input.network, url: item.url, text: input.text };
    // Asked before the checks and before a hub is: no short address is made for what cannot leave.
    await readWay({ ...plain, sourceId: item.sourceId, title: item.title });
    await passChecks(input);
    const sharedUrl = await deps.sharedUrlOf(item, input.network, input.text, input.address);
    const post = { ...plain, sharedUrl };
    const way = await readWay({ ...post, sourceId: item.sourceId, title: item.title });
    const share = await writeOpened(item, { act: 'post', ...post });
    await open(share, way);
    return { shareId: share.id };
  }

  /**
   * Opens the composer of a share once more: it did not open, or was closed too early.
   *
   * @throws RelaisError as `startShare`, and `not_found` when there is no such share.
   */
  async function reopenShare({ shareId }: { shareId: string }): Promise<void> {
    const share = await db.shares.get(shareId);
    if (share === undefined || share.act !== 'post' || share.network === null || share.state === 'verified') {
      throw new RelaisError('not_found', `no share ${shareId} to open again`);
    }
    await open(share, await readWay({ ...share, network: share.network }));
  }

  /** How a post reaches its network here and now; null for what has no window: it is on the clipboard already. */
  async function readWay(
    post: Pick<Share, 'url' | 'sharedUrl' | 'text' | 'title' | 'sourceId'> & { network: NetworkId },
  ): Promise<Way> {
    const { takesInternal, template } = networks[post.network];
    if (!takesInternal && isPrivateAddress(post.url)) {
      throw new RelaisError('address_internal', `${post.url} is not public`);
    }
    const [known, places] = await Promise.all([readRecipes(db), readPreferences()]);
    const recipes = recipesFor(known, post.sourceId);
    if (isWithdrawn(post.network, recipes)) throw new RelaisError('network_withdrawn', `${post.network} is withdrawn`);
    if (post.network === 'copy') return null;
    if (template === null) return 'handover';
    const address = composerAddress(post.network, { ...post, url: post.sharedUrl ?? post.url }, { places, recipes });
    if (address === null) throw new RelaisError('instance_needed', `no instance of ${post.network} is known`);
    return { address };
  }

  async function open(share: Share, way: Way): Promise<void> {
    if (way === null || share.network === null) return;
    const { window: size } = networks[share.network];
    let windowId: number | null;
    try {
      windowId =
        way === 'handover'
          ? await deps.openHandoverWindow(share.id, size)
          : await deps.openComposerWindow(way.address, size);
    } catch (error) {
      throw new RelaisError('composer_blocked', `the window of share ${share.id} did not open`, { cause: error });
    }
    if (windowId !== null) await writeComposerWindows({ ...(await readComposerWindows()), [windowId]: share.id });
  }

  /**
   * Writes the comment as an `opened` share, then opens the company's post in a tab. `text` is the opening
   * that the employee took along, '' for none: what they make of it, no one can see from outside.
   *
   * @throws RelaisError `not_found`, `under_embargo`, `invalid_address`.
   */
  async function startComment(input: { itemId: string; text: string }): Promise<{ shareId: string }> {
    const item = await readOpenItem(input.itemId);
    const url = parseWebAddress(item.url ?? item.readUrl ?? '')?.href;
    if (url === undefined) throw new RelaisError('invalid_address', `item ${input.itemId} has no web address`);
    const share = await writeOpened(item, { act: 'comment', network: networkOfAddress(url), url, text: input.text });
    const tabId = await deps.openTab(url);
    if (tabId !== null) await writeCommentTabs({ ...(await readCommentTabs()), [tabId]: share.id });
    return { shareId: share.id };
  }

  /** Asks once, when the composer's window closes. Any other window is none of our business. */
  async function windowClosed(windowId: number): Promise<void> {
    const { [windowId]: shareId, ...others } = await readComposerWindows();
    if (shareId === undefined) return;
    await writeComposerWindows(others);
    await askOnce(shareId);
  }

  /** Asks once, when the tab of a post to comment on closes. */
  async function tabClosed(tabId: number): Promise<void> {
    const { [tabId]: shareId, ...others } = await readCommentTabs();
    if (shareId === undefined) return;
    await writeCommentTabs(others);
    await askOnce(shareId);
  }

  async function askOnce(shareId: string): Promise<void> {
    const asked = await db.transaction('rw', db.shares, async () => {
      const share = await db.shares.get(shareId);
      if (share?.state !== 'opened' || share.askedAt !== null) return false;
      await db.shares.update(shareId, { askedAt: now() });
      return true;
    });
    if (asked) await deps.openAskWindow(shareId);
  }

  /** @throws RelaisError `not_found`. Saying the same thing twice changes nothing. */
  async function decideShare(input: { shareId: string; state: Decision }): Promise<void> {
    const decided = await db.transaction('rw', db.shares, async () => {
      const share = await db.shares.get(input.shareId);
      if (share === undefined) throw new RelaisError('not_found', `no share ${input.shareId}`);
      if (!canDecideShare(share.state, input.state)) return null;
      // Taken back, it waits for a word again; it was asked about all the same.
      const decidedAt = input.state === 'opened' ? null : now();
      const next: Share = { ...share, state: input.state, decidedAt, askedAt: share.askedAt ?? now() };
      await db.shares.put(next);
      return next;
    });
    if (decided !== null) await deps.onDecided(decided);
  }

  return { admitPost, startShare, reopenShare, startComment, windowClosed, tabClosed, decideShare };
}
