import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { redeemInvitationPayload } from '../../lib/contract/hub.ts';
import { answered, aSpot } from './testing/a-hub.ts';

const server = fileURLToPath(new URL('./server.ts', import.meta.url));

type Hub = { child: ChildProcess; url: string; secret: string };

// Real processes, each with a database to create: slow where the machine is busy.
describe('node hub/src/server.ts', { timeout: 120_000 }, () => {
  let folder: string;
  let children: ChildProcess[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'relais-server-'));
    children = [];
  });
  afterEach(async () => {
    for (const child of children) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true });
  });

  function launch(environment: Record<string, string> = {}) {
    const child = spawn(process.execPath, [server], {
      env: { PATH: process.env.PATH, RELAIS_PORT: '0', RELAIS_DATA: join(folder, 'data'), ...environment },
    });
    children.push(child);
    const out: string[] = [];
    const err: string[] = [];
    child.stdout.on('data', (chunk) => out.push(String(chunk)));
    child.stderr.on('data', (chunk) => err.push(String(chunk)));
    return { child, out: () => out.join(''), err: () => err.join('') };
  }

  async function start(): Promise<Hub> {
    const { child, out, err } = launch();
    while (!/Invitation: .+\n/.test(out())) {
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
      if (child.exitCode !== null) throw new Error(err());
    }
    const url = /^Relais hub: (.+)$/m.exec(out())?.[1] ?? '';
    const secret = /^Invitation: .+\/join#([\w-]{22})$/m.exec(out())?.[1] ?? '';
    return { child, url, secret };
  }

  async function redeem({ url, secret }: Hub): Promise<string> {
    const response = await fetch(`${url}/api/v1/invitations/redeem`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ secret, display_name: 'Camille', device_name: 'Firefox' }),
    });
    return (await answered(response, 200, redeemInvitationPayload)).token;
  }

  it('loses nothing that it answered for when it is killed, and starts again', async () => {
    const first = await start();
    const token = await redeem(first);
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
    const keys: string[] = [];
    for (let count = 0; count < 5; count++) {
      const key = randomUUID();
      const answer = await fetch(`${first.url}/api/v1/groups/rd-lab/spots`, {
        method: 'POST',
        headers: { ...headers, 'Idempotency-Key': key },
        body: JSON.stringify(aSpot()),
      });
      expect(answer.status).toBe(201);
      keys.push(key);
    }
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');

    const second = await start();
    const answer = await fetch(`${second.url}/api/v1/groups/rd-lab/spots`, { headers });
    const { spots } = (await answer.json()) as { spots: { id: string; is_yours: boolean }[] };
    const own = spots.filter((spot) => spot.is_yours).map((spot) => spot.id);
    expect(own.sort()).toEqual(keys.sort());
  });

  it('closes what it opened when asked to stop', async () => {
    const hub = await start();
    await fetch(`${hub.url}/healthz`);
    hub.child.kill('SIGTERM');
    expect(await once(hub.child, 'exit')).toEqual([0, null]);
    await start();
  });

  it('names every mistake in its settings, a sentence each, and nothing else', async () => {
    const { child, out, err } = launch({ RELAIS_PORT: 'abc', DATABASE_URL: 'mysql://db', RELAIS_PUBLIC_URL: 'acme' });
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(out()).toBe('');
    const lines = err().trim().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['RELAIS_PORT', 'DATABASE_URL', 'RELAIS_PUBLIC_URL']);
  });

  it('says in a sentence that another hub uses its folder', async () => {
    const hub = await start();
    const { child, err } = launch();
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(err()).toMatch(
      new RegExp(`^The data folder .+ is used by another hub \\(process ${hub.child.pid}\\).+\\.\n$`),
    );
  });
});
