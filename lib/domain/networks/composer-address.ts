import type { Post } from './network-definition.ts';

/**
 * One value of a composer's query. `encodeURIComponent` leaves `!'()*` alone, which some composers
 * and link detectors read as the end of an address, and throws on half an emoji; spaces must be
 * `%20`, since `+` is literal to some networks, so `URLSearchParams` will not do.
 */
export function encodeValue(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A composer's address: values cannot leave their parameter, nor empty ones appear. */
export function composerAddress(base: `https://${string}`, parameters: Record<string, string>): string {
  const query = Object.entries(parameters)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeValue(value)}`);
  return query.length === 0 ? base : `${base}?${query.join('&')}`;
}

/** Whether the employee already wrote the link, so that it is not added a second time. */
export function mentionsLink(post: Post): boolean {
  return post.text.split(/\s+/).includes(post.url);
}
