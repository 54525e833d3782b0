import { parseWebAddress } from '../../domain/links/parse-address.ts';

export const addressMaxLength = 2048;

/**
 * An address from a document, resolved and gated: http or https, no user name or password, at most
 * 2048 characters. Null for anything else: the item that carries it stays, without it.
 */
export function readAddress(value: string | null | undefined, base: string): string | null {
  const text = value?.trim();
  if (!text || text.length > addressMaxLength) return null;
  const url = parseWebAddress(mended(text), base);
  if (url === null || url.username !== '' || url.password !== '' || url.hostname === '') return null;
  return url.href.length > addressMaxLength ? null : url.href;
}

/** Two slips of those who write addresses: an ampersand escaped once too often, and a host without its scheme. */
function mended(text: string): string {
  const whole = text.includes('&') ? text.replace(/&(?:amp|#0*38|#x0*26);/gi, '&') : text;
  return /^www\.[a-z\d-]+\.[a-z]/i.test(whole) ? `https://${whole}` : whole;
}
