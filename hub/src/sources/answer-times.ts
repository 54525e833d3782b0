type Header = (name: string) => string | null;

/** How long an answer is fresh (RFC 9111, 4.2.1), in milliseconds; null when it does not say. */
export function readFreshness(header: Header): number | null {
  const control = header('cache-control') ?? '';
  const maxAge = /(?:^|[\s,])(?:s-maxage|max-age)\s*=\s*"?(\d{1,9})/i.exec(control)?.[1];
  if (maxAge !== undefined) return Number(maxAge) * 1000;
  const expires = Date.parse(header('expires') ?? '');
  // Both are of the publisher's clock: what lies between them needs no other.
  const at = Date.parse(header('date') ?? '');
  return Number.isNaN(expires) || Number.isNaN(at) ? null : Math.max(0, expires - at);
}

/** `Retry-After` in milliseconds, from its two forms (RFC 9110, 10.2.3); null when it has neither. */
export function readRetryAfter(value: string | null, now: number): number | null {
  if (value === null || value.trim() === '') return null;
  const seconds = Number(value);
  const delayMs = Number.isNaN(seconds) ? Date.parse(value) - now : seconds * 1000;
  return Number.isFinite(delayMs) ? Math.max(0, delayMs) : null;
}
