import browser from 'webextension-polyfill';
import { parseWebAddress } from '../../lib/domain/links/parse-address.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readConnections } from '../../lib/storage/queries/settings.ts';

/**
 * The invitation link of the tab in front, `<hub>/join#<secret>`, unless this browser is connected to
 * that hub already. The toolbar click grants `activeTab`, without which the browser keeps the address
 * for itself. Whether the link is worth something is for the welcome page to ask.
 */
export async function findInvitation(db: RelaisDb): Promise<string | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const url = parseWebAddress(tab?.url ?? '');
  const hubPath = /^(.*)\/join\/?$/.exec(url?.pathname ?? '')?.[1];
  if (url === null || hubPath === undefined || url.hash.length < 2) return null;
  const connections = await readConnections(db);
  const known = connections.some(({ hubUrl, state }) => state === 'active' && hubUrl === url.origin + hubPath);
  return known ? null : url.href;
}
