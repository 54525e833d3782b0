import { useState } from 'preact/hooks';
import type { Preferences, PreferencesPatch } from '../../lib/domain/preferences.ts';
import { t } from '../../lib/i18n/messages.ts';
import type { RelaisDb } from '../../lib/storage/db.ts';
import { readWithdrawals } from '../../lib/storage/queries/recipes.ts';
import { applyTheme } from '../ui/apply-theme.ts';
import type { RequestHostAccess } from '../ui/CommandFailure.tsx';
import { errorText } from '../ui/error-text.ts';
import { Notice } from '../ui/Notice.tsx';
import { useCommand } from '../ui/use-command.ts';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { NetworksField } from './NetworksField.tsx';
import { PlacesField } from './PlacesField.tsx';

const themes = ['auto', 'light', 'dark'] as const;

type AppearanceSectionProps = { db: RelaisDb; preferences: Preferences; requestHostAccess: RequestHostAccess };

/** Which networks each card offers, in which order, where one's accounts are, and the theme. Every change is kept at once. */
export function AppearanceSection({ db, preferences: initial, requestHostAccess }: AppearanceSectionProps) {
  const [preferences, setPreferences] = useState(initial);
  const [saved, setSaved] = useState(false);
  const command = useCommand();
  const withdrawn = useLiveQuery(() => readWithdrawals(db), [db]).value ?? [];

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

  return (
    <>
      <NetworksField
        chosen={preferences.networks}
        withdrawn={withdrawn}
        hasShareSheet={'share' in navigator}
        onChange={(networks) => void save({ networks })}
      />
      <PlacesField preferences={preferences} save={save} requestHostAccess={requestHostAccess} />
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
