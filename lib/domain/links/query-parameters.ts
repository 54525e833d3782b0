/** A parameter as its name and value read; one that is not UTF-8, or holds a bare percent sign, as it is spelt. */
export function decodeParameter(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // Not encoded as it should be: compared as it is spelt.
    return value;
  }
}

/**
 * Parameters also live in fragments: alone (`#xtor=RSS-1`, `#access_token=…`) or after a route
 * (`#/page?token=…`). Gives the fragment with `keep` applied to them, and an anchor as it is.
 */
export function mapParameters(fragment: string, keep: (query: string) => string): string {
  const mark = fragment.indexOf('?');
  if (mark >= 0) {
    const query = keep(fragment.slice(mark + 1));
    return query === '' ? fragment.slice(0, mark) : `${fragment.slice(0, mark)}?${query}`;
  }
  return /^[\w.-]+=/.test(fragment) ? keep(fragment) : fragment;
}
