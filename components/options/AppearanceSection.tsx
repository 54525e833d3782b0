import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type NetworkId, networkIds } from '../../lib/domain/network-ids.ts';
import { networks } from '../../lib/domain/networks/table.ts';
import type { Preferences, PreferencesPatch } from '../../lib/domain/preferences.ts';
import { t } from '../../lib/i18n/messages.ts';
import { applyTheme } from '../ui/apply-theme.ts';
import { Chip } from '../ui/Chip.tsx';
import { errorText } from '../ui/error-text.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { NetworkMark } from '../ui/NetworkMark.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Checkbox } from '../ui/Switch.tsx';
import { useCommand } from '../ui/use-command.ts';
import { moveNetwork, toggleNetwork } from './network-order.ts';

const themes = ['auto', 'light', 'dark'] as const;

/** Which networks each card offers, in which order, and the theme. Every change is kept at once. */
export function AppearanceSection({ preferences: initial }: { preferences: Preferences }) {
  const [preferences, setPreferences] = useState(initial);
  const [saved, setSaved] = useState(false);
  const command = useCommand();

  const save = async (patch: PreferencesPatch) => {
    const before = preferences;
    const next = { ...before, ...patch };
    setPreferences(next);
    applyTheme(next.theme);
    setSaved(false);
    const done = await command.run('setPreferences', patch);
    setSaved(done !== undefined);
    if (done === undefined) {
      // What is shown is what is stored.
      setPreferences(before);
      applyTheme(before.theme);
    }
  };
  const others = networkIds.filter((network) => !preferences.networks.includes(network));

  return (
    <>
      <fieldset class="options-networks" aria-describedby="networks-hint">
        <legend class="r-label">{t('options_networks')}</legend>
        <p id="networks-hint" class="r-muted">
          {t('options_networks_hint')}
        </p>
        <ol class="r-list">
          {[...preferences.networks, ...others].map((network) => (
            <NetworkRow
              key={network}
              network={network}
              chosen={preferences.networks}
              onChange={(chosen) => void save({ networks: chosen })}
            />
          ))}
        </ol>
      </fieldset>
      <fieldset class="options-themes">
        <legend class="r-label">{t('options_theme')}</legend>
        {themes.map((theme) => (
          <label key={theme}>
            <input
              type="radio"
              name="theme"
              checked={preferences.theme === theme}
              onChange={() => void save({ theme })}
            />
            {t(`options_theme_${theme}`)}
          </label>
        ))}
      </fieldset>
      <p class="options-saved r-muted" role="status">
        {saved && t('options_saved')}
      </p>
      {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
    </>
  );
}

type NetworkRowProps = { network: NetworkId; chosen: NetworkId[]; onChange: (chosen: NetworkId[]) => void };

function NetworkRow({ network, chosen, onChange }: NetworkRowProps) {
  const at = chosen.indexOf(network);
  const { name } = networks[network];
  return (
    <li class="options-network">
      <Checkbox
        label={name}
        checked={at >= 0}
        // At least one network stays: the last one cannot be taken off.
        disabled={at >= 0 && chosen.length === 1}
        onChange={() => onChange(toggleNetwork(chosen, network))}
      />
      <NetworkMark network={network} />
      <span class="r-grow">{at === 0 && <Chip tone="accent">{t('options_network_main')}</Chip>}</span>
      {at >= 0 && (
        <>
          <MoveButton {...{ network, chosen, onChange }} step={-1} label={t('options_network_up', name)} />
          <MoveButton {...{ network, chosen, onChange }} step={1} label={t('options_network_down', name)} />
        </>
      )}
    </li>
  );
}

type MoveButtonProps = NetworkRowProps & { step: -1 | 1; label: string };

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
