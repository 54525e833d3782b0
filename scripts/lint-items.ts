import type { ParsedFeed } from '../lib/adapters/feeds/parse-feed.ts';
import { evaluateChecks } from '../lib/domain/checks/evaluate.ts';
import { isHouseCheckId } from '../lib/domain/checks/house-checks.ts';
import { postOfItem } from '../lib/domain/checks/post-of-item.ts';
import type { ParsedItem } from '../lib/domain/item.ts';
import { isPrivateAddress } from '../lib/domain/links/private-address.ts';
import { networkIds } from '../lib/domain/network-ids.ts';
import { isPublication } from '../lib/domain/networks/network-list.ts';
import { networks } from '../lib/domain/networks/table.ts';
import type { Fault } from './feed-faults.ts';

type Context = { now: number; isJson: boolean };

/** What is wrong with the items as they were read: they parse, and yet an employee cannot use them well. */
export async function lintItems(feed: ParsedFeed, { now, isJson }: Context): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const item of feed.items) {
    // Items are told by their name: reading may have put them in another order.
    const name = item.externalId.startsWith('digest:') ? item.title : item.externalId;
    const path = `item ${JSON.stringify(name)}`;
    const report = (severity: Fault['severity'], message: string) => faults.push({ severity, path, message });
    lintItem(item, report, now);
    if (isJson) await lintSuggestions(item, feed, report, now);
  }
  return [...faults, ...lintFeed(feed)];
}

type Report = (severity: Fault['severity'], message: string) => void;

function lintItem(item: ParsedItem, report: Report, now: number): void {
  const { url, embargoUntil, expiresAt } = item;
  if (url === null) report('warning', 'It has no address: it can be read but not shared.');
  else if (isPrivateAddress(url)) report('error', `${url} is an internal address: it cannot be shared.`);
  if (item.networks?.length === 0) report('error', 'It names no network that Relais knows: it can be shared nowhere.');
  if (embargoUntil !== null && expiresAt !== null && expiresAt <= embargoUntil) {
    report('error', 'It expires before its embargo ends: it can never be shared.');
  } else if (expiresAt !== null && expiresAt <= now)
    report('warning', 'It has expired: nobody is offered it any more.');
  if (item.imageUrl !== null && !item.imageAlt?.trim() && item.suggestions.length > 0) {
    report('warning', 'Its picture has no description: give “image_alt”.');
  }
  if (item.kind === 'event' && item.event === null) report('warning', 'It is an event without a date: give “event”.');
  if (item.kind === 'poll' && item.poll === null) report('warning', 'It is a poll without its choices: give “poll”.');
  if (item.kind === 'message' && item.author === null)
    report('warning', 'It is a message that nobody signed: give “authors”.');
}

/** Where copy for any network goes as it is: Reddit's title is its own kind of text. */
const feedNetworks = networkIds.filter((id) => isPublication(id) && id !== 'reddit');

/** The company's own copy, under the company's own checks: who accepts a proposal should not be stopped for it. */
async function lintSuggestions(item: ParsedItem, feed: ParsedFeed, report: Report, now: number): Promise<void> {
  const campaign = feed.campaigns.find(({ id }) => id === item.campaignId) ?? null;
  for (const [i, suggestion] of item.suggestions.entries()) {
    const name = `Suggestion ${i + 1}`;
    for (const network of suggestion.network === null ? feedNetworks : [suggestion.network]) {
      if (item.networks !== null && !item.networks.includes(network)) continue;
      const { limit, loadCounter } = networks[network];
      const count = (await loadCounter())({ text: suggestion.text, url: item.url ?? '' });
      const isOnlyHere = suggestion.network === network;
      if (count > limit) {
        report(isOnlyHere ? 'error' : 'warning', `${name} is ${count - limit} too long for ${networks[network].name}.`);
      }
      const writing = { text: suggestion.text, network, campaign, language: suggestion.language, country: null, now };
      const stops = evaluateChecks(feed.checks, postOfItem(item, writing)).filter(
        ({ level, checkId }) => level !== 'advice' && !isHouseCheckId(checkId),
      );
      for (const { checkId, level } of stops) {
        report('warning', `${name} does not pass your own ${level} “${checkId}” on ${networks[network].name}.`);
      }
    }
  }
}

function lintFeed(feed: ParsedFeed): Fault[] {
  const undated = feed.items.filter(({ publishedAt }) => publishedAt === null).length;
  if (feed.items.length === 0) return [{ severity: 'warning', path: '$.items', message: 'There is no item to read.' }];
  if (undated === 0) return [];
  return [
    {
      severity: 'warning',
      path: '$.items',
      message: `${undated} of ${feed.items.length} items have no date: they keep the order of the document.`,
    },
  ];
}
