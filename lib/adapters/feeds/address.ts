import { parseWebAddress } from '../../domain/links/parse-address.ts';

export const addressMaxLength = 2048;

/**
 * An address from a document, resolved and gated: http or https, no user name or password, at most
 * 2048 characters. Null for anything else: the item that carries it stays, without it.
 */
export function readAddress(value: string | null | undefined, base: string): string | null {
  const text = value?.trim();
  if (!text || text.length > addressMaxLength) return null;
  const url = parseWebAddress(text, base);
  if (url === null || url.username !== '' || url.password !== '' || url.hostname === '') return null;
  return url.href.length > addressMaxLength ? null : url.href;
}
