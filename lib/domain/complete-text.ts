import { findHashtags, findLinks } from './checks/text-facts.ts';
import { foldText } from './fold-text.ts';

/** A hashtag or a mention that is being written: its sign, what follows it so far, and where it stands. */
export type Completing = { sign: '#' | '@'; query: string; start: number; end: number };

/** As many as fit under a line, and as one reads at a glance. */
const shownCount = 6;

const started =
  /(?<![\p{L}\p{N}\p{M}_/&#＃@.])(?:[#＃](?<tag>[\p{L}\p{N}\p{M}_·\u200C\u200D]*)|@(?<name>[\p{L}\p{N}\p{M}_.@·-]*))$/u;

/** What the caret stands at the end of; null anywhere else, inside an address too. */
export function completionAt(text: string, caret: number): Completing | null {
  if (/^[\p{L}\p{N}\p{M}_]/u.test(text.slice(caret))) return null;
  const found = started.exec(text.slice(0, caret));
  if (found === null || findLinks(text).some(({ start, end }) => found.index > start && found.index < end)) return null;
  const { tag, name } = found.groups ?? {};
  return { sign: tag === undefined ? '@' : '#', query: tag ?? name ?? '', start: found.index, end: caret };
}

/** The candidates that begin as the query does, then those of which a later word does. Signs included. */
export function completionsOf(candidates: readonly string[], { sign, query }: Completing): string[] {
  const wanted = foldText(query);
  const own = candidates.filter((candidate) => candidate.startsWith(sign) && candidate.slice(1) !== query);
  const begins = own.filter((candidate) => foldText(candidate.slice(1)).startsWith(wanted));
  const within = own.filter(
    (candidate) =>
      !begins.includes(candidate) &&
      candidate
        .slice(1)
        .split(/(?<=\p{Ll})(?=\p{Lu})|[_.@-]/u)
        .some((word) => foldText(word).startsWith(wanted)),
  );
  return [...begins, ...within].slice(0, shownCount);
}

/** The text with what was chosen in place, and where the caret goes: past one space. */
export function complete(text: string, { start, end }: Completing, chosen: string): { text: string; caret: number } {
  const after = text.slice(end);
  const space = /^[\s.,;:!?)\]…]/u.test(after) ? '' : ' ';
  const caret = start + chosen.length + (/^[ \u00A0]/.test(after) ? 1 : space.length);
  return { text: text.slice(0, start) + chosen + space + after, caret };
}

export type CompletionSources = {
  tags: string[];
  campaignHashtag: string | null;
  /** The company's suggestions for the network. */
  suggestions: string[];
  /** Own posts on the network, the latest first. */
  past: string[];
};

/** Every hashtag and mention worth offering, the likeliest first: the campaign's, the item's, then one's own by use. */
export function completionCandidates({ tags, campaignHashtag, suggestions, past }: CompletionSources): string[] {
  const campaign = campaignHashtag === null ? [] : [`#${campaignHashtag.replace(/^[#＃]/, '')}`];
  const own = byUse(past.flatMap((text) => [...hashtagsIn(text), ...mentionsIn(text)]));
  const proposed = suggestions.flatMap((text) => [...hashtagsIn(text), ...mentionsIn(text)]);
  const all = [...campaign, ...proposed, ...tags.flatMap(hashtagOf), ...own];
  const seen = new Set<string>();
  return all.filter((candidate) => {
    const key = foldText(candidate);
    return !seen.has(key) && seen.add(key);
  });
}

/** A topic as a hashtag, its words told apart by capitals for screen readers; none for digits alone. */
export function hashtagOf(label: string): string[] {
  const words = label.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const body =
    words.length === 1
      ? words.join('')
      : words.map((word) => word.charAt(0).toLocaleUpperCase() + word.slice(1)).join('');
  return /[^\p{N}_]/u.test(body) ? [`#${body}`] : [];
}

function hashtagsIn(text: string): string[] {
  return findHashtags(text).map(({ body }) => `#${body}`);
}

function mentionsIn(text: string): string[] {
  const mention = /(?<![\p{L}\p{N}\p{M}_/@.])@[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_.@-]*[\p{L}\p{N}_])?/gu;
  const links = findLinks(text);
  return [...text.matchAll(mention)]
    .filter(({ index }) => !links.some(({ start, end }) => index >= start && index < end))
    .map(({ 0: found }) => found);
}

function byUse(found: string[]): string[] {
  const uses = Map.groupBy(found, (candidate) => candidate);
  return [...uses].sort(([, a], [, b]) => b.length - a.length).map(([candidate]) => candidate);
}
