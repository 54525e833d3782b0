const alphabet = '234567abcdefghijklmnopqrstuvwxyz';

/**
 * A record key made here, so that a repeated post lands on the first one: a TID, microseconds since 1970
 * and ten bits against two devices of one person, in thirteen sortable characters
 * (https://atproto.com/specs/tid).
 *
 * @param random from 0 to 1, 1 excluded
 */
export function recordKey(now: number, random: number): string {
  let value = BigInt(Math.floor(now)) * 1000n * 1024n + BigInt(Math.floor(random * 1024));
  let key = '';
  for (let i = 0; i < 13; i += 1) {
    key = alphabet.charAt(Number(value % 32n)) + key;
    value /= 32n;
  }
  return key;
}
