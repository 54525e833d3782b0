import { invitationSecretSchema } from '../../contract/hub.ts';
import { RelaisError } from '../../domain/errors.ts';
import { parseWebAddress } from '../../domain/links/parse-address.ts';

/**
 * Reads `<hub>/join#<secret>`. The secret is a credential: it may cross the network in clear only
 * when it does not leave the machine. Throws `invitation_invalid` for anything else.
 */
export function parseInvitationUrl(text: string): { hubUrl: string; secret: string } {
  const url = parseWebAddress(text.trim());
  const secret = invitationSecretSchema.safeParse(url?.hash.slice(1));
  const path = /^(.*)\/join\/?$/.exec(url?.pathname ?? '')?.[1];
  if (url === null || path === undefined || !secret.success) throw invalid(text);
  if (url.username !== '' || url.password !== '' || url.search !== '') throw invalid(text);
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) throw invalid(text);
  return { hubUrl: url.origin + path, secret: secret.data };
}

/** Hosts that are this machine (RFC 6761, section 6.3; RFC 1122, section 3.2.1.3). */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}

function invalid(text: string): RelaisError {
  // The text may hold a working secret, so the message keeps what stands before it.
  return new RelaisError('invitation_invalid', `not an invitation link: ${text.trim().split('#')[0]?.slice(0, 200)}`);
}
