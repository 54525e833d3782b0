import { parseWebAddress } from './links/parse-address.ts';
import { isPrivateAddress } from './links/private-address.ts';

/**
 * Whether a feed may be followed from one address to another: to the web only, never from an encrypted
 * address to an open one, and never from the public web into a house, whose addresses are its own.
 */
export function mayMove(from: string, to: string): boolean {
  const [old, next] = [parseWebAddress(from), parseWebAddress(to)];
  if (old === null || next === null || next.username !== '' || next.password !== '') return false;
  if (old.protocol === 'https:' && next.protocol !== 'https:') return false;
  return isPrivateAddress(old.href) || !isPrivateAddress(next.href);
}

/** The very same address, now encrypted: the one redirect that is for good whatever its status. */
export function isSecured(from: string, to: string): boolean {
  const [old, next] = [parseWebAddress(from), parseWebAddress(to)];
  if (old?.protocol !== 'http:' || next?.protocol !== 'https:') return false;
  return old.hostname === next.hostname && old.pathname === next.pathname && old.search === next.search;
}
