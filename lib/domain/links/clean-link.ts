import { linkWrappers } from './link-wrappers.ts';
import { parseWebAddress } from './parse-address.ts';
import { ambiguousSecretParameters, isOpaque, secretParameters } from './secret-parameters.ts';
import { hostTrackingParameters, trackingParameters } from './tracking-parameters.ts';

export type CleanLink = { url: string; secretRemoved: boolean };

/** What the wire, and most servers, take. */
const longestUrl = 2048;
/** A wrapped address is long before it is unwrapped; past this, nobody meant it. */
const longestInput = 16_384;
const deepestWrapping = 5;

/**
 * The address to keep and to send: unwrapped from redirectors, without trackers, text fragment,
 * default port or anything that would let a reader in as somebody else. What remains keeps its order
 * and its spelling, because servers may care for both. Null for anything but a web address of
 * at most 2,048 characters without credentials.
 */
export function cleanLink(value: string): CleanLink | null {
  if (value.length > longestInput) return null;
  const url = unwrapped(parseWebAddress(value));
  if (url === null || url.username !== '' || url.password !== '') return null;
  let secretRemoved = false;

  const keep = (query: string): string => {
    const parameters = query
      .split('&')
      .filter((spelling) => spelling !== '')
      .map(splitParameter);
    const isSignIn = isSignInAnswer(parameters);
    const kept = parameters.filter((parameter) => {
      const secret = isSecret(parameter) || (isSignIn && signInNames.includes(parameter.name));
      if (secret) secretRemoved = true;
      return !secret && !isTracker(parameter.name, url.hostname);
    });
    return kept.map(({ spelling }) => spelling).join('&');
  };

  const path = url.pathname.replace(/;(jsessionid|phpsessid)=[^/;]*/gi, '');
  if (path !== url.pathname) {
    url.pathname = path;
    secretRemoved = true;
  }
  url.search = keep(url.search.slice(1));
  const fragment = url.hash.slice(1).replace(/:~:.*$/s, '');
  if (isInvitation(url, fragment)) {
    url.hash = '';
    secretRemoved = true;
  } else {
    url.hash = keepInFragment(fragment, keep);
  }
  return url.href.length > longestUrl ? null : { url: url.href, secretRemoved };
}

function unwrapped(url: URL | null): URL | null {
  let inner = url;
  for (let depth = 0; inner !== null && depth < deepestWrapping; depth += 1) {
    const target = targetOf(inner);
    if (target === null) break;
    inner = target;
  }
  return inner;
}

function targetOf(url: URL): URL | null {
  const wrapper = linkWrappers.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname));
  for (const parameter of wrapper?.parameters ?? []) {
    const target = parseWebAddress(url.searchParams.get(parameter) ?? '');
    if (target !== null) return target;
  }
  return null;
}

/** Parameters also live in fragments: alone (`#xtor=RSS-1`, `#access_token=…`) or after a route (`#/page?token=…`). */
function keepInFragment(fragment: string, keep: (query: string) => string): string {
  const mark = fragment.indexOf('?');
  if (mark >= 0) {
    const query = keep(fragment.slice(mark + 1));
    return query === '' ? fragment.slice(0, mark) : `${fragment.slice(0, mark)}?${query}`;
  }
  return /^[\w.-]+=/.test(fragment) ? keep(fragment) : fragment;
}

/** A hub's invitation carries its secret as a bare fragment: `<hub>/join#<secret>`. */
function isInvitation(url: URL, fragment: string): boolean {
  return url.pathname.endsWith('/join') && /^[A-Za-z0-9_-]{22,86}$/.test(fragment);
}

type Parameter = { spelling: string; name: string; content: string };

function splitParameter(spelling: string): Parameter {
  const equals = spelling.indexOf('=');
  const name = equals < 0 ? spelling : spelling.slice(0, equals);
  const content = equals < 0 ? '' : spelling.slice(equals + 1);
  return { spelling, name: decoded(name).toLowerCase(), content: decoded(content) };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // Not UTF-8, or a bare percent sign: compared as it is spelt.
    return value;
  }
}

function isSecret({ name, content }: Parameter): boolean {
  if (content === '') return false;
  return secretParameters.has(name) || (ambiguousSecretParameters.has(name) && isOpaque(content));
}

const signInNames = ['code', 'state'];

/** Where OAuth sends the browser back to (RFC 6749, 4.1.2): each word is innocent without the other. */
function isSignInAnswer(parameters: Parameter[]): boolean {
  return signInNames.every((wanted) => parameters.some(({ name, content }) => name === wanted && content.length >= 6));
}

function isTracker(name: string, hostname: string): boolean {
  const matches = (rule: string) => (rule.endsWith('*') ? name.startsWith(rule.slice(0, -1)) : name === rule);
  if (trackingParameters.some(matches)) return true;
  return Object.entries(hostTrackingParameters).some(
    ([host, rules]) => (hostname === host || hostname.endsWith(`.${host}`)) && rules.some(matches),
  );
}
