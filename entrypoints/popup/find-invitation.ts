import browser from 'webextension-polyfill';
import { parseWebAddress } from '../../lib/domain/links/parse-address.ts';

/**
 * The invitation link of the tab in front: `<hub>/join#<secret>`. The toolbar click grants
 * `activeTab`, without which the browser keeps the address for itself. Whether the link is worth
 * something is for the welcome page to ask.
 */
export async function findInvitation(): Promise<string | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const url = parseWebAddress(tab?.url ?? '');
  return url !== null && /\/join\/?$/.test(url.pathname) && url.hash.length > 1 ? url.href : null;
}
