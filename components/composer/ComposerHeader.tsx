import { type NetworkId, networkIds } from '../../lib/domain/network-ids.ts';
import { networks } from '../../lib/domain/networks/table.ts';
import { t } from '../../lib/i18n/messages.ts';
import { ChipButton } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { NetworkMark } from '../ui/NetworkMark.tsx';

type ComposerHeaderProps = { network: NetworkId; onChoose: (network: NetworkId) => void; onBack: () => void };

/** Where the text goes, and the way back. */
export function ComposerHeader({ network, onChoose, onBack }: ComposerHeaderProps) {
  return (
    <header class="composer-header">
      <IconButton label={t('composer_back')} onClick={onBack}>
        <Icon name="arrow-left" />
      </IconButton>
      <h1 class="r-grow">{t('composer_title', networks[network].name)}</h1>
      <fieldset class="composer-networks">
        <legend class="r-hidden">{t('composer_networks')}</legend>
        {networkIds.map((id) => (
          <ChipButton key={id} pressed={id === network} label={networks[id].name} onClick={() => onChoose(id)}>
            <NetworkMark network={id} size={14} />
          </ChipButton>
        ))}
      </fieldset>
    </header>
  );
}
