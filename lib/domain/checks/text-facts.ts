import { isPrivateAddress } from '../links/private-address.ts';
import { foldTerm, type Range } from './folded-text.ts';

/** What rules count in a text. Ranges are in UTF-16 units of the text as written. */
export type Hashtag = Range & { body: string };

const link = /\bhttps?:\/\/[^\s<>"«»]+/giu;
const closing = /[.,;:!?)\]}'’”…]+$/u;

export function findLinks(text: string): Range[] {
  return [...text.matchAll(link)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.replace(closing, '').length,
  }));
}

/** Letters, marks and digits of any script after a #, at least one of them no digit; not inside a word or an address. */
export function findHashtags(text: string): Hashtag[] {
  const links = findLinks(text);
  return [
    ...text.matchAll(/(?<![\p{L}\p{N}\p{M}_/&#＃])[#＃]([\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_·]|\u200C|\u200D)*)/gu),
  ].flatMap(({ 0: found, 1: body = '', index }) => {
    const range = { start: index, end: index + found.length };
    if (!/[^\p{N}\p{M}_]/u.test(body) || links.some((inside) => overlaps(inside, range))) return [];
    return [{ ...range, body }];
  });
}

export function sameHashtag(a: string, b: string): boolean {
  return foldTerm(a.replace(/^[#＃]/, '')) === foldTerm(b.replace(/^[#＃]/, ''));
}

/** Words written in capitals: four letters or more, so that acronyms of three go; hashtags and addresses left out. */
export function findShouted(text: string): { shouted: Range[]; wordCount: number } {
  const aside = [...findLinks(text), ...findHashtags(text)];
  const shouted: Range[] = [];
  let wordCount = 0;
  for (const { 0: word, index } of text.matchAll(/(?<![\p{L}\p{N}_@])\p{L}[\p{L}\p{M}\p{N}]+/gu)) {
    const range = { start: index, end: index + word.length };
    if (aside.some((other) => overlaps(other, range))) continue;
    wordCount += 1;
    if ((word.match(/\p{Lu}/gu)?.length ?? 0) >= 4 && !/\p{Ll}/u.test(word)) shouted.push(range);
  }
  return { shouted, wordCount };
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Emoji in a row, as people see them: one family, flag or skin tone is one; spaces between do not part them. */
export function findEmojiRuns(text: string): (Range & { count: number })[] {
  // Cutting a text into graphemes costs more than all the rest, and most texts have no emoji.
  if (!/\p{Emoji_Presentation}|\uFE0F/u.test(text)) return [];
  const runs: (Range & { count: number })[] = [];
  let open: (Range & { count: number }) | null = null;
  for (const { segment, index } of graphemes.segment(text)) {
    if (/\p{RGI_Emoji}/v.test(segment) || /\p{Emoji_Presentation}/u.test(segment)) {
      if (open === null) {
        open = { start: index, end: index, count: 0 };
        runs.push(open);
      }
      open.count += 1;
      open.end = index + segment.length;
    } else if (!/^\s+$/u.test(segment)) open = null;
  }
  return runs;
}

const bareHost =
  /(?<![\p{L}\p{N}@/._-])(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[a-z0-9-]{1,63}\.)+(?:local|internal|intranet|lan|corp)|localhost)(?![\p{L}\p{N}_-])/giu;
const share = /(?<![\p{L}\p{N}])\\\\[\p{L}\p{N}._-]+\\[^\s]*|\bfile:\/\/\S+/giu;

/** Addresses in a text that lead inside a house, with a scheme or without; shared folders too. */
export function findPrivateAddresses(text: string): Range[] {
  const links = findLinks(text);
  const named = links.filter(({ start, end }) => isPrivateAddress(text.slice(start, end)));
  const bare = [...text.matchAll(bareHost)].filter(({ 0: host }) => isPrivateAddress(`http://${host}/`));
  const found = [...bare, ...text.matchAll(share)].map(({ 0: value, index }) => ({
    start: index,
    end: index + value.length,
  }));
  return [...named, ...found.filter((range) => !links.some((inside) => overlaps(inside, range)))].sort(
    (a, b) => a.start - b.start,
  );
}

/** The words of a text without its addresses and hashtags, as they are compared. */
export function ownWords(text: string): string {
  const aside = [...findLinks(text), ...findHashtags(text)].sort((a, b) => a.start - b.start);
  let rest = '';
  let at = 0;
  for (const { start, end } of aside) {
    rest += `${text.slice(at, Math.max(at, start))} `;
    at = Math.max(at, end);
  }
  return foldTerm(rest + text.slice(at));
}

export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
