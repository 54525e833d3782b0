import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** 256 random bits, as the browser keeps them. The prefix lets secret scanners recognise a leaked one. */
export function createToken(): string {
  return `relais_${randomBytes(32).toString('base64url')}`;
}

/** 128 random bits: the part of an invitation link behind `#`. */
export function createInvitationSecret(): string {
  return randomBytes(16).toString('base64url');
}

/** A salt would add nothing: what is hashed is random and long, never chosen by a person. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compares two hashes in constant time. */
export function isSameHash(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Stands for a caller's address where attempts are counted: useless without the hub's key. */
export function disguise(address: string, key: string): string {
  return createHmac('sha256', key).update(address).digest('base64url');
}

const codeLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Eight letters and digits, each as likely as the others: the end of a short address. */
export function createLinkCode(): string {
  return Array.from({ length: 8 }, () => codeLetters[randomInt(codeLetters.length)]).join('');
}

/** Keeps what is hashed with it from being guessed, for as long as it lasts. */
export function createSalt(): string {
  return randomBytes(32).toString('base64url');
}
