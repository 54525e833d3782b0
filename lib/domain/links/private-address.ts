import { parseAddress } from './parse-address.ts';

/** Names that no public server answers to (RFC 6761, RFC 6762, RFC 8375, ICANN's reserved and house customs). */
const privateSuffixes = ['localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'private', 'home.arpa'];

/**
 * Whether an address leads inside a house: loopback, private or link-local numbers in any spelling,
 * local names, names of a single label. What cannot be parsed leads nowhere, and is private.
 */
export function isPrivateAddress(value: string): boolean {
  const url = parseAddress(value);
  if (url === null) return true;
  const host = url.hostname.replace(/\.$/, '').toLowerCase();
  if (host.startsWith('[')) return isPrivateIpv6(host.slice(1, -1));
  // The URL parser has written every spelling of an IPv4 number (octal, hexadecimal, one integer) in four parts.
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return isPrivateIpv4(host.split('.').map(Number));
  return !host.includes('.') || privateSuffixes.some((suffix) => host.endsWith(`.${suffix}`));
}

function isPrivateIpv4([first = 0, second = 0]: number[]): boolean {
  return (
    first === 0 ||
    first === 10 ||
    first === 127 ||
    (first === 100 && second >= 64 && second < 128) ||
    (first === 169 && second === 254) ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168)
  );
}

/** Takes the URL parser's own spelling: lower case, compressed, without a dotted tail. */
function isPrivateIpv6(address: string): boolean {
  if (address === '::' || address === '::1') return true;
  const embedded = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address);
  if (embedded !== null) {
    const [high = 0, low = 0] = embedded.slice(1).map((part) => Number.parseInt(part, 16));
    return isPrivateIpv4([high >> 8, high & 255, low >> 8, low & 255]);
  }
  // fc00::/7 is unique local, fe80::/10 link-local, fec0::/10 the former site-local.
  const first = Number.parseInt(address.split(':')[0] || '0', 16);
  return (first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfe80 || (first & 0xffc0) === 0xfec0;
}
