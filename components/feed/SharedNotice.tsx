import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { needsClipboard, type Takes } from '../../lib/domain/networks/takes.ts';
import { t } from '../../lib/i18n/messages.ts';
import { pasteKeys } from '../ui/keys.ts';
import { Notice } from '../ui/Notice.tsx';
import { networkName } from '../ui/network-name.ts';

type SharedNoticeProps = { network: NetworkId; takes: Takes | undefined; onDismiss: () => void };

/** What a share did, and what is left to do. */
export function SharedNotice({ network, takes, onDismiss }: SharedNoticeProps) {
  return (
    <Notice kind="ok" onDismiss={onDismiss}>
      {words(network, takes)}
    </Notice>
  );
}

function words(network: NetworkId, takes: Takes | undefined): string {
  const name = networkName(network);
  if (network === 'copy') return t('popup_shared_clipboard', pasteKeys());
  if (network === 'email' || network === 'system') return t('popup_shared_page', name);
  if (takes !== undefined && needsClipboard(takes)) return t('popup_shared_copied', name, pasteKeys());
  return t('popup_shared', name);
}
