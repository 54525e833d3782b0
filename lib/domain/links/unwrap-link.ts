import { linkWrappers } from './link-wrappers.ts';
import { parseWebAddress } from './parse-address.ts';

const deepestWrapping = 5;

/** Where a redirector leads when its address says so; any other address as it is. */
export function unwrapLink(url: URL | null): URL | null {
  let inner = url;
  for (let depth = 0; inner !== null && depth < deepestWrapping; depth += 1) {
    const target = targetOf(inner);
    if (target === null) break;
    inner = target;
  }
  return inner;
}

function targetOf(url: URL): URL | null {
  const wrapper = linkWrappers.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname));
  for (const parameter of wrapper?.parameters ?? []) {
    const target = parseWebAddress(url.searchParams.get(parameter) ?? '');
    if (target !== null) return target;
  }
  return null;
}
