import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createWebServer } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { redeemInvitationPayload } from '../../lib/contract/hub.ts';
import { type HubConfig, parseConfig } from './config.ts';
import { createInvitation, type RunningHub, StartError, startHub } from './start.ts';
import { answered, aSpot, countRows } from './testing/a-hub.ts';
import { createPostgresDatabase, postgresUrl } from './testing/databases.ts';

let folder: string;
let running: RunningHub[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relais-start-'));
  running = [];
});
afterEach(async () => {
  for (const hub of running) await hub.close();
  await rm(folder, { recursive: true });
});

async function start(changes: Partial<HubConfig> = {}): Promise<RunningHub> {
  const config = { ...parseConfig({ RELAIS_PORT: '0', RELAIS_DATA: folder }), ...changes };
  const hub = await startHub({ config, log: () => undefined });
  running.push(hub);
  return hub;
}

async function refusal(changes: Partial<HubConfig>): Promise<string> {
  const error: unknown = await start(changes).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StartError);
  const { message } = error as StartError;
  expect(message).toMatch(/^[A-Z].*[.]$/);
  expect(message).not.toContain('\n');
  return message;
}

async function redeem(hub: { url: string }, secret: string): Promise<string> {
  const response = await fetch(`${hub.url}/api/v1/invitations/redeem`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ secret, display_name: 'Camille', device_name: 'Firefox' }),
  });
  return (await answered(response, 200, redeemInvitationPayload)).token;
}

function spot(hub: { url: string }, token: string, key: string): Promise<Response> {
  return fetch(`${hub.url}/api/v1/groups/good-ideas/spots`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, 'Idempotency-Key': key },
    body: JSON.stringify(aSpot()),
  });
}

/** A company's site with a feed and its picture. */
async function aSite() {
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#b93a0b' } })
    .jpeg()
    .toBuffer();
  const asked: string[] = [];
  const site = createWebServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/a.jpg') return response.end(picture);
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    response.end(`<rss version="2.0"><channel><title>T</title><language>en</language><item><title>From the site</title>
      <link>https://acme.example/a</link><guid>a</guid><enclosure url="${origin}/a.jpg" type="image/jpeg" length="1"/></item></channel></rss>`);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const address = site.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return { feed: `${origin}/feed`, asked, close: () => new Promise((resolve) => site.close(resolve)) };
}

async function readItem(hub: { url: string }): Promise<{ image?: string } | undefined> {
  const { items } = (await (await fetch(`${hub.url}/feed.json?lang=en`)).json()) as {
    items: { title: string; image?: string }[];
  };
  return items.find(({ title }) => title === 'From the site');
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (const deadline = Date.now() + 25_000; Date.now() < deadline; ) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it never came');
}

