import { z } from 'zod';
import { networkIds } from '../lib/domain/network-ids.ts';
import { type Fault, pathOf } from './feed-faults.ts';

/** Only what refers to something else; whatever is malformed has its fault already, and is passed over. */
const text = z.string().optional().catch(undefined);
const named = z.array(z.object({ id: text }).catch({ id: undefined })).catch([]);
const document = z.object({
  _relais: z.object({ campaigns: named, guidelines: named }).catch({ campaigns: [], guidelines: [] }),
  items: z
    .array(
      z
        .object({
          id: text,
          _relais: z
            .object({
              campaign: text,
              networks: z.array(z.string()).catch([]),
              suggestions: z.array(z.object({ network: text }).catch({ network: undefined })).catch([]),
            })
            .optional()
            .catch(undefined),
        })
        .catch({ id: undefined }),
    )
    .catch([]),
});

/** Names that lead nowhere, and ids that are there twice: a reader passes over the first and keeps the last of the others. */
export function lintReferences(raw: unknown): Fault[] {
  const parsed = document.safeParse(raw);
  if (!parsed.success) return [];
  const { _relais: relais, items } = parsed.data;
  const campaigns = new Set(relais.campaigns.map(({ id }) => id));
  const faults: Fault[] = [
    ...twice(relais.campaigns, ['_relais', 'campaigns']),
    ...twice(relais.guidelines, ['_relais', 'guidelines']),
    ...twice(items, ['items']),
  ];
  items.forEach(({ _relais: own }, i) => {
    const add = (path: (string | number)[], message: string) =>
      faults.push({ severity: 'warning', path: pathOf(['items', i, '_relais', ...path]), message });
    if (own?.campaign !== undefined && !campaigns.has(own.campaign)) {
      add(['campaign'], `There is no campaign “${own.campaign}” in this feed.`);
    }
    own?.networks.forEach((network, n) => {
      if (!isKnown(network)) add(['networks', n], unknownNetwork(network));
    });
    own?.suggestions.forEach(({ network }, n) => {
      if (network !== undefined && !isKnown(network)) add(['suggestions', n, 'network'], unknownNetwork(network));
    });
  });
  return faults;
}

function twice(values: { id?: string | undefined }[], path: string[]): Fault[] {
  const seen = new Set<string>();
  return values.flatMap(({ id }, i) => {
    if (id === undefined) return [];
    const isTwice = seen.has(id);
    seen.add(id);
    const message = `“${id}” is the id of an earlier one as well: only the last is kept.`;
    return isTwice ? [{ severity: 'error' as const, path: pathOf([...path, i, 'id']), message }] : [];
  });
}

function isKnown(network: string): boolean {
  return (networkIds as readonly string[]).includes(network);
}

function unknownNetwork(network: string): string {
  return `No network is called “${network}”. Known: ${networkIds.join(', ')}.`;
}
