import { useState } from 'preact/hooks';
import type { Preferences, PreferencesPatch } from '../../lib/domain/preferences.ts';
import { t } from '../../lib/i18n/messages.ts';
import { InstanceForm } from '../networks/InstanceForm.tsx';
import type { RequestHostAccess } from '../ui/CommandFailure.tsx';
import { Field } from '../ui/Field.tsx';

type PlacesFieldProps = {
  preferences: Pick<Preferences, 'mastodon' | 'redditCommunity'>;
  save: (patch: PreferencesPatch) => Promise<void>;
  requestHostAccess: RequestHostAccess;
};

const community = /^\w{2,21}$/;

/** Where the employee's accounts are, for networks that are no single place. */
export function PlacesField({ preferences, save, requestHostAccess }: PlacesFieldProps) {
  const [reddit, setReddit] = useState(preferences.redditCommunity ?? '');
  const name = reddit.trim().replace(/^\/?r\//, '');
  const isWrong = name !== '' && !community.test(name);
  return (
    <fieldset class="options-places">
      <legend class="r-label">{t('options_places')}</legend>
      <InstanceForm instance={preferences.mastodon} requestHostAccess={requestHostAccess} />
      <Field
        label={t('options_reddit')}
        hint={t('options_reddit_hint')}
        maxLength={30}
        spellcheck={false}
        value={reddit}
        error={isWrong ? t('options_reddit_wrong') : null}
        onInput={(value) => {
          setReddit(value);
          const next = value.trim().replace(/^\/?r\//, '');
          if (next === '' || community.test(next)) void save({ redditCommunity: next === '' ? null : next });
        }}
      />
    </fieldset>
  );
}
