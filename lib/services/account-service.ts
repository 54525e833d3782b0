import { type BlueskyClient, blueskyServer, safeOrigin } from '../adapters/networks/bluesky/bluesky-client.ts';
import type { DirectNetwork, SignedIn } from '../adapters/networks/direct-network.ts';
import { base64Url, type MastodonClient, pendingSignInSchema } from '../adapters/networks/mastodon/mastodon-client.ts';
import { type Account, accountId, type DirectNetworkId } from '../domain/account.ts';
import { codeOf, RelaisError } from '../domain/errors.ts';
import { readInstanceHost } from '../domain/networks/instance-host.ts';
import { usualCharactersPerLink } from '../domain/networks/mastodon-count.ts';
import type { RelaisDb } from '../storage/db.ts';
import { readPreferences, writePreferences } from '../storage/settings.ts';

export type AccountServiceDeps = {
  db: RelaisDb;
  now: () => number;
  bluesky: BlueskyClient;
  mastodon: MastodonClient;
  isOnline: () => boolean;
  hasHostAccess: (url: string) => Promise<boolean>;
  /** Whether anybody answers at an address. */
  isAnswering: (url: string) => Promise<boolean>;
  openTab: (url: string) => Promise<number | null>;
  randomBytes: (length: number) => Uint8Array;
};

export type AccountService = ReturnType<typeof createAccountService>;

/** As Bluesky makes them; anything else may be the account's own password, which Relais does not want to see. */
const appPassword = /^[a-z0-9]{4}(-[a-z0-9]{4}){3}$/;

/** Own accounts on networks: signing in, and out. What signs in is written to `secrets` and nowhere else. */
export function createAccountService(deps: AccountServiceDeps) {
  const { db, now, bluesky, mastodon } = deps;

  async function keep(network: DirectNetworkId, { secret, call, ...signedIn }: SignedIn): Promise<Account> {
    const id = accountId(network, signedIn.server, signedIn.remoteId);
    const account: Account = { ...signedIn, id, network, connectedAt: now(), state: 'active' };
    await db.transaction('rw', db.accounts, db.secrets, db.departures, async () => {
      await db.accounts.put(account);
      await db.secrets.put({ connectionId: id, token: secret });
      await db.departures.add({ at: now(), connectionId: id, purpose: 'sign_in', ...call });
    });
    return account;
  }

  /** A server that answers but may not be read lacks a permission, which a person can give. */
  async function explain<T>(server: string, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (codeOf(error) !== 'network_unreachable' || !deps.isOnline() || (await deps.hasHostAccess(server)))
        throw error;
      if (!(await deps.isAnswering(server))) throw error;
      throw new RelaisError('host_access_needed', `${server} may not be read`, { origin: server, cause: error });
    }
  }

  /**
   * Signs in by an app password, which is sent once and not kept.
   *
   * @throws RelaisError `app_password_needed` (it does not look like one: nothing is sent), `invalid_address`,
   *   `sign_in_refused`, `host_access_needed`.
   */
  async function signInBluesky(input: { handle: string; appPassword: string; server: string | null }) {
    const password = input.appPassword.trim();
    if (!appPassword.test(password)) throw new RelaisError('app_password_needed', 'not an app password');
    const server = input.server === null ? blueskyServer : readServer(input.server);
    const handle = input.handle.trim().replace(/^@/, '');
    const signedIn = await explain(server, bluesky.signIn({ server, handle, appPassword: password }));
    const account = await keep('bluesky', signedIn);
    return { accountId: account.id, handle: account.handle };
  }

  /**
   * Registers with an instance and opens its page in a tab, where the person agrees and is shown a code. What
   * the code is worth only here is written first: the worker may be gone when it comes back.
   *
   * @throws RelaisError `invalid_address`, `not_mastodon`, `host_access_needed`.
   */
  async function startMastodonSignIn(input: { server: string }): Promise<{ server: string }> {
    const server = readServer(input.server);
    const verifier = base64Url(deps.randomBytes(32));
    const { authorizeUrl, pending } = await explain(server, mastodon.startSignIn(server, verifier));
    const id = accountId('mastodon', server, '');
    await db.transaction('rw', db.accounts, db.secrets, async () => {
      const nobody = { handle: '', remoteId: '', maxCharacters: null };
      await db.accounts.put({ ...nobody, id, network: 'mastodon', server, connectedAt: now(), state: 'pending' });
      await db.secrets.put({ connectionId: id, token: JSON.stringify(pending) });
    });
    await deps.openTab(authorizeUrl);
    return { server };
  }

  /** @throws RelaisError `not_found` (no sign-in waits there), `sign_in_refused` (the code). */
  async function finishMastodonSignIn(input: { server: string; code: string }) {
    const id = accountId('mastodon', input.server, '');
    const secret = await db.secrets.get(id);
    if (secret === undefined) throw new RelaisError('not_found', `no sign-in waits for ${input.server}`);
    const pending = pendingSignInSchema.parse(JSON.parse(secret.token));
    const account = await keep('mastodon', await mastodon.finishSignIn(pending, input.code.trim()));
    await forget(id);
    await rememberInstance(account);
    return { accountId: account.id, handle: account.handle };
  }

  /** The composer's window and its count go by an instance too: the first one that is known is that. */
  async function rememberInstance({ server, maxCharacters }: Account): Promise<void> {
    const preferences = await readPreferences();
    const host = readInstanceHost(server);
    if (preferences.mastodon !== null || host === null || maxCharacters === null) return;
    const instance = { host, maxCharacters, charactersPerLink: usualCharactersPerLink };
    await writePreferences({ ...preferences, mastodon: instance });
  }

  async function forget(id: string): Promise<void> {
    await db.transaction('rw', db.accounts, db.secrets, db.directPosts, async () => {
      await db.accounts.delete(id);
      await db.secrets.delete(id);
      // Nothing leaves any more; the text stays until its person lets it go.
      await db.directPosts
        .where('accountId')
        .equals(id)
        .filter(({ state }) => state === 'queued')
        .modify({ state: 'parked', failure: { code: 'not_signed_in', at: now() } });
    });
  }

  /** Makes the sign-in worthless there and forgets it here; what was shared stays in the journal, and online. */
  async function disconnectAccount(id: string): Promise<void> {
    const [account, secret] = await Promise.all([db.accounts.get(id), db.secrets.get(id)]);
    if (account?.state === 'active' && secret !== undefined) {
      const client: DirectNetwork = account.network === 'bluesky' ? bluesky : mastodon;
      const session = { ...account, secret: secret.token, save: async () => {} };
      // Offline, the network cannot be told; forgetting it here is what was asked.
      await client.signOut(session).catch(() => undefined);
    }
    await forget(id);
  }

  async function disconnectAll(): Promise<void> {
    for (const id of await db.accounts.toCollection().primaryKeys()) await disconnectAccount(id);
  }

  return { signInBluesky, startMastodonSignIn, finishMastodonSignIn, disconnectAccount, disconnectAll };
}

/** A server as people write it: an address, a host, or a whole name of theirs (`@me@server`). @throws RelaisError `invalid_address`. */
function readServer(text: string): string {
  const written = text.trim().split('@').at(-1) ?? '';
  const origin = safeOrigin(/^https?:\/\//i.test(written) ? written : `https://${written}`);
  if (origin === null) throw new RelaisError('invalid_address', `not a server: ${written.slice(0, 200)}`);
  return origin;
}
