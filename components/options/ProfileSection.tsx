import { useId, useMemo, useState } from 'preact/hooks';
import { countries } from '../../lib/domain/countries.ts';
import type { Preferences, PreferencesPatch } from '../../lib/domain/preferences.ts';
import { language, t } from '../../lib/i18n/messages.ts';
import { RoleField } from '../learning/RoleField.tsx';
import { errorText } from '../ui/error-text.ts';
import { Notice } from '../ui/Notice.tsx';
import { useCommand } from '../ui/use-command.ts';

type Profile = Pick<Preferences, 'role' | 'country'>;

/** What one does and where, if one cares to say: it chooses among guidelines and items, and stays here. */
export function ProfileSection({ preferences }: { preferences: Profile }) {
  const [profile, setProfile] = useState<Profile>({ role: preferences.role, country: preferences.country });
  const [saved, setSaved] = useState(false);
  const command = useCommand();

  const save = async (patch: PreferencesPatch & Partial<Profile>) => {
    const before = profile;
    setProfile({ ...before, ...patch });
    setSaved(false);
    const done = await command.run('setPreferences', patch);
    setSaved(done !== undefined);
    // What is shown is what is stored.
    if (done === undefined) setProfile(before);
  };
  return (
    <>
      <div class="options-profile">
        <RoleField role={profile.role} onChange={(role) => void save({ role })} />
        <CountryField country={profile.country} onChange={(country) => void save({ country })} />
      </div>
      <p class="options-saved r-muted" role="status">
        {saved && t('options_saved')}
      </p>
      {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
    </>
  );
}

type CountryFieldProps = { country: string | null; onChange: (country: string | null) => void };

function CountryField({ country, onChange }: CountryFieldProps) {
  const id = useId();
  const named = useMemo(() => {
    const names = new Intl.DisplayNames(language(), { type: 'region' });
    const { compare } = new Intl.Collator(language());
    return countries.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) => compare(a.name, b.name));
  }, []);
  return (
    <div class="r-field">
      <label class="r-label" for={id}>
        {t('options_country')}
      </label>
      <select
        id={id}
        class="r-input"
        value={country ?? ''}
        onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      >
        <option value="">{t('guidelines_role_none')}</option>
        {named.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
