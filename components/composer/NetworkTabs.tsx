import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { t } from '../../lib/i18n/messages.ts';
import { networkName } from '../ui/network-name.ts';
import { Tabs } from '../ui/Tabs.tsx';

type NetworkTabsProps = {
  network: NetworkId;
  chosen: NetworkId[];
  problems: ReadonlySet<NetworkId>;
  onShow: (network: NetworkId) => void;
};

/** One text per network; what needs a look is said on its tab. */
export function NetworkTabs({ network, chosen, problems, onShow }: NetworkTabsProps) {
  return (
    <Tabs
      label={t('composer_texts')}
      name="composer"
      selected={network}
      onSelect={onShow}
      tabs={chosen.map((id) => ({
        id,
        label: networkName(id),
        badge: problems.has(id) ? { text: '!', label: t('composer_to_mend') } : undefined,
      }))}
    />
  );
}
