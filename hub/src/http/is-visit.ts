import { isbot } from 'isbot';

/**
 * Whether a request is a person on the way to a page: no robot, no network that draws a preview, no browser
 * that looks ahead (https://fetch.spec.whatwg.org/#sec-purpose-header; the others are its forerunners).
 */
export function isVisit(method: string, header: (name: string) => string | undefined): boolean {
  if (method !== 'GET') return false;
  const userAgent = header('User-Agent') ?? '';
  if (userAgent === '' || isbot(userAgent)) return false;
  return !['Sec-Purpose', 'Purpose', 'X-Purpose', 'X-Moz'].some((name) =>
    /prefetch|prerender|preview/i.test(header(name) ?? ''),
  );
}
