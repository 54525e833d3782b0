import { createServer, type Server } from 'node:http';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { codeOf } from '../../../lib/domain/errors.ts';
import { deleteUnusedMedia, insertPicture } from '../db/queries/media.ts';
import { aHub, countRows, setUpCompany } from '../testing/a-hub.ts';
import { aDay, describeEachDatabase } from '../testing/databases.ts';
import { createWebReader } from '../web/web-reader.ts';
import { fetchPicture } from './fetch-picture.ts';
import { makePicture } from './make-picture.ts';

describeEachDatabase('fetchPicture', (db) => {
  let server: Server;
  let origin: string;
  let answer: { status: number; body: Buffer };
  beforeEach(async () => {
    await setUpCompany(db());
    const body = await sharp({ create: { width: 800, height: 400, channels: 3, background: '#0b6e66' } })
      .png()
      .toBuffer();
    answer = { status: 200, body };
    server = createServer((_, response) => response.writeHead(answer.status).end(answer.body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    await db().query("UPDATE items SET picture_url = $1 WHERE id = 'first'", [`${origin}/a.png`]);
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const fetchIt = (url = `${origin}/a.png`) =>
    fetchPicture(
      { db: db(), web: createWebReader({ mayReach: () => true }), contentNow: async () => aDay },
      { itemId: 'first', url },
      new AbortController().signal,
    );
  const pictureOf = async () =>
    (await db().query<{ media_sha256: string | null }>("SELECT media_sha256 FROM items WHERE id = 'first'"))[0]
      ?.media_sha256;

  it('gives the item its picture, served by the hub in two sizes', async () => {
    expect(await fetchIt()).toBeNull();
    const hub = aHub(db());
    const feed = (await (await hub.request('GET', '/feed.json?lang=en')).json()) as {
      items: { id: string; image?: string }[];
    };
    const small = feed.items.find(({ id }) => id === 'first')?.image ?? '';
    expect(small).toMatch(/^https:\/\/hub\.example\/media\/[0-9a-f]{64}\.webp$/);
    const widths = [];
    for (const path of [new URL(small).pathname, `/media/${await pictureOf()}.webp`]) {
      const bytes = await (await hub.request('GET', path)).arrayBuffer();
      widths.push((await sharp(Buffer.from(bytes)).metadata()).width);
    }
    expect(widths).toEqual([320, 800]);
  });

  it('keeps one copy of a picture that comes twice', async () => {
    await fetchIt();
    await fetchIt();
    expect(await countRows(db(), 'media')).toBe(2);
  });

  it('leaves an item alone that has moved on to another picture', async () => {
    await db().query("UPDATE items SET picture_url = 'https://acme.example/other.png'");
    await fetchIt();
    expect(await pictureOf()).toBeNull();
  });

  it.each([
    [404, 'not_found'],
    [403, 'not_found'],
    [410, 'not_found'],
  ])('gives up on a %i', async (status, code) => {
    answer.status = status;
    expect(await fetchIt()).toBe(code);
  });

  it('gives up on what is no picture, and on what is too large', async () => {
    answer.body = Buffer.from('<html>');
    expect(await fetchIt()).toBe('rejected');
    answer.body = Buffer.alloc(10 * 1024 * 1024 + 1);
    expect(await fetchIt()).toBe('too_large');
    expect(await fetchIt('file:///etc/passwd')).toBe('invalid_address');
  });

  it.each([500, 503, 429])('wants another try after a %i', async (status) => {
    answer.status = status;
    expect(await fetchIt().then(() => 'given up', codeOf)).toMatch(/server_error|rate_limited/);
  });

  it('sweeps away the pictures that nothing shows', async () => {
    await fetchIt();
    const other = await sharp({ create: { width: 500, height: 500, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    await insertPicture(db(), await makePicture(other), aDay);
    expect(await countRows(db(), 'media')).toBe(4);
    for (let sweep = 0; sweep < 2; sweep++) await deleteUnusedMedia(db(), aDay + 1);
    expect(await countRows(db(), 'media')).toBe(2);
    expect(await pictureOf()).not.toBeNull();
  });
});
