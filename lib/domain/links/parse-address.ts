/** `new URL` that answers null: addresses come from pages, and `URL.parse` is younger than the browsers supported. */
export function parseAddress(value: string, base?: string): URL | null {
  try {
    return new URL(value, base);
  } catch {
    // Not an address: null says so.
    return null;
  }
}

/** A web address, the only kind that Relais keeps, opens or sends. */
export function parseWebAddress(value: string, base?: string): URL | null {
  const url = parseAddress(value, base);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null;
}
