import { useLayoutEffect, useRef } from 'preact/hooks';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import { t } from '../../lib/i18n/messages.ts';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { NetworkMark } from '../ui/NetworkMark.tsx';
import { networkName } from '../ui/network-name.ts';
import { Checkbox } from '../ui/Switch.tsx';
import { moveNetwork } from './network-order.ts';

type ChosenNetworkProps = {
  network: NetworkId;
  chosen: NetworkId[];
  /** Why it is on no card although it was chosen. */
  reason: string | undefined;
  toggle: (network: NetworkId) => void;
  onChange: (chosen: NetworkId[]) => void;
};

/** A network of the cards: taken off by its box, moved by its arrows. */
export function ChosenNetwork({ network, chosen, reason, toggle, onChange }: ChosenNetworkProps) {
  const name = networkName(network);
  const moves = { network, chosen, onChange };
  return (
    <li class="options-network" data-network={network}>
      <Checkbox
        label={name}
        {...(reason !== undefined && { hint: reason })}
        checked
        // At least one network stays: the last one cannot be taken off.
        disabled={chosen.length === 1}
        onChange={() => toggle(network)}
      />
      <NetworkMark network={network} />
      <span class="r-grow">{chosen[0] === network && <Chip tone="accent">{t('options_network_main')}</Chip>}</span>
      <MoveButton {...moves} step={-1} label={t('options_network_up', name)} />
      <MoveButton {...moves} step={1} label={t('options_network_down', name)} />
    </li>
  );
}

type MoveButtonProps = Pick<ChosenNetworkProps, 'network' | 'chosen' | 'onChange'> & { step: -1 | 1; label: string };

function MoveButton({ network, chosen, onChange, step, label }: MoveButtonProps) {
  const moved = moveNetwork(chosen, network, step);
  const at = chosen.indexOf(network);
  const ref = useRef<HTMLButtonElement>(null);
  const pressed = useRef(false);
  // A row that changes its place is taken out of the document for a moment, and its button with it.
  useLayoutEffect(() => {
    if (pressed.current) ref.current?.focus();
    pressed.current = false;
  }, [at]);
  return (
    <IconButton
      buttonRef={ref}
      label={label}
      // Not `disabled`: the focus stays on the button that brought the row to its end.
      aria-disabled={moved === chosen || undefined}
      onClick={() => {
        if (moved === chosen) return;
        pressed.current = true;
        onChange(moved);
      }}
    >
      <Icon name={step < 0 ? 'chevron-up' : 'chevron-down'} />
    </IconButton>
  );
}
