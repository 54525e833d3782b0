import { Parser } from 'htmlparser2';
import type { HubPayload } from '../../contract/hub.ts';
import { codeOf, RelaisError } from '../../domain/errors.ts';
import type { HttpAnswer, HttpClient } from '../http/client.ts';
import { isLoopback } from '../hub/invitation.ts';
import { readAddress } from './address.ts';
import { decodeText } from './decode-text.ts';
import { markupToText } from './markup.ts';
import { parseFeed } from './parse-feed.ts';
import { findRoot } from './scan-xml.ts';

export type FoundSource = { kind: 'hub' | 'feed'; url: string; title: string };
type FoundFeed = { url: string; title: string };

const feedTypes =
  /^(?:application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json|xml|x-rss\+xml)|text\/(?:xml|rss|rss\+xml))$/;
const foundLimit = 20;
const titleMaxLength = 200;

/** The feeds a page announces by `<link rel="alternate">`, in its order, each address once. */
export function discoverFeeds(html: string, pageUrl: string): FoundFeed[] {
  let base: string | null = null;
  const found = new Map<string, FoundFeed>();
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'base') base ??= readAddress(attributes.href, pageUrl);
      if (name !== 'link' || found.size === foundLimit || !announcesFeed(attributes)) return;
      const url = readAddress(attributes.href, base ?? pageUrl);
      if (url === null || found.has(url)) return;
      found.set(url, { url, title: markupToText(attributes.title ?? '', titleMaxLength) });
    },
  });
  parser.end(html);
  return [...found.values()];
}

function announcesFeed({ rel = '', type = '' }: Record<string, string>): boolean {
  const words = rel.toLowerCase().split(/\s+/);
  const essence = type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (words.includes('feed')) return essence === '' || feedTypes.test(essence);
  // JSON is what many applications link to beside their pages; only its own type says feed.
  return words.includes('alternate') && essence !== 'application/json' && feedTypes.test(essence);
}

/** What bytes are, by what they hold: servers call feeds `text/html` and pages `application/xml`. */
export function sniff(bytes: Uint8Array, contentType: string | null): 'feed' | 'html' | 'other' {
  const text = decodeText(bytes.subarray(0, 65_536), contentType);
  if (/^[\s\uFEFF]*\{/.test(text)) {
    return /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(text) ? 'feed' : 'other';
  }
  const root = findRoot(text);
  if (root !== null && root.format !== 'other') return 'feed';
  if (/<!doctype html|<html[\s>]|<(?:head|body)[\s>]/i.test(text)) return 'html';
  return /^(?:text\/html|application\/xhtml\+xml)/i.test(contentType ?? '') && /<[a-z]/i.test(text) ? 'html' : 'other';
}

/**
 * The address of what somebody typed: `example.com/blog` is https, `localhost:8080` is http, and
 * `feed:` links are unwrapped. Throws `invalid_address`.
 */
export function normaliseAddress(typed: string): string {
  const text = typed
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'https://');
  const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text);
  const host = /^(\[[^\]]*\]|[^/:?#]*)/.exec(text)?.[1]?.toLowerCase() ?? '';
  const url = hasScheme ? text : `${isLoopback(host) ? 'http' : 'https'}://${text}`;
  const address = /\s/.test(text) ? null : readAddress(url, 'https://invalid.invalid');
  const isHost = address !== null && (/[.:]/.test(new URL(address).hostname) || isLoopback(new URL(address).hostname));
  if (address === null || (!hasScheme && !isHost)) throw new RelaisError('invalid_address', `no web address: ${typed}`);
  return address;
}

type FindDeps = {
  http: HttpClient;
  address: string;
  describeHub: (hubUrl: string) => Promise<HubPayload>;
};

/**
 * What an address offers: itself, the feeds its page announces, a hub beside them. Throws
 * `invalid_address`, `not_a_feed`, or why the address could not be read.
 */
export async function findSources({ http, address, describeHub }: FindDeps): Promise<FoundSource[]> {
  const url = normaliseAddress(address);
  let answer: HttpAnswer | null = null;
  let failure: unknown = null;
  try {
    answer = await http.send({ method: 'GET', url, cache: 'no-cache' });
  } catch (error) {
    // A hub may refuse the page that was typed and still say what it is.
    failure = error;
    if (codeOf(error) === 'network_unreachable' || codeOf(error) === 'timed_out') throw error;
  }
  const kind = answer === null ? 'other' : sniff(answer.bytes, answer.headers.get('content-type'));
  if (answer !== null && kind === 'feed') return [{ kind: 'feed', url: answer.url, title: titleOf(answer) }];
  const announced = answer !== null && kind === 'html' ? discoverFeeds(textOf(answer), answer.url) : [];
  const hub = await findHub(answer?.url ?? url, describeHub);
  const found = [...hub, ...announced.map((feed) => ({ kind: 'feed' as const, ...feed }))];
  if (found.length > 0) return found;
  throw failure ?? new RelaisError('not_a_feed', `${url} is no feed, announces none and is no hub`);
}

/** A hub may live under a path, so the address itself is asked before its origin. */
async function findHub(url: string, describeHub: FindDeps['describeHub']): Promise<FoundSource[]> {
  const { origin, pathname } = new URL(url);
  const under = origin + pathname.replace(/\/(?:join)?\/?$/, '');
  for (const hubUrl of new Set([under, origin])) {
    try {
      const { company_name } = await describeHub(hubUrl);
      return [{ kind: 'hub', url: hubUrl, title: markupToText(company_name, titleMaxLength) }];
    } catch {
      // Whatever it answered, it is no hub.
    }
  }
  return [];
}

function titleOf(answer: HttpAnswer): string {
  const contentType = answer.headers.get('content-type');
  return parseFeed(answer.bytes, { url: answer.url, contentType }).title || new URL(answer.url).hostname;
}

function textOf(answer: HttpAnswer): string {
  return decodeText(answer.bytes, answer.headers.get('content-type'));
}
