import { parseWebAddress } from '../../../domain/links/parse-address.ts';

/**
 * Rich text as Bluesky records it: a plain text, and features at ranges of its UTF-8 bytes, end excluded
 * (https://docs.bsky.app/docs/advanced-guides/post-richtext). A server checks none of the ranges.
 */
export type Facet = {
  index: { byteStart: number; byteEnd: number };
  features: (
    | { $type: 'app.bsky.richtext.facet#link'; uri: string }
    | { $type: 'app.bsky.richtext.facet#tag'; tag: string }
    | { $type: 'app.bsky.richtext.facet#mention'; did: string }
  )[];
};

export type RichText = { text: string; facets: Facet[] };

type Part =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; uri: string }
  | { kind: 'tag'; text: string; tag: string }
  | { kind: 'mention'; text: string; handle: string };

/** What may stand after an address without being part of it. */
const linkPattern = /https?:\/\/[^\s"'<>()]*[^\s"'<>().,;:!?]/giu;
/** A hashtag begins a word and holds something else than digits and punctuation. */
const tagPattern = /(?<=^|[\s(\u200b])[#＃](?=[^\s#＃]*[^\s\p{P}\d])[^\s#＃]+/gu;
const mentionPattern = /(?<=^|[\s(\u200b])@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]*[a-z\d])?/giu;
/** Punctuation and marks of direction close a hashtag; joiners belong to its letters. */
const tagEnd = /[\p{P}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/u;
const longestTag = 64;

const encoder = new TextEncoder();
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Handles that a text mentions, each once, for `resolve` to be asked about. */
export function mentionedHandles(text: string): string[] {
  const handles = partsOf(text).flatMap((part) => (part.kind === 'mention' ? [part.handle] : []));
  return [...new Set(handles)];
}

/**
 * The text as it is published, links written as short as Bluesky's own composer writes them, and its facets.
 *
 * @param dids by handle; a mention that is in none of them stays plain text
 */
export function richText(text: string, dids: ReadonlyMap<string, string>): RichText {
  let published = '';
  let at = 0;
  const facets: Facet[] = [];
  for (const part of partsOf(text.toWellFormed())) {
    const shown = part.kind === 'link' ? shortenedLink(part.uri) : part.text;
    const byteEnd = at + encoder.encode(shown).length;
    const feature = featureOf(part, dids);
    if (feature !== null) facets.push({ index: { byteStart: at, byteEnd }, features: [feature] });
    published += shown;
    at = byteEnd;
  }
  return { text: published, facets };
}

function featureOf(part: Part, dids: ReadonlyMap<string, string>): Facet['features'][number] | null {
  if (part.kind === 'link') return { $type: 'app.bsky.richtext.facet#link', uri: part.uri };
  if (part.kind === 'tag') return { $type: 'app.bsky.richtext.facet#tag', tag: part.tag };
  const did = part.kind === 'mention' ? dids.get(part.handle) : undefined;
  return did === undefined ? null : { $type: 'app.bsky.richtext.facet#mention', did };
}

function partsOf(text: string): Part[] {
  const found = [...linksOf(text), ...tagsOf(text), ...mentionsOf(text)].sort((a, b) => a.at - b.at);
  const parts: Part[] = [];
  let end = 0;
  for (const { at, part } of found) {
    // A hashtag within an address is a piece of that address.
    if (at < end) continue;
    if (at > end) parts.push({ kind: 'text', text: text.slice(end, at) });
    parts.push(part);
    end = at + part.text.length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

type Found = { at: number; part: Part };

function linksOf(text: string): Found[] {
  return [...text.matchAll(linkPattern)].flatMap(({ index, 0: link }) => {
    const uri = parseWebAddress(link)?.href;
    return uri === undefined ? [] : [{ at: index, part: { kind: 'link', text: link, uri } }];
  });
}

function tagsOf(text: string): Found[] {
  return [...text.matchAll(tagPattern)].flatMap(({ index, 0: word }) => {
    const written = word.replace(tagEnd, '');
    const tag = written.slice(1);
    const isTag = tag !== '' && [...graphemes.segment(tag)].length <= longestTag;
    return isTag ? [{ at: index, part: { kind: 'tag', text: written, tag } }] : [];
  });
}

function mentionsOf(text: string): Found[] {
  return [...text.matchAll(mentionPattern)].map(({ index, 0: word }) => ({
    at: index,
    part: { kind: 'mention', text: word, handle: word.slice(1).toLowerCase() },
  }));
}

/** Without its scheme, and cut after the host: the facet leads to the whole address. */
function shortenedLink(uri: string): string {
  const url = new URL(uri);
  const rest = url.href.slice(url.origin.length).replace(/^\/(?=$|[?#])/, '');
  return url.host + (rest.length > 15 ? `${rest.slice(0, 13)}...` : rest);
}
