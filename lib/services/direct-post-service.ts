import { recordKey } from '../adapters/networks/bluesky/record-key.ts';
import type { Account, DirectNetworkId } from '../domain/account.ts';
import type { DirectPost, Visibility } from '../domain/direct-post.ts';
import { type ErrorCode, RelaisError } from '../domain/errors.ts';
import type { Item } from '../domain/item.ts';
import { networks } from '../domain/networks/table.ts';
import type { Share } from '../domain/share.ts';
import { createPostSender, type PostSenderDeps, patienceMs, shareOf } from './send-direct-post.ts';

/**
 * Publishes in the employee's name, by their own account, and takes down again.
 *
 *   write the row ──► claim (triedAt) ──► send under the row's key ──► settle: the share, verified
 *
 * The worker may die between any two steps. Before the claim nothing left; after it the row is still
 * `queued`, and the next drain sends it under the same key, which makes no second post. What is refused for
 * good is parked with its reason, text and all. One drain runs at a time, through a lock all contexts share.
 */
export type DirectPostServiceDeps = PostSenderDeps & {
  newId: () => string;
  /** The language of the interface. */
  language: string;
  withLock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  scheduleDrain: (at: number) => Promise<void>;
  /** The item of a post that may leave, or a `RelaisError` that says why it may not. */
  admitPost: (input: {
    itemId: string;
    network: DirectNetworkId;
    text: string;
    warningsSeen?: boolean | undefined;
  }) => Promise<Item & { url: string }>;
  /** The address that leaves with a post, when it is another than the item's own. */
  sharedUrlOf: (item: Item, network: DirectNetworkId, text: string) => Promise<string | null>;
};

export type PublishInput = {
  itemId: string;
  accountId: string;
  text: string;
  language?: string | undefined;
  withPicture: boolean;
  pictureAlt: string;
  visibility: Visibility;
  warningsSeen?: boolean | undefined;
  /** The plan that this post takes the place of, in one transaction: it is written once, or not at all. */
  planId?: string | undefined;
};

export type PublishOutcome = {
  shareId: string;
  outcome: 'published' | 'waiting' | 'refused';
  postUrl: string | null;
  /** Why it waits or was refused. */
  failure: ErrorCode | null;
};

export type DirectPostService = ReturnType<typeof createDirectPostService>;

