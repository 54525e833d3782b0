import { type ParsedFeed, parseFeed } from '../lib/adapters/feeds/parse-feed.ts';
import { readCheckPayload, toCheck } from '../lib/contract/check.ts';
import { publishedFeedPayload } from '../lib/contract/published-feed.ts';
import { lintChecks } from '../lib/domain/checks/lint-checks.ts';
import { codeOf } from '../lib/domain/errors.ts';
import { type Fault, pathOf } from './feed-faults.ts';
import { lintItems } from './lint-items.ts';
import { lintReferences } from './lint-references.ts';
import { unknownFields } from './unknown-fields.ts';

/** What Relais makes of a feed, and what is wrong with it. */
export type FeedReport = {
  format: 'json' | 'xml';
  feed: ParsedFeed | null;
  faults: Fault[];
};

type Document = { bytes: Uint8Array; url: string; contentType: string | null; now: number };

/**
 * Reads a feed as the extension does, then as its publisher would want it read: an error is something
 * that Relais drops or refuses, a warning something that an employee will miss.
 */
export async function reportFeed({ bytes, url, contentType, now }: Document): Promise<FeedReport> {
  const faults: Fault[] = [];
  const start = new TextDecoder().decode(bytes.subarray(0, 1000)).trimStart();
  const format = start.startsWith('{') ? 'json' : 'xml';
  let feed: ParsedFeed | null = null;
  try {
    feed = parseFeed(bytes, { url, contentType });
  } catch (error) {
    faults.push({ severity: 'error', path: '$', message: refusals[codeOf(error)] ?? String(error) });
  }
  if (format === 'json') faults.push(...faultsOfJson(bytes, now));
  if (feed !== null) faults.push(...(await lintItems(feed, { now, isJson: format === 'json' })));
  if (feed !== null && feed.skipped > 0) {
    faults.push({
      severity: 'error',
      path: '$.items',
      message: `${feed.skipped} entries were lost: cut off, empty, withheld, or past what Relais reads.`,
    });
  }
  return { format, feed, faults };
}

const refusals: Partial<Record<string, string>> = {
  not_a_feed: 'This is not a feed: neither RSS, nor Atom, nor JSON Feed.',
  feed_damaged: 'Nothing can be read of this feed: it is damaged.',
  too_large: 'This is over 20 MB, more than Relais reads.',
};

function faultsOfJson(bytes: Uint8Array, now: number): Fault[] {
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    // What Relais mends, other readers refuse.
    return [{ severity: 'error', path: '$', message: `This is not valid JSON in UTF-8: ${(error as Error).message}` }];
  }
  const parsed = publishedFeedPayload.safeParse(document);
  const issues = (parsed.error?.issues ?? []).map(
    (issue): Fault => ({ severity: 'error', path: pathOf(issue.path), message: `${issue.message}.` }),
  );
  return [...issues, ...unknownFields(document), ...lintReferences(document), ...faultsOfChecks(document, now)];
}

type Loose = { _relais?: { checks?: unknown; campaigns?: unknown } } | null;

function faultsOfChecks(document: unknown, now: number): Fault[] {
  const relais = (document as Loose)?._relais;
  const raw = Array.isArray(relais?.checks) ? relais.checks : [];
  const campaigns = Array.isArray(relais?.campaigns) ? relais.campaigns : [];
  const campaignIds = campaigns.map((campaign: { id?: unknown } | null) => String(campaign?.id));
  // A check that does not parse has its fault already; the places of the others are kept.
  const read = raw.flatMap((one, place) => {
    const payload = readCheckPayload(one);
    return payload === null ? [] : [{ place, check: toCheck(payload) }];
  });
  return lintChecks(
    read.map(({ check }) => check),
    { campaignIds, now },
  ).map(({ index, severity, path, message }) => ({
    severity,
    path: pathOf(['_relais', 'checks', read[index]?.place ?? index, ...path]),
    message,
  }));
}
