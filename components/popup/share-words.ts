import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { needsClipboard, type Takes } from '../../lib/domain/networks/takes.ts';
import { t } from '../../lib/i18n/messages.ts';
import { networkName } from '../ui/network-name.ts';

/** Own means, of which one does not say "on". */
function isOwnMeans(network: NetworkId): network is 'email' | 'system' | 'copy' {
  return network === 'email' || network === 'system' || network === 'copy';
}

/** What a share button is called. */
export function shareLabel(network: NetworkId, title: string, again = false): string {
  if (isOwnMeans(network)) return t('popup_share_by', networkName(network), title);
  return t(again ? 'popup_again_on' : 'popup_share_on', networkName(network), title);
}

/** What a press on it will do. `takes` is undefined for a moment at most, while networks are loaded. */
export function shareHint(network: NetworkId, takes: Takes | undefined): string {
  if (network === 'copy') return t('popup_share_hint_clipboard');
  if (isOwnMeans(network)) return t(`popup_share_hint_${network}`);
  const isCopied = takes !== undefined && needsClipboard(takes);
  return t(isCopied ? 'popup_share_hint_copy' : 'popup_share_hint', networkName(network));
}
