import browser from 'webextension-polyfill';
import type { NetworkId } from '../../domain/network-ids.ts';

/** A network, several, or null for the employee's own first one. */
export type ComposedFor = NetworkId | readonly NetworkId[] | null;

/** The composer's own page for an item. */
export function composerPage(itemId: string, networks: ComposedFor, { startsRound = false } = {}): string {
  const query = new URLSearchParams({ item: itemId });
  const names = [networks ?? []].flat();
  if (names.length > 0) query.set('networks', names.join());
  if (startsRound) query.set('round', '1');
  return browser.runtime.getURL(`compose.html?${query}`);
}

/** Opens the composer for an item in a small window: from a shortcut, a reminder, or for several networks. */
export async function openComposerFor(
  itemId: string,
  networks: ComposedFor,
  options: { startsRound?: boolean } = {},
): Promise<void> {
  const url = composerPage(itemId, networks, options);
  await browser.windows.create({ url, type: 'popup', focused: true, width: 440, height: 700 });
}
