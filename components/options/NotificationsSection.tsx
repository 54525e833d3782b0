import { useState } from 'preact/hooks';
import { officeHours } from '../../lib/domain/digest.ts';
import type { Preferences, PreferencesPatch } from '../../lib/domain/preferences.ts';
import { t } from '../../lib/i18n/messages.ts';
import { errorText } from '../ui/error-text.ts';
import { HoursAndDays } from '../ui/HoursAndDays.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useCommand } from '../ui/use-command.ts';

type Chosen = Pick<Preferences, 'badge' | 'digest'>;

type NotificationsSectionProps = {
  preferences: Chosen;
  /** Asks the browser; called first in a click, because after an `await` the click no longer counts. */
  requestNotifications: () => Promise<boolean>;
};

/** How Relais may make itself heard: a number, and one digest a day at most, off until it is wanted. */
export function NotificationsSection({ preferences, requestNotifications }: NotificationsSectionProps) {
  const [chosen, setChosen] = useState<Chosen>({ badge: preferences.badge, digest: preferences.digest });
  const [refused, setRefused] = useState(false);
  const [saved, setSaved] = useState(false);
  const command = useCommand();
  const { digest } = chosen;

  const save = async (patch: PreferencesPatch & Partial<Chosen>) => {
    const before = chosen;
    setChosen({ ...before, ...patch });
    setSaved(false);
    const done = await command.run('setPreferences', patch);
    setSaved(done !== undefined);
    // What is shown is what is stored.
    if (done === undefined) setChosen(before);
  };
  const switchDigest = (isOn: boolean) => {
    setRefused(false);
    if (!isOn) {
      void save({ digest: null });
      return;
    }
    requestNotifications().then(
      (allowed) => (allowed ? save({ digest: officeHours }) : setRefused(true)),
      () => setRefused(true), // A browser that cannot ask is a browser that refused.
    );
  };

  return (
    <>
      <Switch label={t('options_badge')} checked={chosen.badge} onChange={(badge) => void save({ badge })} />
      <Switch
        label={t('options_digest')}
        hint={t('options_digest_hint')}
        checked={chosen.digest !== null}
        onChange={switchDigest}
      />
      {refused && <Notice kind="warning">{t('options_digest_refused')}</Notice>}
      {digest !== null && (
        <HoursAndDays
          value={digest}
          labels={{ from: t('options_digest_from'), to: t('options_digest_to'), days: t('options_digest_days') }}
          onChange={(part) => void save({ digest: { ...digest, ...part } })}
        />
      )}
      <p class="options-saved r-muted" role="status">
        {saved && t('options_saved')}
      </p>
      {command.failed !== null && <Notice kind="failed">{errorText(command.failed)}</Notice>}
    </>
  );
}
