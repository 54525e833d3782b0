import type { Share } from '../domain/share.ts';
import type { RelaisDb } from '../storage/db.ts';

export type DraftServiceDeps = { db: RelaisDb; now: () => number };

export type DraftService = ReturnType<typeof createDraftService>;

/** After a month, what an item was about is old news, and its draft with it. */
const keptMs = 30 * 86_400_000;

type DraftKey = { itemId: string; network: string };

/** Posts that are being written: kept from the first words until they are shared or thrown away. */
export function createDraftService({ db, now }: DraftServiceDeps) {
  async function saveDraft(draft: DraftKey & { text: string; aside: string | null }): Promise<void> {
    await db.shareDrafts.put({ ...draft, savedAt: now() });
  }

  /** Shared, or thrown away. None there is as well. */
  async function discardDraft({ itemId, network }: DraftKey): Promise<void> {
    await db.shareDrafts.delete([itemId, network]);
  }

  /**
   * Follows the employee's word on a share. Not posted after all: own words come back as a draft, unless
   * something newer was begun; posted: the draft they came back as is done with.
   */
  async function shareDecided(shareId: string): Promise<void> {
    await db.transaction('rw', db.shares, db.items, db.shareDrafts, async () => {
      const share = await db.shares.get(shareId);
      if (share === undefined || share.act !== 'post' || share.itemId === null || share.network === null) return;
      const key: [string, string] = [share.itemId, share.network];
      const draft = await db.shareDrafts.get(key);
      if (share.state === 'dismissed' && draft === undefined && (await isOwnText(share))) {
        const [itemId, network] = key;
        await db.shareDrafts.put({ itemId, network, text: share.text, aside: null, savedAt: now() });
      }
      if (share.state === 'confirmed' && draft?.text === share.text) await db.shareDrafts.delete(key);
    });
  }

  /** Follows a plan: cancelled, its words come back as a draft, unless something newer was begun; taken back, they are the plan's. */
  async function planDecided(planId: string): Promise<void> {
    await db.transaction('rw', db.plans, db.items, db.shareDrafts, async () => {
      const plan = await db.plans.get(planId);
      if (plan === undefined) return;
      const { itemId, network, text, state } = plan;
      const draft = await db.shareDrafts.get([itemId, network]);
      if (state !== 'cancelled') {
        if (draft?.text === text) await db.shareDrafts.delete([itemId, network]);
      } else if (draft === undefined && (await isOwnText(plan))) {
        await db.shareDrafts.put({ itemId, network, text, aside: null, savedAt: now() });
      }
    });
  }

  async function isOwnText({ itemId, text }: Pick<Share, 'itemId' | 'text'>): Promise<boolean> {
    const item = await db.items.get(itemId ?? '');
    if (item === undefined || text.trim() === '') return false;
    return ![item.title, ...item.suggestions.map((suggestion) => suggestion.text)].includes(text);
  }

  async function pruneDrafts(): Promise<void> {
    await db.shareDrafts
      .where('savedAt')
      .below(now() - keptMs)
      .delete();
  }

  return { saveDraft, discardDraft, shareDecided, planDecided, pruneDrafts };
}
