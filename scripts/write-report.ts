import type { ParsedFeed } from '../lib/adapters/feeds/parse-feed.ts';
import { pickWords } from '../lib/domain/checks/pick-words.ts';
import type { Fault } from './feed-faults.ts';
import type { FeedReport } from './feed-report.ts';

const shown = 10;
const alikeShown = 3;

/** A report as people read it in a terminal. */
export function writeReport({ feed, faults }: FeedReport): string {
  const count = (severity: string) => faults.filter((fault) => fault.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  return [
    ...(feed === null ? [] : [...describe(feed), '']),
    ...writeFaults(faults),
    ...(faults.length > 0 ? [''] : []),
    `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`,
  ].join('\n');
}

/** Errors first; a fault that most items have is told of some of them. */
function writeFaults(faults: Fault[]): string[] {
  const alike = Map.groupBy(faults, ({ severity, message }) => `${severity} ${message}`);
  return [...alike.values()]
    .toSorted(([a], [b]) => (a?.severity ?? '').localeCompare(b?.severity ?? ''))
    .flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const places = same
        .slice(0, alikeShown)
        .map(({ path }, i) => `${(i === 0 ? first.severity : '').padEnd(7)}  ${path}`);
      const rest = same.length - places.length;
      return [...places, ...(rest > 0 ? [`         … and ${rest} more`] : []), `         ${first.message}`];
    });
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