export function createDirectPostService(deps: DirectPostServiceDeps) {
  const { db, now } = deps;
  const sender = createPostSender(deps);

  async function readAccount(id: string): Promise<Account> {
    const account = await db.accounts.get(id);
    if (account === undefined) throw new RelaisError('not_found', `no account ${id}`);
    if (account.state !== 'active') throw new RelaisError('not_signed_in', `account ${id} is ${account.state}`);
    return account;
  }

  /**
   * Publishes, or leaves the post where it goes on by itself, or parks it with its reason.
   *
   * @throws RelaisError those of `startShare`; `not_signed_in`, `text_too_long`; `post_waiting` when a post about
   *   the item may already be on its way or online.
   */
  async function publishPost(input: PublishInput): Promise<PublishOutcome> {
    const account = await readAccount(input.accountId);
    const { network } = account;
    const { itemId, text, warningsSeen } = input;
    const item = await deps.admitPost({ itemId, network, text, warningsSeen });
    const sharedUrl = await deps.sharedUrlOf(item, network, text);
    await assertFits(account, text, sharedUrl ?? item.url);
    const post: DirectPost = {
      id: deps.newId(),
      accountId: account.id,
      network,
      state: 'queued',
      key: newKey(network),
      itemId,
      sourceId: item.sourceId,
      campaignId: item.campaignId,
      url: item.url,
      sharedUrl,
      title: item.title,
      description: item.summary,
      text,
      imageUrl: input.withPicture ? item.imageUrl : null,
      imageAlt: input.pictureAlt,
      language: input.language ?? deps.language,
      visibility: input.visibility,
      createdAt: now(),
      triedAt: null,
      attempts: 0,
      nextAttemptAt: now(),
      failure: null,
      remoteId: null,
      postUrl: null,
    };
    await db.transaction('rw', db.directPosts, db.plans, async () => {
      if (input.planId !== undefined) {
        // Handed over before, moved or taken back while the checks were asked.
        if ((await db.plans.get(input.planId))?.state !== 'planned') throw new RelaisError('not_found', 'no such plan');
        await db.plans.delete(input.planId);
      }
      const others = await db.directPosts
        .where('itemId')
        .equals(itemId)
        .filter(({ accountId, state }) => accountId === account.id && (state === 'queued' || state === 'parked'))
        .toArray();
      if (others.some(({ state, triedAt }) => state === 'queued' || triedAt !== null)) {
        throw new RelaisError('post_waiting', `a post about ${itemId} is not settled`);
      }
      // Refused for certain: this one takes their place.
      await db.directPosts.bulkDelete(others.map(({ id }) => id));
      await db.directPosts.add(post);
    });
    await drain();
    return outcomeOf(post.id);
  }

  function newKey(network: DirectNetworkId): string {
    return network === 'bluesky' ? recordKey(now(), deps.random()) : deps.newId();
  }

  async function assertFits({ network, maxCharacters }: Account, text: string, url: string): Promise<void> {
    const { loadCounter, limit } = networks[network];
    const count = await loadCounter();
    if (count({ text, url }) > (maxCharacters ?? limit)) throw new RelaisError('text_too_long', `over ${limit}`);
  }

  async function outcomeOf(id: string): Promise<PublishOutcome> {
    const post = await db.directPosts.get(id);
    const outcome = post?.state === 'published' ? 'published' : post?.state === 'parked' ? 'refused' : 'waiting';
    return { shareId: id, outcome, postUrl: post?.postUrl ?? null, failure: post?.failure?.code ?? null };
  }

  /** Sends a parked or waiting post again, under its own key. @throws RelaisError `not_found`. */
  async function retryPost(input: { shareId: string; withoutPicture?: boolean | undefined }): Promise<PublishOutcome> {
    await db.transaction('rw', db.directPosts, async () => {
      const post = await db.directPosts.get(input.shareId);
      if (post?.state !== 'parked' && post?.state !== 'queued')
        throw new RelaisError('not_found', 'no such post waits');
      // The person looked, and says that it is not online: the key may be used as if for the first time.
      const isAnswered = post.failure?.code === 'post_unsure';
      await db.directPosts.update(post.id, {
        state: 'queued',
        nextAttemptAt: now(),
        createdAt: isAnswered || now() - post.createdAt > patienceMs ? now() : post.createdAt,
        ...(isAnswered && { triedAt: null, key: newKey(post.network) }),
        ...(input.withoutPicture === true && { imageUrl: null }),
      });
    });
    await drain();
    return outcomeOf(input.shareId);
  }

  /**
   * Lets a post go that is not on its way: its text is forgotten, or, when its person saw it online, it becomes
   * a share that they confirm.
   */
  async function discardPost({ shareId, isOnline }: { shareId: string; isOnline: boolean }): Promise<void> {
    const share = await deps.withLock(lockName, () =>
      db.transaction('rw', db.directPosts, db.shares, async () => {
        const post = await db.directPosts.get(shareId);
        if (post === undefined || (post.state !== 'queued' && post.state !== 'parked')) return null;
        await db.directPosts.delete(shareId);
        if (!isOnline) return null;
        const confirmed: Share = { ...shareOf(post, now()), state: 'confirmed' };
        await db.shares.put(confirmed);
        return confirmed;
      }),
    );
    if (share !== null) await deps.onDecided(share);
  }

  /**
   * Takes a published post down, there and then in the journal. What the network cannot be told now is told
   * later.
   *
   * @throws RelaisError `not_found`, `not_signed_in`, or the network's refusal; the post is then still online.
   */
  async function deletePost(shareId: string): Promise<void> {
    const post = await db.directPosts.get(shareId);
    if (post?.state !== 'published') throw new RelaisError('not_found', `no published post ${shareId}`);
    await readAccount(post.accountId);
    await db.directPosts.update(shareId, { state: 'removing', attempts: 0, nextAttemptAt: now(), failure: null });
    await drain();
    const after = await db.directPosts.get(shareId);
    if (after?.state === 'published' && after.failure !== null) {
      throw new RelaisError(after.failure.code, `${shareId} was not taken down`);
    }
  }

  async function duePosts(): Promise<DirectPost[]> {
    const due = await Promise.all(
      (['queued', 'removing'] as const).map((state) =>
        db.directPosts.where('[state+nextAttemptAt]').between([state, -Infinity], [state, now()], true, true).toArray(),
      ),
    );
    return due.flat().sort((a, b) => a.createdAt - b.createdAt);
  }

  /** Sends everything that is due, then sets the alarm for what is not. */
  function drain(): Promise<void> {
    return deps.withLock(lockName, async () => {
      for (const post of await duePosts()) await sender.send(post);
      const waiting = await db.directPosts.filter(({ state }) => state === 'queued' || state === 'removing').toArray();
      if (waiting.length > 0) await deps.scheduleDrain(Math.min(...waiting.map(({ nextAttemptAt }) => nextAttemptAt)));
    });
  }

  /** On coming back online: nothing waits for its back-off, except where the other side asked to be left alone. */
  async function hurry(): Promise<void> {
    await db.directPosts
      .filter(({ state, failure }) => (state === 'queued' || state === 'removing') && failure?.code !== 'rate_limited')
      .modify({ nextAttemptAt: now() });
    await drain();
  }

  return { publishPost, retryPost, discardPost, deletePost, drain, hurry };
}

const lockName = 'relais-direct-posts';
