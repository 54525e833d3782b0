import { useRef, useState } from 'preact/hooks';
import type { NetworkId } from '../../lib/domain/network-ids.ts';
import type { OfferedNetwork } from '../../lib/domain/networks/network-list.ts';
import { t } from '../../lib/i18n/messages.ts';
import { ChipButton } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { NetworkMark } from '../ui/NetworkMark.tsx';
import { networkName } from '../ui/network-name.ts';

type NetworkPickerProps = {
  /** Those there are here and now, one's own first. */
  offered: OfferedNetwork[];
  /** Where the company lets the item go; null for anywhere. */
  allowed: NetworkId[] | null;
  chosen: NetworkId[];
  several: boolean;
  onSeveral: (several: boolean) => void;
  /** One network: takes its place. Several: puts it in, or takes it out. */
  onChoose: (network: NetworkId) => void;
};

/** Where the text goes: one network, or several at once. */
export function NetworkPicker({ offered, allowed, chosen, several, onSeveral, onChoose }: NetworkPickerProps) {
  const [all, setAll] = useState(false);
  const field = useRef<HTMLFieldSetElement>(null);
  const possible = offered.filter(
    ({ id }) => (allowed?.includes(id) ?? true) && (id !== 'system' || 'share' in navigator),
  );
  const own = [
    ...possible.filter(({ id, isPreferred }) => isPreferred || chosen.includes(id)).map(({ id }) => id),
    // What it was opened with stays in sight, whatever became of it since.
    ...chosen.filter((id) => !possible.some((one) => one.id === id)),
  ];
  const others = possible.map(({ id }) => id).filter((id) => !own.includes(id));
  const shown = all ? [...own, ...others] : own;
  return (
    <fieldset class="composer-networks" ref={field}>
      <legend class="r-hidden">{t('composer_networks')}</legend>
      {shown.map((id) => (
        <ChipButton key={id} pressed={chosen.includes(id)} label={networkName(id)} onClick={() => onChoose(id)}>
          <NetworkMark network={id} size={14} />
        </ChipButton>
      ))}
      {!all && others.length > 0 && (
        <ChipButton
          pressed={false}
          label={t('composer_more_networks')}
          onClick={() => {
            setAll(true);
            // The button goes: the first that it showed is next.
            requestAnimationFrame(() => field.current?.querySelectorAll<HTMLElement>('button')[own.length]?.focus());
          }}
        >
          <Icon name="plus" size={14} />
        </ChipButton>
      )}
      {possible.length > 1 && (
        <button
          type="button"
          class="r-chip r-chip-button composer-several"
          aria-pressed={several}
          title={t('composer_several_hint')}
          onClick={() => onSeveral(!several)}
        >
          {t('composer_several')}
        </button>
      )}
    </fieldset>
  );
}
