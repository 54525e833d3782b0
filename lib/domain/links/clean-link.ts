import { parseWebAddress } from './parse-address.ts';
import { decodeParameter, mapParameters } from './query-parameters.ts';
import { ambiguousSecretParameters, isOpaque, secretParameters } from './secret-parameters.ts';
import { isTrackingParameter } from './tracking-parameters.ts';
import { unwrapLink } from './unwrap-link.ts';

export type CleanLink = { url: string; secretRemoved: boolean };

/** What the wire, and most servers, take. */
const longestUrl = 2048;
/** A wrapped address is long before it is unwrapped; past this, nobody meant it. */
const longestInput = 16_384;

/**
 * The address to keep and to send: unwrapped from redirectors, without trackers, text fragment,
 * default port or anything that would let a reader in as somebody else. What remains keeps its order
 * and its spelling, because servers may care for both. Null for anything but a web address of
 * at most 2,048 characters without credentials.
 */
export function cleanLink(value: string): CleanLink | null {
  if (value.length > longestInput) return null;
  const url = unwrapLink(parseWebAddress(value));
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
      return !secret && !isTrackingParameter(parameter.name, url.hostname);
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
    url.hash = mapParameters(fragment, keep);
  }
  return url.href.length > longestUrl ? null : { url: url.href, secretRemoved };
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
  return { spelling, name: decodeParameter(name).toLowerCase(), content: decodeParameter(content) };
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
