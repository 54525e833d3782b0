import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../servers/at-protocol.mjs', import.meta.url));

export type AtProtocolAccount = { did: string; handle: string; accessJwt: string; refreshJwt: string };

/**
 * A real AT Protocol server (`@atproto/pds`) in a process of its own, with an identity directory of ours.
 *
 * @param settings of the server, over those of the test
 */
export async function startAtProtocol(settings: Record<string, unknown> = {}) {
  const child = spawn(process.execPath, [program, JSON.stringify(settings)], {
    // It ends when its input does: no server outlives a test run that was killed.
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, LOG_ENABLED: 'false', NODE_OPTIONS: '' },
  });
  const url = await readUrl(child);
  const call = async (name: string, init: { method?: 'POST'; body?: unknown; token?: string; query?: string } = {}) => {
    const response = await fetch(`${url}/xrpc/${name}${init.query ?? ''}`, {
      method: init.method ?? (init.body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(init.body !== undefined && { 'content-type': 'application/json' }),
        ...(init.token !== undefined && { authorization: `Bearer ${init.token}` }),
      },
      ...(init.body !== undefined && { body: JSON.stringify(init.body) }),
    });
    const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${name} answered ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
  return {
    url,
    call,
    async createAccount(handle: string): Promise<AtProtocolAccount> {
      const body = { handle, email: `${handle.split('.')[0]}@example.test`, password: 'correct horse' };
      return (await call('com.atproto.server.createAccount', { body })) as AtProtocolAccount;
    },
    async createAppPassword({ accessJwt: token }: AtProtocolAccount, name = 'relais'): Promise<string> {
      const answer = await call('com.atproto.server.createAppPassword', { body: { name }, token });
      return String(answer.password);
    },
    revokeAppPassword: ({ accessJwt: token }: AtProtocolAccount, name = 'relais') =>
      call('com.atproto.server.revokeAppPassword', { body: { name }, token }),
    /** Its posts as anyone reads them, newest first. */
    async posts({ did }: { did: string }): Promise<{ uri: string; value: Record<string, unknown> }[]> {
      const query = `?repo=${did}&collection=app.bsky.feed.post`;
      const answer = await call('com.atproto.repo.listRecords', { query });
      return answer.records as { uri: string; value: Record<string, unknown> }[];
    },
    async close() {
      const ended = once(child, 'exit');
      child.stdin?.end();
      await ended;
    },
  };
}

export type AtProtocol = Awaited<ReturnType<typeof startAtProtocol>>;

async function readUrl(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += chunk;
    if (said.includes('\n')) return (JSON.parse(said) as { url: string }).url;
  }
  throw new Error(`the AT Protocol server did not start: ${said}`);
}
