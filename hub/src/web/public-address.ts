import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * What is not the public internet: IANA's special-purpose registries (RFC 6890 and its updates), among
 * them private and shared (CGNAT) networks and the link-local one where clouds keep their metadata.
 */
const reserved = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  reserved.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  // Teredo, benchmarks and other assignments to protocols; documentation; 6to4, which embeds any IPv4.
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  reserved.addSubnet(network, bits, 'ipv6');
}
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/** Whether a numeric address is one of the public internet. Anything else than an address is not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !reserved.check(address, 'ipv4');
  if (!isIPv6(address)) return false;
  const embedded = embeddedIpv4(address);
  if (embedded !== null) return isPublicAddress(embedded);
  return globalUnicast.check(address, 'ipv6') && !reserved.check(address, 'ipv6');
}

/** The IPv4 address that a mapped (`::ffff:0:0/96`) or translated (`64:ff9b::/96`, RFC 6052) one leads to. */
function embeddedIpv4(address: string): string | null {
  // The URL parser compresses every spelling to one.
  const host = URL.parse(`http://[${address}]`)?.hostname ?? '';
  const [, high, low] = /^\[(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(host) ?? [];
  if (high === undefined || low === undefined) return null;
  const [left, right] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [left >> 8, left & 255, right >> 8, right & 255].join('.');
}
