import type { Account, DirectNetworkId } from '../../domain/account.ts';
import type { DirectPost } from '../../domain/direct-post.ts';
import type { RelaisDb } from '../db.ts';

/** Own accounts on networks, in the order they were added. */
export async function readAccounts(db: RelaisDb): Promise<Account[]> {
  const accounts = await db.accounts.toArray();
  return accounts.sort((a, b) => a.connectedAt - b.connectedAt);
}

/** Accounts on a network, those to sign in to again included. */
export async function readAccountsOn(db: RelaisDb, network: DirectNetworkId): Promise<Account[]> {
  const accounts = await db.accounts.where('network').equals(network).sortBy('connectedAt');
  return accounts.filter(({ state }) => state !== 'pending');
}

export type WaitingPost = DirectPost & { account: Account | null };

/** Posts that are not online, or not known to be: on their way, refused, or being taken down; newest first. */
export async function readWaitingPosts(db: RelaisDb): Promise<WaitingPost[]> {
  const posts = await db.directPosts.filter(({ state }) => ['queued', 'parked', 'removing'].includes(state)).toArray();
  const accounts = await db.accounts.bulkGet(posts.map(({ accountId }) => accountId));
  return posts.map((post, i) => ({ ...post, account: accounts[i] ?? null })).sort((a, b) => b.createdAt - a.createdAt);
}