describe('startHub', () => {
  it('reads the company’s feed by itself, and serves its pictures', async () => {
    const site = await aSite();
    const hub = await start({ sourceUrls: [site.feed], allowPrivateHosts: true });
    const item = await until(async () => {
      const found = await readItem(hub);
      return found?.image === undefined ? undefined : found;
    });
    expect(item.image).toMatch(new RegExp(`^${hub.url}/media/[0-9a-f]{64}\\.webp$`));
    const image = await fetch(item.image ?? '');
    expect((await sharp(await image.arrayBuffer()).metadata()).width).toBe(320);
    expect(site.asked).toEqual(['/feed', '/a.jpg']);
    await hub.close();
    await site.close();
  });

  it('never reads a feed inside the company’s network unless told to', async () => {
    const site = await aSite();
    const hub = await start({ sourceUrls: [site.feed] });
    const failure = await until(async () => {
      const [row] = await hub.db.query<{ failure: string | null }>('SELECT failure FROM sources');
      return row?.failure ?? undefined;
    });
    expect(failure).toBe('address_internal');
    expect(site.asked).toEqual([]);
    await hub.close();
    await site.close();
  });

  it('starts on an empty folder with the sample company and an invitation that works once', async () => {
    const hub = await start();
    expect(hub.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const secret = hub.invitationUrl?.split('#')[1] ?? '';
    expect(hub.invitationUrl).toBe(`${hub.url}/join#${secret}`);
    await redeem(hub, secret);
    await expect(redeem(hub, secret)).rejects.toThrow('invitation_used');
    await redeem(hub, await createInvitation(hub.db, Date.now()));
  });

  it('finds everything again, and invites afresh', async () => {
    const first = await start();
    const token = await redeem(first, first.invitationUrl?.split('#')[1] ?? '');
    await first.close();
    const second = await start();
    expect(second.invitationUrl?.split('#')[1]).not.toBe(first.invitationUrl?.split('#')[1]);
    const me = await fetch(`${second.url}/api/v1/me`, { headers: { Authorization: `Bearer ${token}` } });
    expect(me.status).toBe(200);
  });

  it('uses the public address in every link', async () => {
    const hub = await start({ publicUrl: 'https://relais.acme.example' });
    expect(hub.url).toBe('https://relais.acme.example');
    expect(hub.invitationUrl).toMatch(/^https:\/\/relais\.acme\.example\/join#/);
  });

  it('says that another hub uses the folder', async () => {
    await start();
    expect(await refusal({})).toContain(`is used by another hub (process ${process.pid})`);
  });

  it('says that the folder cannot be written, and why', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    expect(await refusal({ dataFolder: join(file, 'data') })).toMatch(/cannot be written \(ENOTDIR\).*RELAIS_DATA/);
  });

  it('says that the port is taken, and lets go of the folder', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await refusal({ port })).toMatch(new RegExp(`Port ${port} .* already in use.*RELAIS_PORT`));
    await new Promise((resolve) => other.close(resolve));
    await start({ port });
  });

  it('says that the database cannot be reached, without its password', async () => {
    const message = await refusal({ databaseUrl: 'postgres://relais:hunter2@127.0.0.1:1/relais' });
    expect(message).toMatch(/127\.0\.0\.1:1\/relais cannot be reached \(ECONNREFUSED\).*DATABASE_URL/);
    expect(message).not.toContain('hunter2');
  });
});

describe.skipIf(postgresUrl === undefined)('startHub on PostgreSQL', () => {
  it('makes two hubs on one database behave as one', async () => {
    const { url, drop } = await createPostgresDatabase();
    const [a, b] = await Promise.all([start({ databaseUrl: url }), start({ databaseUrl: url })]);
    expect(await countRows(a.db, 'hub_settings')).toBe(1);
    expect(await countRows(a.db, 'items')).toBe(27);

    const token = await redeem(b, a.invitationUrl?.split('#')[1] ?? '');
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => spot(index % 2 === 0 ? a : b, token, key)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([...Array.from({ length: 19 }, () => 200), 201]);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect(await a.db.query('SELECT id FROM spots WHERE id = $1', [key])).toHaveLength(1);

    await fetch(`${a.url}/api/v1/spots/${key}`, { method: 'DELETE', headers: { Authorization: `Bearer ${token}` } });
    expect((await spot(b, token, key)).status).toBe(410);
    for (const hub of running.splice(0)) await hub.close();
    await drop();
  });

  it('reads a feed once for two hubs', async () => {
    const site = await aSite();
    const { url, drop } = await createPostgresDatabase();
    const settings = { databaseUrl: url, sourceUrls: [site.feed], allowPrivateHosts: true };
    const hubs = await Promise.all([start(settings), start(settings)]);
    for (const hub of hubs) await until(async () => (await readItem(hub))?.image);
    expect(site.asked).toEqual(['/feed', '/a.jpg']);
    for (const hub of running.splice(0)) await hub.close();
    await drop();
    await site.close();
  });

  it('says that the database does not exist', async () => {
    const url = new URL(postgresUrl ?? '');
    url.pathname = '/relais_that_is_not_there';
    expect(await refusal({ databaseUrl: url.href })).toMatch(/cannot be reached \(3D000\)/);
  });
});
