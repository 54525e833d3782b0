import { extractFromXml } from '@extractus/feed-extractor';
import { parseFeed as parseWithRowan } from '@rowanmanning/feed-parser';
import { parseFeed as parseWithFeedsmith } from 'feedsmith';
import { parseFeed as parseWithHtmlparser2 } from 'htmlparser2';
import RssParser from 'rss-parser';
import { parseFeed } from '../lib/adapters/feeds/parse-feed.ts';
import { blogDocument, rssDocument } from './documents.ts';
import { type Figure, median, ratioFigure } from './figures.ts';

type Parser = { name: string; read: (text: string, bytes: Uint8Array) => Promise<number> | number };

/** What each makes of a document is not the same: only Relais's items are plain, short, gated and told apart. */
const parsers: Parser[] = [
  {
    name: 'Relais',
    read: (_, bytes) => parseFeed(bytes, { url: 'https://news.example/feed', contentType: null }).items.length,
  },
  { name: 'feedsmith', read: (text) => (parseWithFeedsmith(text).feed as { items?: unknown[] }).items?.length ?? 0 },
  { name: 'rss-parser', read: async (text) => (await new RssParser().parseString(text)).items.length },
  { name: '@rowanmanning/feed-parser', read: (text) => parseWithRowan(text).items.length },
  { name: '@extractus/feed-extractor', read: (text) => extractFromXml(text).entries?.length ?? 0 },
  { name: 'htmlparser2.parseFeed', read: (text) => parseWithHtmlparser2(text)?.items.length ?? 0 },
];

/** The first turns are the engine's warming up. */
const warmUp = 3;

/** Reading 2 MB of 1,000 items in Node, by Relais and by other parsers, in turns, by medians. */
export async function measureParsers(rounds: number): Promise<Figure[]> {
  const documents = [
    {
      what: '2 MB RSS parsed, Node',
      text: rssDocument(1000, 'https://news.example', 'parse', 2_000_000),
      among: parsers,
    },
    { what: '2 MB RSS of HTML posts parsed, Node', text: blogDocument(1000, 2_000_000), among: parsers.slice(0, 2) },
  ];
  const figures: Figure[] = [];
  for (const { what, text, among } of documents) {
    const bytes = new TextEncoder().encode(text);
    const samples = among.map((): number[] => []);
    for (let round = -warmUp; round < rounds; round += 1) {
      for (let turn = 0; turn < among.length; turn += 1) {
        const at = (turn + round + warmUp) % among.length;
        const { name, read } = among[at] as Parser;
        const begun = performance.now();
        const count = await read(text, bytes);
        const took = performance.now() - begun;
        if (count !== 1000) throw new Error(`${name} read ${count} items of 1,000`);
        if (round >= 0) samples[at]?.push(took);
      }
    }
    const [relais = Number.NaN, ...others] = samples.map(median);
    others.forEach((other, i) => {
      figures.push(ratioFigure(what, relais, among[i + 1]?.name ?? '', other, i === 0 ? '≤ 1.6 ×' : ''));
    });
  }
  return figures;
}
