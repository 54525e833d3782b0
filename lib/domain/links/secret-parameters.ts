/** Parameters that open a door to whoever holds the address. Compared in lower case. */
export const secretParameters: ReadonlySet<string> = new Set([
  'access_token',
  'api_key',
  'apikey',
  'auth_token',
  'authtoken',
  'client_secret',
  'id_token',
  'jsessionid',
  'jwt',
  'oauth_token',
  'oauth_verifier',
  'otp',
  'passwd',
  'password',
  'phpsessid',
  'pwd',
  'refresh_token',
  'samlart',
  'samlrequest',
  'samlresponse',
  'secret',
  'session_id',
  'session_state',
  'sessionid',
  'sig',
  'signature',
  'token',
  // Signed addresses of the large object stores.
  'x-amz-credential',
  'x-amz-security-token',
  'x-amz-signature',
  'x-goog-credential',
  'x-goog-signature',
]);

/** Secrets in some addresses (OAuth, single sign-on), ordinary words in others: told apart by `isOpaque`. */
export const ambiguousSecretParameters: ReadonlySet<string> = new Set([
  'auth',
  'code',
  'key',
  'nonce',
  'relaystate',
  'session',
  'sid',
  'state',
  'ticket',
]);

/** Long, of one piece, with digits among letters: made by a machine, not chosen by a writer. */
export function isOpaque(value: string): boolean {
  return value.length >= 16 && !/\s/.test(value) && /[A-Za-z]/.test(value) && /\d/.test(value);
}
