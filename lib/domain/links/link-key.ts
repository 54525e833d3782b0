import { cleanLink } from './clean-link.ts';

/**
 * What two spellings of one page have in common, for finding duplicates; never an address to open.
 * Scheme, `www.`, final slash, order of parameters and anchors do not count; routes in fragments do.
 */
export function linkKey(value: string): string {
  const clean = cleanLink(value);
  if (clean === null) return value;
  const url = new URL(clean.url);
  const host = url.host.replace(/^www\./, '');
  const path = url.pathname.replace(/\/+$/, '');
  const query = url.search.slice(1).split('&').filter(Boolean).sort().join('&');
  const route = /^#[!/]/.test(url.hash) ? url.hash : '';
  return `${host}${path}${query === '' ? '' : `?${query}`}${route}`;
}
