import type { ParsedFeed } from '../lib/adapters/feeds/parse-feed.ts';
import { pickWords } from '../lib/domain/checks/pick-words.ts';
import type { FeedReport } from './feed-report.ts';

const shown = 10;

/** A report as people read it in a terminal. */
export function writeReport({ feed, faults }: FeedReport): string {
  const count = (severity: string) => faults.filter((fault) => fault.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  return [
    ...(feed === null ? [] : [...describe(feed), '']),
    ...faults
      .toSorted((a, b) => a.severity.localeCompare(b.severity))
      .map(({ severity, path, message }) => `${severity.padEnd(7)}  ${path}\n         ${message}`),
    ...(faults.length > 0 ? [''] : []),
    `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`,
  ].join('\n');
}

function describe(feed: ParsedFeed): string[] {
  const { items, campaigns, guidelines, checks } = feed;
  const having = (what: (item: (typeof items)[number]) => unknown) =>
    items.filter((item) => Boolean(what(item))).length;
  return [
    `Relais reads “${feed.companyName ?? feed.title}”${feed.language === null ? '' : ` in ${feed.language}`}${feed.relais ? ', with its _relais extension' : ', as a plain feed'}.`,
    `Items: ${items.length}, of which ${having((item) => item.url)} can be shared, ${having((item) => item.publishedAt)} have a date, ${having((item) => item.imageUrl)} a picture, ${having((item) => item.suggestions.length)} suggested copy.`,
    ...someOf(
      items.map(
        ({ kind, title, embargoUntil, expiresAt, networks }) =>
          `${kind}  ${title}${dated(', not before', embargoUntil)}${dated(', until', expiresAt)}${networks === null ? '' : `, on ${networks.join(', ') || 'no network'}`}`,
      ),
    ),
    ...section(
      'Campaigns',
      campaigns.map(({ id, title, hashtag }) => `${id}  ${title}${hashtag === null ? '' : ` ${hashtag}`}`),
    ),
    ...section(
      'Guidelines',
      guidelines.map(({ externalId, kind, title }) => `${externalId}  ${kind}  ${title}`),
    ),
    ...section(
      'Checks',
      checks.map(
        ({ id, level, rule, help }) =>
          `${id}  ${level}  ${rule?.type ?? 'as in the house'}${help === undefined ? '' : `  “${pickWords(help, feed.language ?? 'en')}”`}`,
      ),
    ),
  ];
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [`${title}: ${lines.length}`, ...someOf(lines)];
}

function someOf(lines: string[]): string[] {
  const rest = lines.length - shown;
  return [...lines.slice(0, shown).map((line) => `  ${line}`), ...(rest > 0 ? [`  … and ${rest} more`] : [])];
}

function dated(words: string, at: number | null): string {
  return at === null ? '' : `${words} ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
