import { parseAddress } from '../links/parse-address.ts';
import { isPrivateAddress } from '../links/private-address.ts';

/**
 * The host of a Mastodon server from what people know of theirs: its name, any address on it, or their
 * own handle. Null when it is no public https host.
 */
export function readInstanceHost(written: string): string | null {
  const trimmed = written.trim();
  const handleHost = /^@?[\w.-]+@([^@/\s]+)$/.exec(trimmed)?.[1];
  const named = handleHost ?? trimmed;
  const url = parseAddress(/^[a-z][a-z0-9+.-]*:/i.test(named) ? named : `https://${named}`);
  if (url === null || url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '')
    return null;
  const host = url.hostname.replace(/\.$/, '');
  // A last label of digits is an IPv4 address.
  if (!/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9-]{2,63}$/.test(host)) return null;
  return isPrivateAddress(url.href) ? null : host;
}
