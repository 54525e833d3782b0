import { evaluateChecks, strongestLevel } from '../domain/checks/evaluate.ts';
import { postOfItem } from '../domain/checks/post-of-item.ts';
import { networkOfAddress } from '../domain/comment-network.ts';
import { RelaisError } from '../domain/errors.ts';
import type { Item } from '../domain/item.ts';
import { parseWebAddress } from '../domain/links/parse-address.ts';
import { isPrivateAddress } from '../domain/links/private-address.ts';
import type { NetworkId } from '../domain/network.ts';
import { networks } from '../domain/networks/table.ts';
import { canDecideShare, type Share } from '../domain/share.ts';
import type { RelaisDb } from '../storage/db.ts';
import { readPostContext } from '../storage/queries/checks.ts';
import { readCommentTabs, readComposerWindows, writeCommentTabs, writeComposerWindows } from '../storage/settings.ts';

export type ShareServiceDeps = {
  db: RelaisDb;
  now: () => number;
  newId: () => string;
  /** The language of the interface. */
  language: string;
  openComposerWindow: (url: string, size: { width: number; height: number }) => Promise<number | null>;
  openTab: (url: string) => Promise<number | null>;
  openAskWindow: (shareId: string) => Promise<void>;
  /** Told after a share changed state, so that participants' counts follow. */
  onDecided: (share: Share) => Promise<void>;
};

type ShareInput = { itemId: string; network: NetworkId; text: string; warningsSeen?: boolean | undefined };

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
  async function writeOpened(item: Item, told: Pick<Share, 'act' | 'network' | 'url' | 'text'>): Promise<Share> {
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
    };
    await db.transaction('rw', db.shares, db.items, async () => {
      await db.shares.add(share);
      await db.items.update(item.id, { unread: 0 });
    });
    return share;
  }

  /**
   * Writes the share as `opened`, then opens the composer.
   *
   * @throws RelaisError `not_found` (the item left the feed), `under_embargo` (it is not open yet),
   *   `invalid_address` (it has no address), `address_internal` (its address is not public),
   *   `check_blocked`, `check_warned` (until `warningsSeen`).
   */
  async function startShare(input: ShareInput): Promise<{ shareId: string }> {
    const item = await readOpenItem(input.itemId);
    if (item.url === null) throw new RelaisError('invalid_address', `item ${input.itemId} has no address`);
    if (isPrivateAddress(item.url)) throw new RelaisError('address_internal', `${item.url} is not public`);
    await passChecks(input);
    const network = networks[input.network];
    const { text } = input;
    const share = await writeOpened(item, { act: 'post', network: input.network, url: item.url, text });
    const windowId = await deps.openComposerWindow(
      network.composerUrl({ text: share.text, url: share.url }),
      network.window,
    );
    if (windowId !== null) await writeComposerWindows({ ...(await readComposerWindows()), [windowId]: share.id });
    return { shareId: share.id };
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

  return { startShare, startComment, windowClosed, tabClosed, decideShare };
}
