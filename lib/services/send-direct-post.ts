import type { DirectNetwork, NetworkCall, PostContent, Session } from '../adapters/networks/direct-network.ts';
import type { DirectNetworkId } from '../domain/account.ts';
import type { DirectPost } from '../domain/direct-post.ts';
import { codeOf, type ErrorCode, type RelaisError } from '../domain/errors.ts';
import { textWithLink } from '../domain/networks/post-text.ts';
import { isRetriable, retryDelayMs } from '../domain/retry.ts';
import type { Share } from '../domain/share.ts';
import type { RelaisDb } from '../storage/db.ts';
import { type PostPictureDeps, readPostPicture } from './post-picture.ts';

export type PostSenderDeps = PostPictureDeps & {
  db: RelaisDb;
  now: () => number;
  random: () => number;
  clients: Record<DirectNetworkId, DirectNetwork>;
  /** Told after a share changed state, so that participants' counts follow. */
  onDecided: (share: Share) => Promise<void>;
};

/** A post that could not leave for so long is old news: its person says whether it still should. */
export const patienceMs = 24 * 3_600_000;

/** Failures after which a post may be online all the same: its answer is what was lost. */
const unanswered: ReadonlySet<ErrorCode> = new Set([
  'network_unreachable',
  'post_unsure',
  'server_error',
  'timed_out',
  'unexpected_answer',
  'unknown',
]);

/** One attempt at one post: claimed, sent, and settled whatever comes back. */
export function createPostSender(deps: PostSenderDeps) {
  const { db, now } = deps;

  /** Publishes a queued post, or takes a published one down. What fails is written on the row, not thrown. */
  async function send(post: DirectPost): Promise<void> {
    const [account, secret] = await Promise.all([db.accounts.get(post.accountId), db.secrets.get(post.accountId)]);
    if (account?.state !== 'active' || secret === undefined) return fail(post, 'not_signed_in');
    if (post.state === 'queued' && now() - post.createdAt > patienceMs) {
      return park(post, post.triedAt === null ? (post.failure?.code ?? 'timed_out') : 'post_unsure');
    }
    const session: Session = {
      server: account.server,
      remoteId: account.remoteId,
      secret: secret.token,
      save: async (token) => {
        // Disconnected meanwhile: nothing is kept.
        await db.secrets.update(account.id, { token });
      },
    };
    try {
      const client = deps.clients[post.network];
      if (post.state === 'removing') {
        await settleRemoved(post, await client.remove(session, post.remoteId ?? ''));
      } else {
        const picture = await readPostPicture(deps, post);
        if (!(await claim(post))) return;
        const published = await client.publish(session, contentOf(post, picture));
        await settlePublished(post, published);
      }
    } catch (error) {
      await fail(post, codeOf(error), (error as Partial<RelaisError>).retryAfterMs);
    }
  }

  /** Notes that it is being sent before anything leaves, unless the employee took it back in the meantime. */
  function claim(post: DirectPost): Promise<boolean> {
    return db.transaction('rw', db.directPosts, async () => {
      const current = await db.directPosts.get(post.id);
      if (current?.state !== 'queued') return false;
      await db.directPosts.update(post.id, { attempts: post.attempts + 1, triedAt: post.triedAt ?? now() });
      return true;
    });
  }

  async function settlePublished(
    post: DirectPost,
    { remoteId, postUrl, call }: Awaited<ReturnType<DirectNetwork['publish']>>,
  ): Promise<void> {
    const share: Share = { ...shareOf(post, now()), state: 'verified', postUrl };
    await db.transaction('rw', [db.directPosts, db.shares, db.items, db.departures], async () => {
      await db.shares.put(share);
      await db.directPosts.update(post.id, { state: 'published', remoteId, postUrl, failure: null });
      await db.items.update(post.itemId, { unread: 0 });
      if (call !== null) await db.departures.add({ at: now(), connectionId: post.accountId, purpose: 'post', ...call });
    });
    await deps.onDecided(share);
  }

  async function settleRemoved(post: DirectPost, call: NetworkCall): Promise<void> {
    const share = await db.transaction('rw', db.directPosts, db.shares, db.departures, async () => {
      await db.departures.add({ at: now(), connectionId: post.accountId, purpose: 'delete_post', ...call });
      await db.directPosts.update(post.id, { state: 'removed', failure: null });
      const known = await db.shares.get(post.id);
      if (known === undefined) return null;
      const removed: Share = { ...known, state: 'dismissed', removedAt: now(), decidedAt: now() };
      await db.shares.put(removed);
      return removed;
    });
    if (share !== null) await deps.onDecided(share);
  }

  async function fail(post: DirectPost, code: ErrorCode, retryAfterMs?: number): Promise<void> {
    if (code === 'not_signed_in') await db.accounts.update(post.accountId, { state: 'revoked' });
    if (isRetriable(code)) {
      const delayMs = retryDelayMs(post.attempts + 1, deps.random(), retryAfterMs);
      const triedAt = unanswered.has(code) ? {} : { triedAt: post.triedAt };
      await changeIfStill(post, { nextAttemptAt: now() + delayMs, failure: { code, at: now() }, ...triedAt });
    } else if (post.state === 'removing') {
      await changeIfStill(post, { state: 'published', failure: { code, at: now() } });
    } else await park(post, code);
  }

  /** A refusal says that this attempt is not online; an earlier one may be. */
  async function park(post: DirectPost, code: ErrorCode): Promise<void> {
    const triedAt = unanswered.has(code) ? {} : { triedAt: post.triedAt };
    await changeIfStill(post, { state: 'parked', failure: { code, at: now() }, ...triedAt });
  }

  async function changeIfStill(post: DirectPost, change: Partial<DirectPost>): Promise<void> {
    await db.transaction('rw', db.directPosts, async () => {
      const current = await db.directPosts.get(post.id);
      if (current?.state === post.state) await db.directPosts.update(post.id, change);
    });
  }

  return { send };
}

/** The share that a published post proves. */
export function shareOf(post: DirectPost, now: number): Share {
  const { id, network, url, sharedUrl, title, text, itemId, sourceId, campaignId, createdAt } = post;
  const told = { id, network, url, sharedUrl, title, text, itemId, sourceId, campaignId, openedAt: createdAt };
  return {
    ...told,
    act: 'post',
    state: 'verified',
    askedAt: now,
    decidedAt: now,
    postUrl: null,
    removedAt: null,
  };
}

function contentOf(post: DirectPost, blob: Blob | null): PostContent {
  const { key, text, title, description, imageAlt: alt, language, visibility, createdAt, triedAt } = post;
  const url = post.sharedUrl ?? post.url;
  return {
    ...{ key, url, title, description, language, visibility, createdAt, triedAt },
    // A Bluesky card carries the address; Mastodon makes its own from the text.
    text: post.network === 'mastodon' ? textWithLink({ text, url }) : text.trim(),
    picture: blob === null ? null : { blob, alt },
  };
}
