/** One thing wrong with a feed, where it is, in a sentence. */
export type Fault = { severity: 'error' | 'warning'; path: string; message: string };

/** `$._relais.checks[2].help`, with brackets for what is no name. */
export function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((written, part) => {
    if (typeof part === 'number') return `${written}[${part}]`;
    const name = String(part);
    return /^[A-Za-z_][\w]*$/.test(name) ? `${written}.${name}` : `${written}[${JSON.stringify(name)}]`;
  }, '$');
}
