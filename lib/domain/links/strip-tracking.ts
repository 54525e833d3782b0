import { parseWebAddress } from './parse-address.ts';
import { decodeParameter, mapParameters } from './query-parameters.ts';
import { isTrackingParameter } from './tracking-parameters.ts';
import { unwrapLink } from './unwrap-link.ts';

/**
 * A publisher's address as it is stored and shared: unwrapped from redirectors, without the parameters
 * that only say who sent the reader. Whatever else it holds is its publisher's word, and keeps every
 * byte: order, spelling, empty parameters, anchors, keys. Takes a web address as the URL parser writes
 * it; an address with neither query nor fragment costs two look-ups.
 */
export function stripTracking(address: string): string {
  if (!address.includes('?') && !address.includes('#')) return address;
  const parsed = parseWebAddress(address);
  const url = unwrapLink(parsed);
  if (url === null) return address;
  const whole = url === parsed ? address : url.href;
  const hashAt = whole.indexOf('#');
  const beforeHash = hashAt < 0 ? whole : whole.slice(0, hashAt);
  const queryAt = beforeHash.indexOf('?');
  const keep = (query: string) => withoutTrackers(query, url.hostname);

  const path = queryAt < 0 ? beforeHash : beforeHash.slice(0, queryAt);
  const query = queryAt < 0 ? '' : join('?', beforeHash.slice(queryAt + 1), keep);
  const fragment = hashAt < 0 ? '' : join('#', whole.slice(hashAt + 1), (text) => mapParameters(text, keep));
  return path + query + fragment;
}

/** What is left behind its mark; the mark goes only with the last that stood behind it. */
function join(mark: '?' | '#', text: string, keep: (text: string) => string): string {
  const kept = keep(text);
  return kept === '' && text !== '' ? '' : mark + kept;
}

function withoutTrackers(query: string, hostname: string): string {
  const parameters = query.split('&');
  const kept = parameters.filter((spelling) => {
    const name = spelling.split('=', 1)[0] ?? '';
    return name === '' || !isTrackingParameter(decodeParameter(name).toLowerCase(), hostname);
  });
  return kept.length === parameters.length ? query : kept.join('&');
}
