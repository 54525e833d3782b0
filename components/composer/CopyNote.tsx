import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { needsClipboard, type Takes } from '../../lib/domain/networks/takes.ts';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { pasteKeys } from '../ui/keys.ts';
import { networkName } from '../ui/network-name.ts';

type CopyNoteProps = { network: NetworkId; takes: Takes; copied: boolean; onCopy: () => void };

/** What becomes of the text at the network, and the way to take it along by hand. */
export function CopyNote({ network, takes, copied, onCopy }: CopyNoteProps) {
  return (
    <div class="composer-note">
      <p class="r-grow">{whatBecomes(network, takes)}</p>
      <Button icon={<Icon name={copied ? 'check' : 'copy'} size={16} />} onClick={onCopy}>
        {t(copied ? 'composer_copied' : 'composer_copy')}
      </Button>
    </div>
  );
}

function whatBecomes(network: NetworkId, takes: Takes): string {
  if (network === 'copy') return t('composer_copied_own', pasteKeys());
  if (!needsClipboard(takes)) return t('composer_prefilled', networkName(network));
  return t(takes === 'link' ? 'composer_link_only' : 'composer_copied_whole', networkName(network), pasteKeys());
}
