import { useLayoutEffect, useRef } from 'preact/hooks';
import { type NetworkId, networkIds } from '../../lib/domain/network-ids.ts';
import { audiences } from '../../lib/domain/networks/network-definition.ts';
import { networks } from '../../lib/domain/networks/table.ts';
import { t } from '../../lib/i18n/messages.ts';
import { NetworkMark } from '../ui/NetworkMark.tsx';
import { networkName } from '../ui/network-name.ts';
import { Checkbox } from '../ui/Switch.tsx';
import { ChosenNetwork } from './ChosenNetwork.tsx';
import { toggleNetwork } from './network-order.ts';

type NetworksFieldProps = {
  chosen: NetworkId[];
  /** Networks that a hub took off, and whose word it is. */
  withdrawn: { network: NetworkId; by: string }[];
  hasShareSheet: boolean;
  onChange: (chosen: NetworkId[]) => void;
};

/** The networks on each card, in their order, then the others by who reads what is shared there. */
export function NetworksField({ chosen, withdrawn, hasShareSheet, onChange }: NetworksFieldProps) {
  const field = useRef<HTMLFieldSetElement>(null);
  const pressed = useRef<NetworkId | null>(null);
  // A network that is put on or taken off changes lists, and its checkbox with it.
  useLayoutEffect(() => {
    if (pressed.current !== null) {
      field.current?.querySelector<HTMLElement>(`[data-network=${pressed.current}] input`)?.focus();
    }
    pressed.current = null;
  }, [chosen]);
  const toggle = (network: NetworkId) => {
    pressed.current = network;
    onChange(toggleNetwork(chosen, network));
  };
  const reasonOf = (network: NetworkId) => {
    const by = withdrawn.find((one) => one.network === network)?.by;
    if (by !== undefined) return t('options_network_withdrawn', by);
    return network === 'system' && !hasShareSheet ? t('options_network_no_sheet') : undefined;
  };
  return (
    <fieldset class="options-networks" aria-describedby="networks-hint" ref={field}>
      <legend class="r-label">{t('options_networks')}</legend>
      <p id="networks-hint" class="r-muted">
        {t('options_networks_hint')}
      </p>
      <ol class="r-list" aria-label={t('options_networks_chosen')}>
        {chosen.map((network) => (
          <ChosenNetwork key={network} {...{ network, chosen, toggle, onChange }} reason={reasonOf(network)} />
        ))}
      </ol>
      {audiences.map((audience) => {
        const others = networkIds.filter((id) => networks[id].audience === audience && !chosen.includes(id));
        if (others.length === 0) return null;
        const headingId = `networks-${audience}`;
        return (
          <div key={audience} class="options-network-group">
            <h3 id={headingId}>{t(`options_networks_${audience}`)}</h3>
            <ul class="r-list" aria-labelledby={headingId}>
              {others.map((network) => {
                const reason = reasonOf(network);
                return (
                  <li key={network} data-network={network} class="options-network-other">
                    <Checkbox
                      label={networkName(network)}
                      {...(reason !== undefined && { hint: reason })}
                      checked={false}
                      disabled={reason !== undefined}
                      onChange={() => toggle(network)}
                    />
                    <NetworkMark network={network} />
                  </li>
                );
              })}
            </ul>
          </div>
        );
      })}
    </fieldset>
  );
}
