import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { networks } from '../../lib/domain/networks/table.ts';
import { t } from '../../lib/i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { pasteKeys } from '../ui/keys.ts';

type CopyNoteProps = { network: NetworkId; copied: boolean; onCopy: () => void };

/** What becomes of the text at the network, and the way to take it along by hand. */
export function CopyNote({ network, copied, onCopy }: CopyNoteProps) {
  const { name, takes } = networks[network];
  return (
    <div class="composer-note">
      <p class="r-grow">
        {takes === 'link' ? t('composer_link_only', name, pasteKeys()) : t('composer_prefilled', name)}
      </p>
      <Button icon={<Icon name={copied ? 'check' : 'copy'} size={16} />} onClick={onCopy}>
        {t(copied ? 'composer_copied' : 'composer_copy')}
      </Button>
    </div>
  );
}
