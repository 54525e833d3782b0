import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32, deflateSync } from 'node:zlib';

/** A small PNG with something in it, so that decoding one is not free. */
export function drawPicture(seed: number, width = 240, height = 160): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      rows[at] = (x + seed * 37) & 255;
      rows[at + 1] = (y * 2 + seed * 11) & 255;
      rows[at + 2] = ((x * y) >> 5) & 255;
    }
  }
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), body.length + 4);
    return out;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const sentence = 'A sentence of the length that sentences have in the summaries of company news, told plainly. ';

/** An RSS 2.0 document of `count` items; `bytes` pads the descriptions to about that size. */
export function rssDocument(count: number, origin: string, version: string, bytes = count * 700): string {
  const padding = Math.max(120, Math.round(bytes / count) - 420);
  const items = Array.from({ length: count }, (_, i) => {
    const at = new Date(Date.UTC(2026, 0, 1) + (count - i) * 60_000).toUTCString();
    return `<item><guid isPermaLink="false">${version}-${i}</guid><title>Item ${i}: a title of the length that titles have</title>
<link>https://news.example/${version}/${i}</link><pubDate>${at}</pubDate><category>news</category>
<enclosure url="${origin}/picture/${i % 40}.png" type="image/png" length="1000"/>
<description>${sentence.repeat(Math.ceil(padding / sentence.length)).slice(0, padding)}</description></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Bench ${version}</title>
<link>https://news.example/</link><description>Made by the bench</description>${items.join('\n')}</channel></rss>`;
}

const paragraph =
  '<p>A <strong>sentence</strong> of the length that sentences have in <a href="https://news.example/?a=1&amp;b=2" rel="nofollow">company news</a>, the publisher&#8217;s own, told plainly.</p>\n';
const figure =
  '<figure class="wp-block-image size-large"><img loading="lazy" width="1024" height="640" src="https://news.example/picture.jpg" alt="A picture" /></figure>\n';

/** An RSS 2.0 document of `count` posts as blog engines write them, whole texts in HTML, of about `bytes`. */
export function blogDocument(count: number, bytes: number): string {
  const repeats = Math.max(1, Math.round((bytes / count - 900) / paragraph.length));
  const items = Array.from({ length: count }, (_, i) => {
    const at = new Date(Date.UTC(2026, 0, 1) + (count - i) * 60_000).toUTCString().replace('GMT', '+0000');
    const link = `https://news.example/${i}/`;
    return `<item><title>Post ${i} &#8211; a title of the length that titles have</title><link>${link}</link>
<dc:creator><![CDATA[Ada Martin]]></dc:creator><pubDate>${at}</pubDate><category><![CDATA[News]]></category><category><![CDATA[Research]]></category>
<guid isPermaLink="false">https://news.example/?p=${i}</guid><description><![CDATA[<p>${sentence}${sentence}A sentence [&#8230;]</p>
<p>The post <a href="${link}">Post ${i}</a> appeared first on <a href="https://news.example">News</a>.</p>]]></description>
<content:encoded><![CDATA[${paragraph}${figure}${paragraph.repeat(repeats)}]]></content:encoded></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Bench</title>
<link>https://news.example/</link><description>Made by the bench</description>${items.join('\n')}</channel></rss>`;
}

/** Serves `/<count>/<version>.rss` with an ETag, answers 304 to it, and the pictures of their items. */
export async function serveDocuments(): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const headers = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'ETag' };
    const origin = `http://${request.headers.host}`;
    const feed = /^\/(\d+)\/([\w-]+)\.rss$/.exec(request.url ?? '');
    const picture = /^\/picture\/(\d+)\.png$/.exec(request.url ?? '');
    if (request.method === 'OPTIONS') {
      response.writeHead(204, { ...headers, 'access-control-allow-headers': '*' }).end();
    } else if (picture) {
      response.writeHead(200, { ...headers, 'content-type': 'image/png' }).end(drawPicture(Number(picture[1])));
    } else if (feed) {
      const [, count = '0', version = ''] = feed;
      const etag = `"${count}-${version}"`;
      if (request.headers['if-none-match'] === etag) {
        response.writeHead(304, { ...headers, etag }).end();
        return;
      }
      const bytes = version.startsWith('large') ? 2_000_000 : undefined;
      const body = rssDocument(Number(count), origin, version, bytes);
      response.writeHead(200, { ...headers, etag, 'content-type': 'application/rss+xml' }).end(body);
    } else {
      response.writeHead(404, headers).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
